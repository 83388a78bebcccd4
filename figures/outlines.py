"""The outlines that every pen draws alike: heads, marks, hexagons, corners."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from figures.geometry.drawing import Glyph
from figures.plane import Point, Rect
from figures.style import NodeStyle
from figures.text import LINE_HEIGHT

# Corners of a glyph of size 1 whose tip is at 0, 0 and whose line comes from the left.
_GLYPHS: Final[Mapping[str, tuple[tuple[float, float], ...]]] = MappingProxyType(
    {
        "arrow": ((0, 0), (-1, 0.43), (-1, -0.43)),
        "up": ((0, -0.5), (0.56, 0.5), (-0.56, 0.5)),
        "down": ((0, 0.5), (0.56, -0.5), (-0.56, -0.5)),
        "bar": ((0, -0.62), (0, 0.62), (-0.28, 0.62), (-0.28, -0.62)),
        "struck": ((0.3, -0.6), (0.44, -0.6), (-0.3, 0.6), (-0.44, 0.6)),
    }
)


def outline(glyph: Glyph) -> tuple[Point, ...]:
    """The corners of a head, mark or stroke, turned along its edge; marks stand upright."""
    angle = 0.0 if glyph.kind in {"up", "down"} else glyph.angle
    cos, sin = math.cos(angle), math.sin(angle)
    at, size = glyph.at, glyph.size
    return tuple(
        Point(at.x + size * (x * cos - y * sin), at.y + size * (x * sin + y * cos))
        for x, y in _GLYPHS[glyph.kind]
    )


def hexagon(rect: Rect, size: float) -> tuple[Point, ...]:
    """The corners of a hexagonal box whose type is `size` high."""
    cut = min(rect.width / 4, 0.5 * size)
    middle = rect.centre.y
    return (
        Point(rect.x + cut, rect.y),
        Point(rect.right - cut, rect.y),
        Point(rect.right, middle),
        Point(rect.right - cut, rect.bottom),
        Point(rect.x + cut, rect.bottom),
        Point(rect.x, middle),
    )


def corner(rect: Rect, style: NodeStyle, size: float) -> float:
    """The radius of a box's corners, that of a box of one line."""
    return style.corner * min(rect.height, (LINE_HEIGHT + 0.64) * size)
