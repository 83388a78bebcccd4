"""A deck of slides, each with one drawing."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE

from figures.geometry.drawing import Drawing
from figures.plane import Rect
from figures.pptx.carried import carry
from figures.pptx.marking import rgb
from figures.pptx.plane import Plane
from figures.pptx.slide import add_ground, draw, entitle
from figures.pptx.steady import steady
from figures.pptx.template import feet, layout_for_figures, opened

_SIDE: Final = 0.03  # of a template's slide, left and right of the figure
_HIGH_TITLE: Final = 0.4  # of the height: a title that ends further down is no heading
_LOW_FOOT: Final = 0.75
_GAP: Final = 90_000  # EMU
_LONGEST: Final = 255  # characters of a core property
_MADE: Final = datetime(2000, 1, 1)  # the same for all: a deck's bytes are its snapshot's


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: what is drawn, and what its speaker reads below it, a paragraph each."""

    drawing: Drawing
    notes: tuple[str, ...] = ()


def presentation(
    slides: Sequence[Slide],
    template: bytes = b"",
    *,
    aspect: str = "16:9",
) -> bytes:
    """Draw each slide, and carry along each snapshot they are drawn from.

    Args:
        slides: At least one.
        template: A .pptx or .potx whose master, layouts and theme are kept; empty for a plain one.
        aspect: Of the slides where there is no template; a key of `figures.sheet.SHEETS`.

    Raises:
        LoadError: The template cannot be used.

    """
    deck = opened(template, aspect)
    layout = layout_for_figures(deck)
    for one in slides:
        _add(deck, layout, one, own=not template)
    carried = {one.drawing.snapshot: one.drawing.snapshot_id for one in slides}
    for snapshot, snapshot_id in carried.items():
        carry(deck, snapshot, snapshot_id)
    _tell(deck, [one.drawing for one in slides])
    packed = io.BytesIO()
    deck.save(packed)
    return steady(packed.getvalue())


def _add(deck: Any, layout: Any, one: Slide, *, own: bool) -> None:
    slide = deck.slides.add_slide(layout)
    drawing = one.drawing
    for place in list(slide.placeholders):
        if slide.shapes.title is None or place.shape_id != slide.shapes.title.shape_id:
            place._element.getparent().remove(place._element)
    room = None if own else _room(slide, layout, deck)
    if room is None:
        whole = Rect(0, 0, drawing.width, drawing.height)
        plane = Plane.fitted(whole, Rect(0, 0, deck.slide_width, deck.slide_height))
    else:
        whole = _below_title(drawing)
        plane = Plane.fitted(whole, room)
    if own and not drawing.transparent:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = rgb(drawing.theme.background)
    elif not drawing.transparent:
        add_ground(slide, whole, drawing.theme.background, plane)
    entitle(slide, drawing, plane if room is None else None)
    draw(slide, drawing, plane)
    _annotate(slide, (drawing.description, *one.notes))


def _room(slide: Any, layout: Any, deck: Any) -> Rect | None:
    """Where a template leaves room for a figure: from its title down to its foot."""
    title = slide.shapes.title
    width, height = deck.slide_width, deck.slide_height
    if title is None or title.top is None or title.top + title.height > _HIGH_TITLE * height:
        return None
    top = title.top + title.height + _GAP
    lows = [one.top for one in feet(layout) if one.top and one.top > _LOW_FOOT * height]
    bottom = min([height - _GAP, *(low - _GAP for low in lows)])
    side = _SIDE * width
    return Rect(side, top, width - 2 * side, bottom - top)


def _below_title(drawing: Drawing) -> Rect:
    """The part of a drawing below its title."""
    tops = [text.at.y - 1.4 * text.size for text in drawing.texts if text.role != "title"]
    tops += [box.rect.y for box in drawing.boxes] + [band.rect.y for band in drawing.bands]
    tops += [drawing.code.rect.y] if drawing.code else []
    top = max(0.0, min(tops, default=0.0))
    return Rect(0, top, drawing.width, drawing.height - top)


def _annotate(slide: Any, lines: Iterable[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is None:  # the template's notes have no place for text
        return
    frame.text = "\n".join(lines)


def _tell(deck: Any, drawings: Sequence[Drawing]) -> None:
    """Set the core properties, and drop the picture of the template's first slide."""
    core = deck.core_properties
    core.title = drawings[0].title[:_LONGEST]
    core.subject = drawings[0].alt[:_LONGEST]
    core.author = core.last_modified_by = "Gutgraph"
    core.identifier = f"gutgraph-snapshot {drawings[0].snapshot_id}"
    core.keywords = "evidence graph"
    core.comments = ""
    core.revision = 1
    core.created = core.modified = core.last_printed = _MADE
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(key)
