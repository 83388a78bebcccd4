"""The SVG pen: text as text, escaped, the same bytes for the same drawing."""

import math
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from figures.geometry.drawing import Band, Box, Drawing, Edge, Glyph, LegendItem, Text, Words
from figures.plane import Point, Rect
from figures.style import EdgeStyle, NodeStyle
from figures.text import FAMILY, LINE_HEIGHT, clean

# The namespace of the snapshot inside the file, by which a dropped file is known as ours.
SNAPSHOT_NAMESPACE: Final = "urn:gutgraph:snapshot:1"

_FONTS: Final = f"'{FAMILY}', 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"


def svg(drawing: Drawing) -> str:
    """Draw a figure as an SVG document that carries its snapshot."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f'width="{_n(drawing.width)}" height="{_n(drawing.height)}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" '
        f'font-family="{_FONTS}" role="img" aria-labelledby="title description">'
    )
    yield f'<title id="title">{_text(drawing.title)}</title>'
    yield f'<desc id="description">{_text(drawing.description)}</desc>'
    yield (
        f'<metadata><snapshot xmlns="{SNAPSHOT_NAMESPACE}" id="{drawing.snapshot_id}">'
        f"{escape(drawing.snapshot)}</snapshot></metadata>"
    )
    page = Rect(0, 0, drawing.width, drawing.height)
    yield f'<rect {_rect(page)} fill="{drawing.theme.background}"/>'
    for band in drawing.bands:
        yield from _band(band)
    for edge in drawing.edges:
        yield from _edge(edge)
    for edge in drawing.edges:
        if edge.words:
            yield from _words(edge.words)
    for box in drawing.boxes:
        yield from _box(box)
    for item in drawing.legend:
        yield from _legend(item)
    for start, end in drawing.rules:
        yield (
            f'<path d="M{_p(start)} L{_p(end)}" stroke="{drawing.theme.rule}" stroke-width="1"/>'
        )
    for text in drawing.texts:
        yield _line(text)
    yield "</svg>"


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
    outlines = {
        "arrow": ((0, 0), (-1, 0.43), (-1, -0.43)),
        "up": ((0, -0.5), (0.56, 0.5), (-0.56, 0.5)),
        "down": ((0, 0.5), (0.56, -0.5), (-0.56, -0.5)),
        "bar": ((0, -0.62), (0, 0.62), (-0.28, 0.62), (-0.28, -0.62)),
        "struck": ((0.3, -0.6), (0.44, -0.6), (-0.3, 0.6), (-0.44, 0.6)),
    }
    angle = 0.0 if glyph.kind in {"up", "down"} else glyph.angle
    corners = [_turned(glyph.at, x, y, glyph.size, angle) for x, y in outlines[glyph.kind]]
    path = "M" + " L".join(_p(corner) for corner in corners) + " Z"
    return f'<path d="{path}" fill="{glyph.colour}"/>'


def _turned(at: Point, x: float, y: float, size: float, angle: float) -> Point:
    cos, sin = math.cos(angle), math.sin(angle)
    return Point(at.x + size * (x * cos - y * sin), at.y + size * (x * sin + y * cos))


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
        cut = min(rect.width / 4, 0.5 * size)
        middle = rect.centre.y
        corners = (
            Point(rect.x + cut, rect.y),
            Point(rect.right - cut, rect.y),
            Point(rect.right, middle),
            Point(rect.right - cut, rect.bottom),
            Point(rect.x + cut, rect.bottom),
            Point(rect.x, middle),
        )
        return f'<path d="M{" L".join(_p(corner) for corner in corners)} Z" {paint}/>'
    one_line = min(rect.height, (LINE_HEIGHT + 0.64) * size)
    radius = style.corner * one_line
    return f'<rect {_rect(rect)} rx="{_n(radius)}" {paint}/>'


def _legend(item: LegendItem) -> Iterator[str]:
    rect, entry = item.sample, item.entry
    if entry.node is not None:
        yield _shape(rect, entry.node, rect.height / 2)
    if entry.edge is not None:
        middle = rect.centre.y
        yield from _stroke(f"M{_p(Point(rect.x, middle))} H{_n(rect.right)}", entry.edge)
        if entry.edge.head != "none":
            tip = Point(rect.right, middle)
            yield _glyph(Glyph(entry.edge.head, tip, 0, 13, entry.edge.colour))
        if entry.edge.mark:
            centre = Point(rect.centre.x, middle)
            yield _glyph(Glyph(entry.edge.mark, centre, 0, 15, entry.edge.mark_colour))
        if entry.edge.struck:
            yield _glyph(Glyph("struck", rect.centre, 0, 18, entry.edge.colour))
    yield _line(item.text)


def _line(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    weight = "" if text.weight == 400 else f' font-weight="{text.weight}"'  # noqa: PLR2004
    return (
        f'<text x="{_n(text.at.x)}" y="{_n(text.at.y)}" font-size="{_n(text.size)}"'
        f'{weight}{anchor} fill="{text.colour}">{_text(text.text)}</text>'
    )


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
