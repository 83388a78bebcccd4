"""A subgraph as layers: in each column boxes, and lanes for the edges that pass through."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.model.subgraph import CountedClaim, Subgraph

# A box is (entity id, column), a lane is (claim id, column): no entity id has a "~".
Item = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Network:
    """Layers of items and the links between neighbouring layers.

    Attributes:
        chains: For each claim, its items from the leftmost end to the rightmost.
        inner: Claims whose ends share a column.
        right, left: Neighbours of an item in the next and the previous column.
        beside: Neighbours of an item within its column.

    """

    columns: tuple[tuple[Item, ...], ...]
    chains: Mapping[str, tuple[Item, ...]]
    inner: tuple[CountedClaim, ...]
    right: Mapping[Item, Sequence[Item]] = field(default_factory=dict)
    left: Mapping[Item, Sequence[Item]] = field(default_factory=dict)
    beside: Mapping[Item, Sequence[Item]] = field(default_factory=dict)


def is_lane(item: Item) -> bool:
    """Say whether an item is a lane, not a box."""
    return "~" in item[0]


def network(subgraph: Subgraph, column_of: Mapping[str, int]) -> Network:
    """Break claims that pass columns into lanes, one in each."""
    count = max(column_of.values(), default=-1) + 1
    columns: list[list[Item]] = [[] for _ in range(count)]
    for entity in subgraph.entities:
        columns[column_of[entity.id]].append((entity.id, column_of[entity.id]))
    right: dict[Item, list[Item]] = defaultdict(list)
    left: dict[Item, list[Item]] = defaultdict(list)
    beside: dict[Item, list[Item]] = defaultdict(list)
    chains: dict[str, tuple[Item, ...]] = {}
    inner: list[CountedClaim] = []
    for counted in subgraph.claims:
        ends = sorted(
            ((counted.claim.subject, counted.claim.object)), key=lambda id_: column_of[id_]
        )
        first, last = ((id_, column_of[id_]) for id_ in ends)
        if first[1] == last[1]:
            inner.append(counted)
            beside[first].append(last)
            beside[last].append(first)
            continue
        lanes = [(str(counted.id), column) for column in range(first[1] + 1, last[1])]
        for lane in lanes:
            columns[lane[1]].append(lane)
        chain = (first, *lanes, last)
        chains[counted.id] = chain
        for one, other in pairwise(chain):
            right[one].append(other)
            left[other].append(one)
    return Network(tuple(map(tuple, columns)), chains, tuple(inner), right, left, beside)
