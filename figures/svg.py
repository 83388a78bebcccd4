"""The SVG pen: text as text, escaped, the same bytes for the same drawing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from figures.geometry.drawing import Band, Box, Drawing, Edge, Glyph, LegendItem, Text, Words
from figures.outlines import corner, hexagon, outline
from figures.plane import Point, Rect
from figures.style import EdgeStyle, NodeStyle
from figures.text import FAMILY, clean, lacking, rightward, text_width

# The namespace of the snapshot inside the file, by which a dropped file is known as ours.
SNAPSHOT_NAMESPACE: Final = "urn:gutgraph:snapshot:1"

_FONTS: Final = f"'{FAMILY}', 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"


def svg(drawing: Drawing, steps: Sequence[Collection[str]] = ()) -> str:
    """Draw a figure as an SVG document that carries its snapshot.

    Args:
        drawing: What `figures.geometry.compose` returned.
        steps: Ids of entities and claims that a slide show reveals one after the other; what is in
            none of them is there from the start.

    """
    return "\n".join(_lines(drawing, steps)) + "\n"


def _lines(drawing: Drawing, steps: Sequence[Collection[str]]) -> Iterator[str]:
    size = f'width="{_n(drawing.width)}" height="{_n(drawing.height)}"'
    title, said = f"title-{drawing.snapshot_id}", f"description-{drawing.snapshot_id}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" '
        f'font-family="{_FONTS}" role="img" aria-labelledby="{title} {said}">'
    )
    yield f'<title id="{title}">{_text(drawing.alt)}</title>'
    yield f'<desc id="{said}">{_text(drawing.description)}</desc>'
    yield (
        f'<metadata><snapshot xmlns="{SNAPSHOT_NAMESPACE}" id="{drawing.snapshot_id}">'
        f"{escape(drawing.snapshot)}</snapshot></metadata>"
    )
    if not drawing.transparent:
        page = Rect(0, 0, drawing.width, drawing.height)
        yield f'<rect {_rect(page)} fill="{drawing.theme.background}"/>'
    for band in drawing.bands:
        yield from _band(band)
    yield from _picture(drawing, frozenset().union(*steps), None)
    for index, step in enumerate(steps):
        yield f'<g class="fragment" data-fragment-index="{index}">'
        yield from _picture(drawing, frozenset(), frozenset(step))
        yield "</g>"
    for item in drawing.legend:
        yield from _legend(item)
    for start, end in drawing.rules:
        yield (
            f'<path d="M{_p(start)} L{_p(end)}" stroke="{drawing.theme.rule}" stroke-width="1"/>'
        )
    yield from _linked(drawing)
    yield "</svg>"


def _picture(
    drawing: Drawing, hidden: frozenset[str], only: frozenset[str] | None
) -> Iterator[str]:
    """The claims, their words above them, then the entities: of one step, or of none."""

    def drawn(id_: str) -> bool:
        return id_ not in hidden if only is None else id_ in only

    edges = [edge for edge in drawing.edges if drawn(edge.id)]
    for edge in edges:
        yield from _edge(edge)
    for edge in edges:
        if edge.words:
            yield from _words(edge.words)
    for box in drawing.boxes:
        if drawn(box.id):
            yield from _box(box)


def _linked(drawing: Drawing) -> Iterator[str]:
    """The lines of the frame and the code; those that tell the address are a link."""
    for text in drawing.texts:
        if drawing.link and text.role == "snapshot":
            yield f"<a href={_attribute(drawing.link)}>{_line(text)}</a>"
        else:
            yield _line(text)
    if drawing.code is None:
        return
    code = drawing.code
    path = "".join(
        f"M{_p(Point(run.x, run.y))}h{_n(run.width)}v{_n(run.height)}h-{_n(run.width)}z"
        for run in code.runs
    )
    yield f"<a href={_attribute(drawing.link)}>"
    yield f"<title>{_text(drawing.link)}</title>"
    yield f'<rect {_rect(code.rect)} fill="{code.light}"/>'
    yield f'<path d="{path}" fill="{code.dark}"/>'
    yield "</a>"


def _band(band: Band) -> Iterator[str]:
    yield f'<rect {_rect(band.rect)} rx="14" fill="{band.fill}"/>'
    yield _line(band.heading)


def _edge(edge: Edge) -> Iterator[str]:
    yield f'<g class="claim" data-claim={_attribute(edge.id)}>'
    yield f"<title>{_text(edge.sentence)}</title>"
    path = f"M{_p(edge.start)}" + "".join(
        f" C{_p(first)} {_p(second)} {_p(end)}" for first, second, end in edge.curve
    )
    yield from _stroke(path, edge.style)
    for glyph in edge.glyphs:
        yield _glyph(glyph)
    yield "</g>"


def _stroke(path: str, style: EdgeStyle) -> Iterator[str]:
    if style.halo:
        yield (
            f'<path d="{path}" fill="none" stroke="{style.halo}" '
            f'stroke-width="{_n(style.width + 7)}" stroke-linecap="butt"/>'
        )
    dash = ""
    if style.dash:
        cap = "round" if style.dash[0] < style.width else "butt"
        lengths = " ".join(_n(length) for length in style.dash)
        dash = f' stroke-dasharray="{lengths}" stroke-linecap="{cap}"'
    yield (
        f'<path d="{path}" fill="none" stroke="{style.colour}" '
        f'stroke-width="{_n(style.width)}"{dash}/>'
    )


def _glyph(glyph: Glyph) -> str:
    """Draw a head, mark or stroke as a path, already turned."""
    return f'<path d="{_polygon(outline(glyph))}" fill="{glyph.colour}"/>'


def _polygon(corners: Iterable[Point]) -> str:
    return "M" + " L".join(map(_p, corners)) + " Z"


def _words(words: Words) -> Iterator[str]:
    yield f'<rect {_rect(words.rect)} rx="3" fill="{words.ground}"/>'
    for line in words.lines:
        yield _line(line)


def _box(box: Box) -> Iterator[str]:
    yield f'<g class="entity" data-entity={_attribute(box.id)}>'
    yield f"<title>{_text(box.name)} ({_text(box.id)})</title>"
    yield _shape(box.rect, box.style, box.lines[0].size if box.lines else box.rect.height)
    for line in box.lines:
        yield _line(line)
    yield "</g>"


def _shape(rect: Rect, style: NodeStyle, size: float) -> str:
    paint = f'fill="{style.fill}" stroke="{style.stroke}" stroke-width="{_n(style.outline)}"'
    if style.shape == "hexagon":
        return f'<path d="{_polygon(hexagon(rect, size))}" {paint}/>'
    return f'<rect {_rect(rect)} rx="{_n(corner(rect, style, size))}" {paint}/>'


def _legend(item: LegendItem) -> Iterator[str]:
    rect, entry = item.sample, item.entry
    if entry.node is not None:
        yield _shape(rect, entry.node, rect.height / 2)
    if entry.edge is not None:
        middle = rect.centre.y
        yield from _stroke(f"M{_p(Point(rect.x, middle))} H{_n(rect.right)}", entry.edge)
        for glyph in item.glyphs:
            yield _glyph(glyph)
    yield _line(item.text)


def _line(text: Text) -> str:
    turned = rightward(text.text)  # then a line ends where it starts on the page
    place = "end" if turned and text.anchor == "start" else text.anchor
    anchor = "" if place == "start" else f' text-anchor="{place}"'
    way = ' direction="rtl"' if turned else ""
    weight = "" if text.weight == 400 else f' font-weight="{text.weight}"'  # noqa: PLR2004
    return (
        f'<text x="{_n(text.at.x)}" y="{_n(text.at.y)}" font-size="{_n(text.size)}"'
        f'{weight}{anchor}{way}{_length(text)} fill="{text.colour}">{_text(text.text)}</text>'
    )


def _length(text: Text) -> str:
    """Hold a line to the width that was measured, whatever font the viewer has."""
    shown = clean(text.text)
    if lacking(shown):
        return ""
    width = text_width(shown, text.size, text.weight)
    return f' textLength="{_n(width)}" lengthAdjust="spacingAndGlyphs"'


def _rect(rect: Rect) -> str:
    return f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'


def _p(point: Point) -> str:
    return f"{_n(point.x)},{_n(point.y)}"


def _n(number: float) -> str:
    """Write a number with at most two decimals, so that the bytes do not hang on the last bit."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    return escape(clean(text))


def _attribute(text: str) -> str:
    return quoteattr(clean(text))
