"""Where entities would stand if boxes had no size: as far apart as the claims between them say.

networkx finds the distances and the first places (seeded); then each entity moves to where its
distances to all others fit best, again and again (stress majorisation: Gansner, Koren, North 2004).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from figures.plane import Point

_SEED: Final = 11
_ROUNDS: Final = 90
_WORK: Final = 1_200_000  # pairs looked at, at most
_STILL: Final = 0.002  # hops; less is no move


def wished_places(ids: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Place the entities of a graph about its middle; the unit is one claim's length.

    Args:
        ids: All entities.
        pairs: Those that a claim joins.

    """
    import networkx as nx  # noqa: PLC0415 - half a second that only this layout needs

    graph = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    if not graph:
        return {}
    first = nx.spring_layout(graph, seed=_SEED, iterations=120, method="force")
    hops = {id_: dict(near) for id_, near in nx.all_pairs_shortest_path_length(graph)}
    reach = math.sqrt(len(graph))
    places = [(float(first[id_][0]) * reach, float(first[id_][1]) * reach) for id_ in ids]
    return dict(zip(ids, map(Point._make, _settled(places, _distances(ids, hops))), strict=True))


def _distances(ids: Sequence[str], hops: Mapping[str, Mapping[str, int]]) -> list[list[float]]:
    """How far apart each two should be; those that no claims join a little further than any."""
    far = 1.0 + max((steps for near in hops.values() for steps in near.values()), default=0)
    return [[float(hops[a].get(b, far)) for b in ids] for a in ids]


def _settled(
    places: Sequence[tuple[float, float]], distances: Sequence[Sequence[float]]
) -> list[tuple[float, float]]:
    """Move each one to where its distances fit best, given the others."""
    at = list(places)
    count = len(at)
    for _ in range(min(_ROUNDS, _WORK // max(1, count * count))):
        furthest = 0.0
        for one in range(count):
            x, y = at[one]
            total = across = down = 0.0
            for other, wanted in enumerate(distances[one]):
                if other == one:
                    continue
                u, v = at[other]
                dx, dy = x - u, y - v
                apart = math.sqrt(dx * dx + dy * dy) or 1e-6
                weight = 1 / (wanted * wanted)
                share = wanted / apart
                total += weight
                across += weight * (u + dx * share)
                down += weight * (v + dy * share)
            if total:
                at[one] = (across / total, down / total)
                furthest = max(furthest, abs(at[one][0] - x) + abs(at[one][1] - y))
        if furthest < _STILL:
            break
    return at
