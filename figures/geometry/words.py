"""Where the words of an edge stand: on its line, clear of boxes, heads, marks and other words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from figures.geometry.curves import samples
from figures.geometry.drawing import Edge, Text, Words
from figures.plane import Point, Rect, Size
from figures.style import Theme
from figures.text import text_width

_PAD_X: Final = 4.0
_STEEP: Final = 60.0  # cost of standing where the line runs straight up
_OVER_LINE: Final = 14.0  # cost of each sample of another line hidden
_OFF_BAND: Final = 40.0
_BENT: Final = 1.2  # cost of each pixel that the line leaves the words' middle
_UPRIGHT: Final = 0.97  # sine of a direction from which words stand beside the line
_ASIDE: Final = 7.0
_CELL: Final = 64.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What words must not cover (`solid`) and had better not (`lines`, `seams`).

    Attributes:
        lines: Samples of each edge, by claim id.
        seams: Heights along which two grounds meet: x of the bands' edges.
        grounds: The bands, with their colour.
        page: Colour of what lies between and around them.
        size: Of the picture, which words do not leave.

    """

    solid: Sequence[Rect]
    lines: Mapping[str, Sequence[Point]]
    grounds: Sequence[tuple[Rect, str]]
    page: str
    size: Size


def place_words(
    edges: Sequence[Edge],
    words: Mapping[str, str],
    around: Surroundings,
    theme: Theme,
    scale: float = 1.0,
) -> dict[str, Words]:
    """Find a place for the words of each edge, the edges with least room first.

    Returns:
        Words by claim id; an edge on which no place is free is missing.

    """
    solid = list(around.solid)
    placed: dict[str, Words] = {}
    lines = _grid(around.lines)
    for edge in sorted(edges, key=lambda one: (len(around.lines[one.id]), one.id)):
        text = words.get(edge.id, "")
        if not text:
            continue
        size = theme.sizes.words * scale
        extent = Size(text_width(text, size) + 2 * _PAD_X, size * 1.2)
        spot = _best(edge, extent, solid, lines, around)
        if spot is None:
            continue
        rect = Rect.around(spot, extent)
        solid.append(rect.grown(2))
        colour = theme.contested if edge.style.contested else theme.quiet
        base = Point(spot.x, round(spot.y + size * 0.32, 2))
        line = Text(text, base, size, colour, anchor="middle", role="words")
        placed[edge.id] = Words(rect, (line,), _ground(spot, around))
    return placed


def _best(
    edge: Edge,
    extent: Size,
    solid: Sequence[Rect],
    lines: Mapping[tuple[int, int], Sequence[tuple[str, Point]]],
    around: Surroundings,
) -> Point | None:
    """The cheapest free spot on the line, nearer its subject when equal."""
    found: list[tuple[float, int, Point]] = []
    points = list(samples(edge.start, edge.curve, 5.0))
    for index, (point, angle) in enumerate(points):
        upright = abs(math.sin(angle)) > _UPRIGHT
        aside = (extent.width / 2 + _ASIDE) * upright
        for spot in {Point(point.x + aside, point.y), Point(point.x - aside, point.y)}:
            rect = Rect.around(spot, extent)
            if _outside(rect, around.size) or any(rect.meets(other) for other in solid):
                continue
            cost = _STEEP * abs(math.sin(angle)) * (not upright) + 6 * index / len(points)
            cost += _OVER_LINE * _hidden(rect, edge.id, lines)
            cost += _BENT * min(_most_bent(rect, points), rect.height) * (not upright)
            cost += _OFF_BAND * (not any(_within(rect, band) for band, _ in around.grounds))
            found.append((round(cost, 3), index, spot))
    return min(found)[2] if found else None


def _outside(rect: Rect, size: Size) -> bool:
    return rect.x < 0 or rect.y < 0 or rect.right > size.width or rect.bottom > size.height


def _most_bent(rect: Rect, points: Sequence[tuple[Point, float]]) -> float:
    """How far the line strays from the middle of a rectangle that stands on it."""
    middle = rect.centre.y
    inside = (point for point, _ in points if rect.x < point.x < rect.right)
    return max(
        (abs(point.y - middle) for point in inside if abs(point.y - middle) < 2 * rect.height),
        default=0.0,
    )


def _hidden(
    rect: Rect, own: str, lines: Mapping[tuple[int, int], Sequence[tuple[str, Point]]]
) -> int:
    """How many samples of other lines a rectangle would hide."""
    cells = {
        (x, y)
        for x in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1)
        for y in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1)
    }
    return sum(
        id_ != own and rect.holds(point) for cell in cells for id_, point in lines.get(cell, ())
    )


def _grid(
    lines: Mapping[str, Sequence[Point]],
) -> dict[tuple[int, int], list[tuple[str, Point]]]:
    grid: dict[tuple[int, int], list[tuple[str, Point]]] = {}
    for id_, points in lines.items():
        for point in points:
            cell = (int(point.x // _CELL), int(point.y // _CELL))
            grid.setdefault(cell, []).append((id_, point))
    return grid


def _within(rect: Rect, band: Rect) -> bool:
    return band.x <= rect.x and rect.right <= band.right


def _ground(spot: Point, around: Surroundings) -> str:
    return next((colour for band, colour in around.grounds if band.holds(spot)), around.page)
