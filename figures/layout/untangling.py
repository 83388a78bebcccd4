"""Boxes that change places, or go elsewhere, where straight lines between them then run freer.

What is counted: lines that cross, lines that pass a third box, and length. Tries are seeded, so the
same places give the same answer.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from figures.plane import Point, Size
from graph.model.identity import EntityId

_WORK: Final = 110_000  # lines and boxes looked at, about
_MOST_TRIES: Final = 1_400
_MOST_BOXES: Final = 90
_CROSSED: Final = 1.0
_BLOCKED: Final = 1.6
_LENGTH: Final = 1 / 3_000  # of a crossing, for each pixel
_CLEAR: Final = 4.0
_FAR: Final = Size(330.0, 190.0)  # from the middle of its neighbours, that a box may go
_SEED: Final = 11


def untangled(
    points: Mapping[EntityId, Point],
    sizes: Mapping[EntityId, Size],
    pairs: Sequence[tuple[EntityId, EntityId]],
    gaps: Size,
    room: Size,
) -> dict[EntityId, Point]:
    """Move boxes to where fewer lines cross and fewer are blocked.

    Args:
        pairs: Two entities for each line.
        gaps: Kept between all boxes that are moved and the others.
        room: Boxes stay within, a margin away from its border.

    """
    ids = sorted(points)
    if len(ids) > _MOST_BOXES:
        return dict(points)
    number = {id_: index for index, id_ in enumerate(ids)}
    lines = sorted({_sorted(number[a], number[b]) for a, b in pairs if a != b})
    if not lines:
        return dict(points)
    table = _Table(
        [(points[id_].x, points[id_].y) for id_ in ids],
        [sizes[id_] for id_ in ids],
        lines,
        [[line for line in range(len(lines)) if index in lines[line]] for index in range(len(ids))],
    )
    _search(table, gaps, room)
    return {id_: Point(round(x, 1), round(y, 1)) for id_, (x, y) in zip(ids, table.at, strict=True)}


def _sorted(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


@dataclass(slots=True)
class _Table:
    at: list[tuple[float, float]]
    sizes: list[Size]
    lines: list[tuple[int, int]]
    of: list[list[int]]

    def cost(self, moved: Sequence[int]) -> float:
        """What the lines of some boxes cost, and the lines that these boxes block."""
        own = sorted({line for one in moved for line in self.of[one]})
        total = sum(self._line(line, own) for line in own)
        return total + _BLOCKED * sum(self._blocks(one, own) for one in moved)

    def free(self, one: int, gaps: Size) -> bool:
        """Say whether a box stands free of all others."""
        x, y = self.at[one]
        wide, high = self.sizes[one]
        for other, (u, v) in enumerate(self.at):
            if (
                other != one
                and abs(u - x) < (wide + self.sizes[other].width) / 2 + gaps.width
                and abs(v - y) < (high + self.sizes[other].height) / 2 + gaps.height
            ):
                return False
        return True

    def _line(self, line: int, own: Sequence[int]) -> float:
        a, b = self.lines[line]
        (ax, ay), (bx, by) = self.at[a], self.at[b]
        cost = _LENGTH * (abs(bx - ax) + abs(by - ay))
        for other, (c, d) in enumerate(self.lines):
            if other == line or c in (a, b) or d in (a, b) or (other in own and other < line):
                continue
            (cx, cy), (dx, dy) = self.at[c], self.at[d]
            one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
            two = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
            if one * two < 0:
                one = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
                two = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
                cost += _CROSSED * (one * two < 0)
        for third in range(len(self.at)):
            if third not in (a, b) and self._passes(line, third):
                cost += _BLOCKED
        return cost

    def _blocks(self, one: int, own: Sequence[int]) -> int:
        return sum(
            one not in self.lines[line] and line not in own and self._passes(line, one)
            for line in range(len(self.lines))
        )

    def _passes(self, line: int, box: int) -> bool:
        """Say whether a line between two middles runs through a box, about."""
        a, b = self.lines[line]
        (ax, ay), (bx, by), (x, y) = self.at[a], self.at[b], self.at[box]
        wide, high = self.sizes[box]
        half, tall = wide / 2 + _CLEAR, high / 2 + _CLEAR
        if (
            (ax < x - half and bx < x - half)
            or (ax > x + half and bx > x + half)
            or (ay < y - tall and by < y - tall)
            or (ay > y + tall and by > y + tall)
        ):
            return False
        # The corners of the box stand on both sides of the line.
        dx, dy = bx - ax, by - ay
        return abs(dx * (y - ay) - dy * (x - ax)) < half * abs(dy) + tall * abs(dx)


def _search(table: _Table, gaps: Size, room: Size) -> None:
    """Try swaps and moves; what costs less stays."""
    chance = random.Random(_SEED)  # noqa: S311 - the same each time is what is wanted
    count = len(table.at)
    for _ in range(min(_MOST_TRIES, _WORK // (count + len(table.lines)))):
        one = int(chance.random() * count)
        if chance.random() < 0.5:  # noqa: PLR2004 - half
            other = int(chance.random() * count)
            moved = [one, other] if other != one else []
            places = [table.at[other], table.at[one]]
        else:
            moved, places = [one], [_elsewhere(table, one, chance, room)]
        if moved:
            _try(table, moved, places, gaps, room)


def _elsewhere(table: _Table, one: int, chance: random.Random, room: Size) -> tuple[float, float]:
    """A place near the middle of a box's neighbours."""
    near = [end for line in table.of[one] for end in table.lines[line] if end != one] or [one]
    x = sum(table.at[end][0] for end in near) / len(near)
    y = sum(table.at[end][1] for end in near) / len(near)
    return (
        x + (2 * chance.random() - 1) * min(_FAR.width, room.width / 2),
        y + (2 * chance.random() - 1) * min(_FAR.height, room.height / 2),
    )


def _try(
    table: _Table,
    moved: Sequence[int],
    places: Sequence[tuple[float, float]],
    gaps: Size,
    room: Size,
) -> None:
    before = [table.at[one] for one in moved]
    for one, place in zip(moved, places, strict=True):
        table.at[one] = _inside(place, table.sizes[one], room)
    fits = all(table.free(one, gaps) for one in moved)
    if fits:
        after = table.cost(moved)
    there = [table.at[one] for one in moved]
    for one, place in zip(moved, before, strict=True):
        table.at[one] = place
    if fits and after < table.cost(moved) - 1e-9:
        for one, place in zip(moved, there, strict=True):
            table.at[one] = place


def _inside(place: tuple[float, float], size: Size, room: Size) -> tuple[float, float]:
    x = min(room.width - size.width / 2, max(size.width / 2, place[0]))
    y = min(room.height - size.height / 2, max(size.height / 2, place[1]))
    return (x, y)
