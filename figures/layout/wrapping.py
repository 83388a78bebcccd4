"""Crowded compartments wrapped into several columns beside each other, under one heading.

Which entity stands in which of them is annealed (seeded, so the same graph gives the same
columns): columns about as high, few edges within one, few that have to pass others.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.model.subgraph import Subgraph
from graph.model.vocabulary import Compartment

MOST_COLUMNS: Final = 9
_ROW: Final = 1.3  # of a box's gap to the next, in the measure of an ordinary box
_LANE: Final = 0.17  # height of a passing edge, of an ordinary box
_PORT: Final = 0.2  # of an arrow at a box, the same
_INNER: Final = 2.0  # what an edge within a column costs, in passed columns
_HIGH: Final = 5  # power of a column's height: the highest counts
_STEPS: Final = 120  # tries for each entity
_MOST_STEPS: Final = 9_000
_WARM: Final = 4.0
_SEED: Final = 11


def allotments(
    places: Sequence[Compartment], counts: Mapping[str, int], most: int = MOST_COLUMNS
) -> Iterator[tuple[Compartment, ...]]:
    """Yield the compartments of the columns, one column more each time for the fullest.

    Args:
        places: The compartments used, in order.
        counts: How many entities each has.

    """
    columns = {place.name: 1 for place in places}
    while sum(columns.values()) < most:
        fullest = max(places, key=lambda place: counts[place.name] / columns[place.name])
        if counts[fullest.name] <= columns[fullest.name]:
            return
        columns[fullest.name] += 1
        yield tuple(place for place in places for _ in range(columns[place.name]))


def dealt(subgraph: Subgraph, places: Sequence[Compartment]) -> dict[str, int]:
    """Deal the entities out to the columns of their compartments: the index of each one's column.

    Args:
        places: The compartment of each column; those of one stand beside each other.

    """
    free: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        free[place.name].append(index)
    table = _Table.of(subgraph, free, len(places))
    _anneal(table)
    return dict(zip(table.ids, table.best, strict=True))


@dataclass(slots=True)
class _Table:
    """Who stands in which column, and what that costs.

    Attributes:
        choices: The columns that each entity may stand in.
        near: The other ends of each entity's edges.
        boxes: Height of the boxes of each column.
        passing: How many edges pass each column.

    """

    ids: list[str]
    choices: list[list[int]]
    near: list[list[int]]
    at: list[int]
    boxes: list[float]
    passing: list[int]
    inner: int = 0
    best: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, subgraph: Subgraph, free: Mapping[str, Sequence[int]], count: int) -> "_Table":
        """Set out the entities by turns, those that share claims one after the other."""
        ids = [str(one.id) for one in subgraph.entities]
        number = {id_: index for index, id_ in enumerate(ids)}
        near: list[list[int]] = [[] for _ in ids]
        for one in subgraph.claims:
            a, b = number[one.claim.subject], number[one.claim.object]
            if a != b:
                near[a].append(b)
                near[b].append(a)
        choices = [list(free[one.place]) for one in subgraph.entities]
        table = cls(ids, choices, near, [-1] * len(ids), [0.0] * count, [0] * count)
        seen: dict[int, int] = defaultdict(int)
        totals: dict[int, int] = defaultdict(int)
        for some in choices:
            totals[some[0]] += 1
        for item in _walked(near):
            some = choices[item]
            share = seen[some[0]] * len(some) // totals[some[0]]
            seen[some[0]] += 1
            table.put(item, some[share])
        table.best = list(table.at)
        return table

    def put(self, item: int, column: int) -> None:
        """Put an entity into a column, out of the one where it stands."""
        if self.at[item] >= 0:
            self._count(item, -1)
        self.at[item] = column
        self._count(item, 1)

    def cost(self) -> float:
        """What the whole costs."""
        high = [
            box + _LANE * lanes for box, lanes in zip(self.boxes, self.passing, strict=True)
        ]
        mean = sum(high) / len(high) or 1.0
        uneven = sum((one / mean) ** _HIGH for one in high) / len(high)
        return sum(self.passing) + _INNER * self.inner + mean * uneven ** (1 / _HIGH) * 4

    def _count(self, item: int, by: int) -> None:
        own = self.at[item]
        self.boxes[own] += by * (1 + _ROW + _PORT * max(0, len(self.near[item]) // 2 - 3))
        for other in self.near[item]:
            there = self.at[other]
            if there < 0:
                continue
            if there == own:
                self.inner += by
            low, high = (own, there) if own < there else (there, own)
            for column in range(low + 1, high):
                self.passing[column] += by


def _walked(near: Sequence[Sequence[int]]) -> list[int]:
    """All entities, each beside what it shares a claim with where that can be."""
    order: list[int] = []
    met: set[int] = set()
    for start in sorted(range(len(near)), key=lambda item: (len(near[item]), item)):
        rest = [start]
        while rest:
            item = rest.pop(0)
            if item in met:
                continue
            met.add(item)
            order.append(item)
            rest += sorted({other for other in near[item] if other not in met})
    return order


def _anneal(table: _Table) -> None:
    """Try moves and swaps, the worse ones ever less often; the best that was met is kept."""
    loose = [item for item, some in enumerate(table.choices) if len(some) > 1]
    if not loose:
        return
    chance = random.Random(_SEED)  # noqa: S311 - the same each time is what is wanted
    steps = min(_MOST_STEPS, _STEPS * len(loose))
    cost = least = table.cost()
    for step in range(steps):
        warmth = _WARM * (1 - step / steps) ** 2 + 1e-6
        item = loose[int(chance.random() * len(loose))]
        some = table.choices[item]
        other = loose[int(chance.random() * len(loose))]
        swap = table.choices[other] is not some and table.choices[other] != some
        before, there = table.at[item], table.at[other]
        if not swap and there != before and chance.random() < 0.5:  # noqa: PLR2004 - half
            table.put(item, there)
            table.put(other, before)
        else:
            other = item
            table.put(item, some[int(chance.random() * len(some))])
        now = table.cost()
        if now <= cost or chance.random() < math.exp((cost - now) / warmth):
            cost = now
            if now < least - 1e-9:
                least, table.best = now, list(table.at)
            continue
        table.put(item, before)
        if other != item:
            table.put(other, there)
