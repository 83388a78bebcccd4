"""Crowded compartments wrapped into several columns beside each other, under one heading.

Which entity stands in which of them is annealed (seeded, so the same graph gives the same
columns): columns about as high, few edges within one, few that have to pass others.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.model.subgraph import Subgraph
from graph.model.vocabulary import Compartment

MOST_COLUMNS: Final = 9
# Heights below are measured in that of a box with one line and the gap under it.
_LINE: Final = 0.53  # of each further line of a name
_CHARACTERS: Final = 16  # of a line, about
_MOST_LINES: Final = 3
_PORT: Final = 0.18  # of an arrow at a box that is as tall as its arrows need
_BARE: Final = 0.42  # of such a box without arrows
_LANE: Final = 0.14  # of an edge that passes
_LANE_OF_WORDS: Final = 0.42  # of one that carries words
_FEW_WORDS: Final = 25  # claims; below, edges carry words
_HOPE: Final = 0.75  # of the columns that an estimate asks for: it is a rough one
# What a plan costs.
_HIGHEST: Final = 5.0  # for the height of its columns, the highest counted most
_NORM: Final = 6
_PASSED: Final = 0.5  # for each column that an edge passes
_INNER: Final = 1.5  # for each edge within a column
_STEPS: Final = 120  # tries for each entity
_MOST_STEPS: Final = 8_000
_WARM: Final = 3.0
_SEED: Final = 11


def allotments(
    subgraph: Subgraph, places: Sequence[Compartment], rows: float
) -> Iterator[tuple[Compartment, ...]]:
    """Yield the compartments of the columns, one column more each time for the fullest.

    Args:
        places: The compartments used, in order.
        rows: How many boxes of one line a column has room for, at the size wished for; fewer
            columns than would hold all boxes at that size are left out.

    """
    ends = Counter(end for one in subgraph.claims for end in (one.claim.subject, one.claim.object))
    counts = Counter(one.place for one in subgraph.entities)
    loads: dict[str, float] = defaultdict(float)
    for one in subgraph.entities:
        loads[one.place] += max(_lines(one.name), _BARE + _PORT * ends[one.id])
    columns = {place.name: 1 for place in places}
    least = min(MOST_COLUMNS - 1, sum(loads.values()) / rows * _HOPE)
    while sum(columns.values()) < MOST_COLUMNS:
        free = [place for place in places if counts[place.name] > columns[place.name]]
        if not free:
            return
        fullest = max(free, key=lambda place: loads[place.name] / columns[place.name])
        columns[fullest.name] += 1
        if sum(columns.values()) >= least:
            yield tuple(place for place in places for _ in range(columns[place.name]))


def _lines(name: str) -> float:
    """The height of a box that fits a name."""
    return 1 + _LINE * (min(_MOST_LINES, -(-len(name) // _CHARACTERS)) - 1)


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
        bare: The height that each entity's name needs.
        lane: The height of an edge that passes a column.
        sides: How many edges each entity has to its left and to its right.
        high: The height of each entity's box, with the gap under it.
        boxes: Height of the boxes of each column.
        passing: How many edges pass each column.

    """

    ids: list[str]
    choices: list[list[int]]
    near: list[list[int]]
    bare: list[float]
    lane: float
    at: list[int]
    boxes: list[float]
    passing: list[int]
    sides: list[list[int]]
    high: list[float]
    inner: int = 0
    best: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, subgraph: Subgraph, free: Mapping[str, Sequence[int]], count: int) -> "_Table":
        """Set the entities out, those that share claims one after the other."""
        ids = [str(one.id) for one in subgraph.entities]
        number = {id_: index for index, id_ in enumerate(ids)}
        near: list[list[int]] = [[] for _ in ids]
        for one in subgraph.claims:
            a, b = number[one.claim.subject], number[one.claim.object]
            if a != b:
                near[a].append(b)
                near[b].append(a)
        table = cls(
            ids=ids,
            choices=[list(free[one.place]) for one in subgraph.entities],
            near=near,
            bare=[_lines(one.name) for one in subgraph.entities],
            lane=_LANE_OF_WORDS if len(subgraph.claims) < _FEW_WORDS else _LANE,
            at=[-1] * len(ids),
            boxes=[0.0] * count,
            passing=[0] * count,
            sides=[[0, 0] for _ in ids],
            high=[0.0] * len(ids),
        )
        totals = Counter(some[0] for some in table.choices)
        seen: Counter[int] = Counter()
        for item in _walked(near):
            some = table.choices[item]
            table.put(item, some[seen[some[0]] * len(some) // totals[some[0]]])
            seen[some[0]] += 1
        table.best = list(table.at)
        return table

    def put(self, item: int, column: int) -> None:
        """Put an entity into a column, out of the one where it stands."""
        if self.at[item] >= 0:
            self.boxes[self.at[item]] -= self.high[item]
            self._join(item, -1)
        self.at[item] = column
        self._join(item, 1)
        self.high[item] = self._height(item)
        self.boxes[column] += self.high[item]

    def cost(self) -> float:
        """What the whole costs."""
        lane = self.lane
        high = [box + lane * some for box, some in zip(self.boxes, self.passing, strict=True)]
        highest: float = (sum([one**_NORM for one in high]) / len(high)) ** (1 / _NORM)
        return _HIGHEST * highest + _PASSED * sum(self.passing) + _INNER * self.inner

    def _height(self, item: int) -> float:
        left, right = self.sides[item]
        needed = _BARE + _PORT * (left if left > right else right)
        bare = self.bare[item]
        return needed if needed > bare else bare

    def _join(self, item: int, by: int) -> None:
        """Count the edges of an entity in (1) or out (-1)."""
        own, sides, passing = self.at[item], self.sides, self.passing
        for other in self.near[item]:
            there = self.at[other]
            if there < 0:
                continue
            if there == own:
                self.inner += by
                continue
            right = there > own
            sides[item][right] += by
            sides[other][not right] += by
            if (high := self._height(other)) != self.high[other]:
                self.boxes[there] += high - self.high[other]
                self.high[other] = high
            for column in range(own + 1, there) if right else range(there + 1, own):
                passing[column] += by


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
