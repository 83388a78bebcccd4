"""The best paths of a piece of the graph that is known: ranked by their weakest link. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from graph.ask.strength import STRONGEST, Strength

Links = Mapping[str, Mapping[str, Strength]]
# Partial paths looked at before giving up: dead ends that come back to themselves can be many.
_MOST_LOOKS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Ranked:
    """Paths as the ids they run through, best first; `all_looked` is False when it was given up."""

    paths: tuple[tuple[str, ...], ...]
    all_looked: bool = True


def best_paths(links: Links, start: str, end: str, length: int, limit: int) -> Ranked:
    """Find the best simple paths: by their weakest link, then their length, then their ids.

    Best first: a partial path stands in the queue with the best it could still become, so the
    first `limit` that arrive are the best there are.

    Args:
        links: Each entity's neighbours with the strength of the link, both ways.
        start: Where paths begin.
        end: Where they end.
        length: The most steps.
        limit: The most paths.

    """
    kept = _between(links, start, end, length)
    widest = _widest(kept, end, length)
    distance = _distances(kept, end, length)
    found: list[tuple[str, ...]] = []
    queue: list[tuple[_Worst, int, tuple[str, ...], Strength]] = []

    def add(path: tuple[str, ...], weakest: Strength) -> None:
        left = length - len(path) + 1
        best = widest[left].get(path[-1])
        if best is not None:
            steps = len(path) - 1 + distance[path[-1]]
            heappush(queue, (_worst(min(weakest, best)), steps, path, weakest))

    add((start,), STRONGEST)
    for _ in range(_MOST_LOOKS):
        if not queue or len(found) == limit:
            return Ranked(tuple(found))
        _, _, path, weakest = heappop(queue)
        if path[-1] == end:
            found.append(path)
            continue
        for near, link in kept[path[-1]].items():
            if near not in path:
                add((*path, near), min(weakest, link))
    return Ranked(tuple(found), all_looked=False)


_Worst = tuple[int, ...]


def _worst(one: Strength) -> _Worst:
    """Turn a strength round, so that the strongest comes first."""
    return tuple(-part for part in one)


def _between(links: Links, start: str, end: str, length: int) -> Links:
    """Keep the links that lie on a walk of at most `length` steps from start to end."""
    before, after = _distances(links, start, length), _distances(links, end, length)
    kept: dict[str, dict[str, Strength]] = defaultdict(dict)
    for one, near in links.items():
        if one in before:
            for other, link in near.items():
                if other in after and before[one] + 1 + after[other] <= length:
                    kept[one][other] = link
                    kept[other][one] = link
    return kept


def _distances(links: Links, root: str, length: int) -> dict[str, int]:
    """Count the steps from a root to what lies within `length` of it."""
    distance = {root: 0}
    reached = [root]
    for steps in range(1, length + 1):
        near = {other for one in reached for other in links.get(one, ()) if other not in distance}
        distance |= dict.fromkeys(near, steps)
        reached = list(near)
    return distance


def _widest(links: Links, end: str, length: int) -> list[dict[str, Strength]]:
    """For each number of steps left, the strongest weakest link by which the end can be reached."""
    widest: list[dict[str, Strength]] = [{end: STRONGEST}]
    for _ in range(length):
        last = widest[-1]
        best = dict(last)
        for one, reach in last.items():
            for other, link in links.get(one, {}).items():
                through = min(reach, link)
                if other not in best or best[other] < through:
                    best[other] = through
        widest.append(best)
    return widest
