"""Positions that a user chose win; boxes in their way move aside."""

from collections.abc import Mapping
from typing import Final

from figures.plane import Point, Rect, Size
from graph.model.identity import EntityId

_SAME: Final = 1.0  # pixels: a box this near where the layout has it was not moved
_GAP: Final = 12.0
_STEP: Final = 6.0


def pin(
    positions: Mapping[EntityId, Point],
    sizes: Mapping[EntityId, Size],
    pinned: Mapping[EntityId, Point],
) -> tuple[dict[EntityId, Point], frozenset[EntityId]]:
    """Put pinned boxes in their place and shift those they would cover, up or down.

    Returns:
        All positions, and the entities that do not stand where the layout had them.

    """
    chosen = {
        id_: point
        for id_, point in sorted(pinned.items())
        if id_ in positions and not _near(point, positions[id_])
    }
    placed = dict(positions) | chosen
    moved = set(chosen)
    for id_ in sorted(positions, key=lambda one: (positions[one].y, one)) if chosen else ():
        if id_ in chosen:
            continue
        taken = [Rect.around(placed[other], sizes[other]) for other in moved]
        if any(Rect.around(placed[id_], sizes[id_]).grown(_GAP / 2).meets(one) for one in taken):
            others = [Rect.around(placed[one], sizes[one]) for one in placed if one != id_]
            placed[id_] = _free(placed[id_], sizes[id_], others)
            moved.add(id_)
    return placed, frozenset(moved)


def _near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) <= _SAME and abs(one.y - other.y) <= _SAME


def _free(point: Point, size: Size, taken: list[Rect]) -> Point:
    """The nearest free place above or below."""
    for index in range(1, 10_000):
        for way in (1, -1):
            there = Point(point.x, point.y + way * index * _STEP)
            if there.y < size.height:
                continue
            if not any(Rect.around(there, size).grown(_GAP / 2).meets(one) for one in taken):
                return there
    return point
