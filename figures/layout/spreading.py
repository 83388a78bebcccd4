"""Boxes pushed apart until none meets another, inside a room where there is one."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from figures.plane import Point, Size
from graph.model.identity import EntityId

_ROUNDS: Final = 160
_DENSEST: Final = 0.86  # of a room that boxes with their gaps may take
_WIDEST_HOP: Final = 430.0  # of one claim's length, where there is room
_HIGHEST_HOP: Final = 250.0
_EVEN: Final = 0.75  # how much of a place is its rank among all
_SLACK: Final = 0.5
_OVERSHOOT: Final = 0.52  # of what two boxes share, that each gives way


def turned(wished: Mapping[EntityId, Point]) -> dict[EntityId, Point]:
    """Turn a cloud of places so that it is longest from left to right."""
    count = max(1, len(wished))
    x = sum(one.x for one in wished.values()) / count
    y = sum(one.y for one in wished.values()) / count
    places = {id_: (one.x - x, one.y - y) for id_, one in wished.items()}
    xx = sum(a * a for a, _ in places.values())
    yy = sum(b * b for _, b in places.values())
    xy = sum(a * b for a, b in places.values())
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return {id_: Point(cos * a + sin * b, cos * b - sin * a) for id_, (a, b) in places.items()}


def fitted_into(
    wished: Mapping[EntityId, Point],
    sizes: Mapping[EntityId, Size],
    gaps: Size,
    room: Size,
) -> dict[EntityId, Point] | None:
    """Spread places over a room (pixels) with gaps between all boxes; None where that fails.

    Args:
        wished: In hops, the longest way from left to right.
        room: The boxes stay within.

    """
    taken = sum((one.width + gaps.width) * (one.height + gaps.height) for one in sizes.values())
    if taken > _DENSEST * (room.width + gaps.width) * (room.height + gaps.height):
        return None
    wished = _evened(wished)
    half_wide = max(one.width for one in sizes.values()) / 2
    half_high = max(one.height for one in sizes.values()) / 2
    x = _stretch([one.x for one in wished.values()], half_wide, room.width, _WIDEST_HOP)
    y = _stretch([one.y for one in wished.values()], half_high, room.height, _HIGHEST_HOP)
    ids = sorted(wished)
    at = [[wished[id_].x * x[0] + x[1], wished[id_].y * y[0] + y[1]] for id_ in ids]
    boxes = [sizes[id_] for id_ in ids]
    if not _pushed(at, boxes, gaps, room):
        return None
    return {id_: Point(round(a, 1), round(b, 1)) for id_, (a, b) in zip(ids, at, strict=True)}


def _evened(wished: Mapping[EntityId, Point]) -> dict[EntityId, Point]:
    """Thin out clumps: each place half where it was, half by its rank from side to side."""
    ids = sorted(wished)
    across = _ranked([wished[id_].x for id_ in ids])
    down = _ranked([wished[id_].y for id_ in ids])
    return {id_: Point(x, y) for id_, x, y in zip(ids, across, down, strict=True)}


def _ranked(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    order = sorted(range(len(values)), key=lambda one: (values[one], one))
    rank = {one: index / max(1, len(values) - 1) for index, one in enumerate(order)}
    return [
        (1 - _EVEN) * value + _EVEN * (low + (high - low) * rank[one])
        for one, value in enumerate(values)
    ]


def _stretch(values: Sequence[float], half: float, side: float, most: float) -> tuple[float, float]:
    """Factor and shift from hops to pixels."""
    low, high = min(values), max(values)
    span = high - low
    factor = min(most, (side - 2 * half) / span) if span > 1e-6 else 1.0  # noqa: PLR2004
    return factor, side / 2 - factor * (low + high) / 2


def _pushed(at: list[list[float]], boxes: Sequence[Size], gaps: Size, room: Size) -> bool:
    """Push apart what meets, ever again, the way that is shorter; say whether all are free."""
    for _ in range(_ROUNDS):
        _within(at, boxes, room)
        if not _push(at, boxes, gaps):
            _within(at, boxes, room)
            return not _push([list(one) for one in at], boxes, gaps)
    return False


def _within(at: Sequence[list[float]], boxes: Sequence[Size], room: Size) -> None:
    for place, (width, height) in zip(at, boxes, strict=True):
        place[0] = min(room.width - width / 2, max(width / 2, place[0]))
        place[1] = min(room.height - height / 2, max(height / 2, place[1]))


def _push(at: Sequence[list[float]], boxes: Sequence[Size], gaps: Size) -> bool:
    """Give way once; say whether anything had to."""
    order = sorted(range(len(at)), key=lambda one: (at[one][1], one))
    highest = max(box.height for box in boxes)
    met = False
    for index, one in enumerate(order):
        here, box = at[one], boxes[one]
        for other in order[index + 1 :]:
            there, its = at[other], boxes[other]
            dy = there[1] - here[1]
            if dy > (box.height + highest) / 2 + gaps.height:
                break
            down = (box.height + its.height) / 2 + gaps.height - abs(dy)
            dx = there[0] - here[0]
            across = (box.width + its.width) / 2 + gaps.width - abs(dx)
            if across <= _SLACK or down <= _SLACK:
                continue
            met = True
            # Boxes are wide: the way that is shorter in their own measure.
            if across / (box.width + its.width) < down / (box.height + its.height):
                by = across * _OVERSHOOT * (1 if dx > 0 or (dx == 0 and one < other) else -1)
                here[0] -= by
                there[0] += by
            else:
                by = down * _OVERSHOOT * (1 if dy >= 0 else -1)
                here[1] -= by
                there[1] += by
    return met
