"""One slide: the title in its placeholder, the drawing as native shapes."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from figures.geometry.drawing import Code, Drawing, LegendItem, Text
from figures.plane import Point, Rect
from figures.pptx.claims import add_bar, add_claim, add_line, add_mark, add_strike
from figures.pptx.marking import describe, plain, rgb
from figures.pptx.nodes import add_band, add_box, add_shape
from figures.pptx.plane import Plane
from figures.pptx.straight import lines, word_places
from figures.pptx.writing import around, blocks, moved, prepared, styled, text_box, write

_RULE_NAME: Final = "rule"


def draw(slide: Any, drawing: Drawing, plane: Plane) -> None:
    """Draw all but the title, in the order in which things lie on each other."""
    shapes = slide.shapes
    for band in drawing.bands:
        add_band(shapes, band, plane)
    boxes = [(box.id, add_box(shapes, box, plane)) for box in drawing.boxes]
    ids = {id_: shape.shape_id for id_, shape in boxes}
    _add_claims(shapes, drawing, ids, plane)
    for _, shape in boxes:  # on top of the lines, whose ends need the ids of their shapes
        shapes._spTree.append(shape._element)
    _add_legend(shapes, drawing, plane)
    for start, end in drawing.rules:
        _add_rule(shapes, start, end, drawing, plane)
    for block in blocks(text for text in drawing.texts if text.role != "title"):
        text_box(shapes, block, plane, block[0].role or "text")
    if drawing.code is not None:
        _add_code(shapes, drawing.code, drawing.link, plane)


def entitle(slide: Any, drawing: Drawing, plane: Plane | None) -> None:
    """Write the title into its placeholder; where a plane is given, where the drawing has it.

    Without a plane the placeholder stays as the template made it.
    """
    texts = [text for text in drawing.texts if text.role == "title"]
    holder = slide.shapes.title
    if not texts:
        if holder is not None:
            holder._element.getparent().remove(holder._element)
        return
    title = " ".join(text.text for text in texts)
    if holder is None:
        if plane is not None:
            text_box(slide.shapes, texts, plane, "title")
        return
    describe(holder, "title", title)
    frame = holder.text_frame
    if plane is None:
        frame.text = title
        return
    rect = around(texts)._replace(width=drawing.width - 2 * texts[0].at.x)
    holder.left, holder.top, holder.width, holder.height = map(Emu, plane.box(rect))
    prepared(frame, MSO_ANCHOR.MIDDLE)
    frame.word_wrap = True
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    styled(frame.paragraphs[0].add_run(), Text(title, *_type(texts[0])), plane)


def add_ground(slide: Any, rect: Rect, colour: str, plane: Plane) -> None:
    """Lay a sheet of the drawing's own ground on a template that may have any."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *plane.box(rect))
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    describe(shape, "ground", "")


def _type(text: Text) -> tuple[Point, float, str, int]:
    return text.at, text.size, text.colour, text.weight


def _add_claims(shapes: Any, drawing: Drawing, ids: Mapping[str, int], plane: Plane) -> None:
    chosen = lines(drawing)
    boxes = {box.id: box.rect for box in drawing.boxes}
    marked: Counter[tuple[str, int]] = Counter()
    for line in chosen:
        site = (line.edge.subject, line.start.index)
        add_claim(shapes, line, ids, boxes[line.edge.subject], plane, marked[site])
        marked[site] += bool(line.edge.style.mark)
    places = word_places(chosen, boxes.values())
    for line in chosen:
        words = line.edge.words
        rect = places.get(line.edge.id)
        if words is None or rect is None:
            continue
        shape = shapes.add_textbox(*plane.box(rect))
        by = Point(rect.x - words.rect.x, rect.y - words.rect.y)
        write(shape.text_frame, moved(words.lines, by), plane)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(_ground(rect, drawing))
        describe(shape, f"words: {line.edge.sentence}", line.edge.sentence)


def _ground(rect: Rect, drawing: Drawing) -> str:
    fills = [band.fill for band in drawing.bands if band.rect.holds(rect.centre)]
    return fills[0] if fills else drawing.theme.background


def _add_legend(shapes: Any, drawing: Drawing, plane: Plane) -> None:
    if not drawing.legend:
        return
    group = shapes.add_group_shape()
    meanings = "; ".join(item.text.text for item in drawing.legend)
    describe(group, "legend", f"Legend: {meanings}")
    for item in drawing.legend:
        _add_sample(group.shapes, item, plane)
        text_box(group.shapes, [item.text], plane, f"legend: {item.text.text}")


def _add_sample(shapes: Any, item: LegendItem, plane: Plane) -> None:
    rect, entry = item.sample, item.entry
    words = f"sample: {entry.label}"
    if entry.node is not None:
        shape = add_shape(shapes, rect, entry.node, rect.height / 2, plane)
        describe(shape, words, entry.label)
    if entry.edge is None:
        return
    left, right = Point(rect.x, rect.centre.y), Point(rect.right, rect.centre.y)
    shape = add_line(shapes, left, right, entry.edge, plane)
    describe(shape, words, entry.label)
    if entry.edge.head == "bar":
        add_bar(shapes, right, 0.0, entry.edge, plane)
    if entry.edge.mark:
        add_mark(shapes, rect.centre, entry.edge, plane)
    if entry.edge.struck:
        add_strike(shapes, rect.centre, 0.0, entry.edge, plane)


def _add_code(shapes: Any, code: Code, link: str, plane: Plane) -> None:
    """Add the QR code: its ground, and all its dark modules as one shape that leads to the link."""
    ground = shapes.add_shape(MSO_SHAPE.RECTANGLE, *plane.box(code.rect))
    first, *rest = (plane.box(run) for run in code.runs)
    outline = shapes.build_freeform(first[0], first[1], scale=1.0)
    for left, top, width, height in (first, *rest):
        outline.move_to(left, top)
        right, bottom = left + width, top + height
        outline.add_line_segments(((right, top), (right, bottom), (left, bottom)), close=True)
    dark = outline.convert_to_shape()
    for shape, colour in ((ground, code.light), (dark, code.dark)):
        plain(shape)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
        shape.line.fill.background()
        describe(shape, "code", f"QR code of {link}")
    if link:
        dark.click_action.hyperlink.address = link


def _add_rule(shapes: Any, start: Point, end: Point, drawing: Drawing, plane: Plane) -> None:
    left, top = plane.point(start)
    shape = shapes.add_shape(
        MSO_SHAPE.RECTANGLE, left, top, max(1, plane.x(end.x) - left), plane.length(1)
    )
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(drawing.theme.rule)
    shape.line.fill.background()
    describe(shape, _RULE_NAME, "")
