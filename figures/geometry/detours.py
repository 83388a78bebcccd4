"""Curves for boxes that stand outside the columns: candidates around what is in the way."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from figures.geometry.curves import Piece
from figures.layout import Port
from figures.plane import Point, Rect

_BOWS: Final = (0.0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2)
_SIDES: Final = ("right", "left", "bottom", "top")
_OUT: Final = {"right": (1, 0), "left": (-1, 0), "top": (0, -1), "bottom": (0, 1)}
_CLEAR: Final = 18.0

Path = tuple[Point, tuple[Piece, ...]]


def detour(
    subject: Rect, object_: Rect, start: Port, end: Port, others: Iterable[Rect]
) -> Iterator[Path]:
    """Yield candidate curves between two boxes, the plainest first.

    Args:
        start, end: The ports the layout gave; kept where the sides still face each other.
        others: Boxes to go around, above all of them or below.

    """
    for one, other in _facing(subject, object_, start, end):
        a, b = one.on(subject), other.on(object_)
        for bow in _BOWS:
            yield a, (_bowed(a, b, one.side, other.side, bow),)
    if rest := list(others):
        yield from _around(subject, object_, rest)


def _facing(subject: Rect, object_: Rect, start: Port, end: Port) -> list[tuple[Port, Port]]:
    """Pairs of ports: the sides that face each other, then all others."""
    dx, dy = object_.centre.x - subject.centre.x, object_.centre.y - subject.centre.y
    level = ("right", "left") if dx >= 0 else ("left", "right")
    upright = ("bottom", "top") if dy >= 0 else ("top", "bottom")
    apart = abs(dx) > (subject.width + object_.width) / 2
    pairs = [level, upright] if apart else [upright, level]
    pairs += [(one, other) for one in _SIDES for other in _SIDES if (one, other) not in pairs]
    return [(_kept(start, one), _kept(end, other)) for one, other in pairs]


def _kept(port: Port, side: str) -> Port:
    return port if port.side == side else Port(side, 0.0)


def _bowed(a: Point, b: Point, out: str, back: str, bow: float) -> Piece:
    """A curve that leaves and arrives square to the sides, swung aside by a share of its length."""
    length = math.dist(a, b) or 1.0
    pull = max(30.0, length * 0.4)
    aside = (-(b.y - a.y) / length * bow * length, (b.x - a.x) / length * bow * length)
    first = Point(a.x + _OUT[out][0] * pull + aside[0], a.y + _OUT[out][1] * pull + aside[1])
    second = Point(b.x + _OUT[back][0] * pull + aside[0], b.y + _OUT[back][1] * pull + aside[1])
    return (first, second, b)


def _around(subject: Rect, object_: Rect, others: Sequence[Rect]) -> list[Path]:
    """Over the top of everything, and under it."""
    boxes = [subject, object_, *others]
    paths: list[Path] = []
    for side, y in (
        ("top", min(box.y for box in boxes) - _CLEAR),
        ("bottom", max(box.bottom for box in boxes) + _CLEAR),
    ):
        a, b = Port(side, 0).on(subject), Port(side, 0).on(object_)
        over = y + (y - a.y) * 0.2
        paths.append((a, ((Point(a.x, over), Point(b.x, over), b),)))
    return paths
