"""The piece of the graph between two entities, explored from both ends within bounds.

Each level is one question to the store: the strongest claims of the side with the smaller frontier.
The last level asks only for claims that join the two sides. What is left out for size is remembered
by the strongest path that could be missing for it, so that an answer can say what it is sure of.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.ask.strength import STRONGEST, Strength, weighed
from graph.engine.cypher import cypher
from graph.engine.store import Row, Store

# Entities whose claims are asked for in one level, the best reached first.
_WIDTH: Final = 600
# Claims that one level walks past, as entities' degrees tell; a single entity is always walked.
_WALKED: Final = 20_000
# Claims that one level brings back, shared out among its entities.
_BROUGHT: Final = 6_000


@dataclass(slots=True)
class Explored:
    """The strongest link of each pair seen, both ways.

    Attributes:
        missing: No path that is missing has a stronger weakest link than this; None: none is.

    """

    links: dict[str, dict[str, Strength]] = field(default_factory=lambda: defaultdict(dict))
    missing: Strength | None = None

    def lose_all(self, bounds: Iterable[Strength]) -> None:
        """Note that paths no stronger than any of some bounds may be missing."""
        for bound in bounds:
            self.missing = bound if self.missing is None else max(self.missing, bound)


def explore(
    store: Store, ends: tuple[str, str], degrees: dict[str, int], length: int, denied: bool
) -> Explored:
    """Explore between two entities.

    Args:
        store: The graph.
        ends: Where paths begin and end.
        degrees: How many claims the two have.
        length: The most steps of a path.
        denied: Whether to walk claims that are only denied too.

    """
    walk = _Walk(store, Explored(), dict(degrees), denied)
    sides = (_Side(*ends), _Side(*reversed(ends)))
    for _ in range(length - 1):
        side = min(sides, key=walk.cost)
        walk.expand(side)
    near, far = sorted(sides, key=walk.cost)
    walk.join(near, far)
    return walk.explored


class _Side:
    """What is reached from one end, by the weakest link on the best way there.

    Where the other end is reached, nothing is asked: a path ends there. (Were it a hub, all of its
    claims would be walked for nothing.)
    """

    def __init__(self, root: str, end: str) -> None:
        self.reached: dict[str, Strength] = {root: STRONGEST}
        self.expanded: set[str] = {end}

    @property
    def frontier(self) -> list[str]:
        return [id_ for id_ in self.reached if id_ not in self.expanded]


@dataclass(slots=True)
class _Walk:
    store: Store
    explored: Explored
    degrees: dict[str, int]
    denied: bool

    def cost(self, side: _Side) -> tuple[int, int]:
        """Say what the next level of a side takes: entities left out, then claims walked.

        So a hub is seldom asked: the way through it is found from its smaller neighbours.
        """
        chosen, left = self.choose(side)
        return len(left), sum(self.degrees[id_] for id_ in chosen)

    def choose(self, side: _Side) -> tuple[list[str], list[str]]:
        """Choose the entities of a frontier to ask for, within the bounds, and those left out."""
        order = sorted(side.frontier, key=lambda id_: (self.degrees[id_], id_))
        order.sort(key=side.reached.__getitem__, reverse=True)
        chosen: list[str] = []
        left: list[str] = []
        walked = 0
        for id_ in order:
            walked += self.degrees[id_]
            fits = len(chosen) < _WIDTH and (walked <= _WALKED or not chosen)
            if not fits:
                walked -= self.degrees[id_]
            (chosen if fits else left).append(id_)
        return chosen, left

    def expand(self, side: _Side) -> None:
        """Grow a side by a level."""
        chosen, left = self.choose(side)
        self.explored.lose_all(side.reached[id_] for id_ in left)
        self.ask(side, chosen, "ask/strongest_claims")
        side.expanded.update(chosen)
        for id_ in chosen:
            self.improve(side, id_)

    def join(self, near: _Side, far: _Side) -> None:
        """Find the claims that join what two sides have reached.

        Those of the near side that are left out are looked for from the far side.
        """
        chosen, left = self.choose(near)
        self.ask(near, chosen, "ask/strongest_claims_to", others=dict.fromkeys(far.reached, True))
        if left:
            chosen, apart = self.choose(far)
            self.ask(far, chosen, "ask/strongest_claims_to", others=dict.fromkeys(left, True))
            best = max(near.reached[id_] for id_ in left)
            self.explored.lose_all(min(best, far.reached[id_]) for id_ in apart)

    def ask(
        self, side: _Side, chosen: Sequence[str], question: str, **values: dict[str, bool]
    ) -> None:
        if chosen:
            limit = max(_BROUGHT // len(chosen), 1)
            parameters = {"ids": chosen, "limit": limit, "denied": self.denied, **values}
            self.add(self.store.read(cypher(question), parameters), side, limit)

    def add(self, rows: Sequence[Row], side: _Side, limit: int) -> None:
        seen: dict[str, list[Strength]] = defaultdict(list)
        for row in rows:
            one, other, link = row["id"], row["other"], _link(row)
            self.degrees[other] = row["degree"]
            seen[one].append(link)
            if other not in self.explored.links[one] or self.explored.links[one][other] < link:
                self.explored.links[one][other] = link
                self.explored.links[other][one] = link
        for one, links in seen.items():
            if len(links) == limit:
                self.explored.lose_all([min(side.reached[one], *links)])

    def improve(self, side: _Side, root: str) -> None:
        """Pass on how well an entity is reached to its neighbours, and on from those expanded."""
        waiting = [root]
        while waiting:
            one = waiting.pop()
            for other, link in self.explored.links[one].items():
                through = min(side.reached[one], link)
                if other not in side.reached or side.reached[other] < through:
                    side.reached[other] = through
                    if other in side.expanded:
                        waiting.append(other)


def _link(row: Row) -> Strength:
    return weighed(
        row["stands"], row["agreement"], row["certainty"], row["papers"], row["mentions"]
    )
