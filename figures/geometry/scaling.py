"""A picture drawn smaller or larger, and moved: every place, size and width alike."""

from dataclasses import replace
from typing import Final

from figures.geometry.drawing import Band, Box, Edge, Glyph, Text, Words
from figures.plane import Point, Rect
from figures.style import EdgeStyle, NodeStyle

_THINNEST: Final = 0.8  # pixels of a line that a projector still shows


class Placement:
    """From the plane of a picture to that of a figure.

    Args:
        scale: Factor on everything.
        by: Where the picture's corner goes.

    """

    def __init__(self, scale: float, by: Point) -> None:
        self.scale = scale
        self.by = by

    def point(self, point: Point) -> Point:
        """Map a place."""
        return Point(
            round(point.x * self.scale + self.by.x, 2), round(point.y * self.scale + self.by.y, 2)
        )

    def rect(self, rect: Rect) -> Rect:
        """Map a rectangle."""
        return Rect(*self.point(Point(rect.x, rect.y)), *map(self._long, rect[2:]))

    def band(self, band: Band) -> Band:
        """Map a column."""
        return Band(self.rect(band.rect), band.fill, self.text(band.heading))

    def box(self, box: Box) -> Box:
        """Map an entity."""
        return replace(
            box,
            rect=self.rect(box.rect),
            style=self._node(box.style),
            lines=tuple(map(self.text, box.lines)),
        )

    def edge(self, edge: Edge) -> Edge:
        """Map a claim."""
        return replace(
            edge,
            style=self._style(edge.style),
            start=self.point(edge.start),
            curve=tuple(
                (self.point(a), self.point(b), self.point(end)) for a, b, end in edge.curve
            ),
            glyphs=tuple(map(self._glyph, edge.glyphs)),
            words=self._words(edge.words) if edge.words else None,
        )

    def text(self, text: Text) -> Text:
        """Map a line of text."""
        return replace(text, at=self.point(text.at), size=self._long(text.size))

    def _words(self, words: Words) -> Words:
        lines = tuple(map(self.text, words.lines))
        return Words(self.rect(words.rect), lines, words.ground)

    def _glyph(self, glyph: Glyph) -> Glyph:
        return replace(glyph, at=self.point(glyph.at), size=self._long(glyph.size))

    def _node(self, style: NodeStyle) -> NodeStyle:
        return replace(style, outline=self._wide(style.outline))

    def _style(self, style: EdgeStyle) -> EdgeStyle:
        return replace(
            style, width=self._wide(style.width), dash=tuple(map(self._long, style.dash))
        )

    def _long(self, length: float) -> float:
        return round(length * self.scale, 2)

    def _wide(self, width: float) -> float:
        return max(min(width, _THINNEST), self._long(width))
