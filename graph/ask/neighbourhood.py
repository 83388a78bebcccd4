"""The neighbourhood: entities, and those they share the best supported claims with."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.ask.entities import require_with_degrees, with_degrees
from graph.ask.subgraph import drawn
from graph.engine.cypher import cypher, with_types
from graph.engine.store import Store
from graph.model.subgraph import Subgraph

# Neighbours often share several claims; so many rows a neighbour are read at first.
_ROWS_A_NEIGHBOUR: Final = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which neighbours are wanted: predicates and categories to keep, none of them means all."""

    predicates: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def neighbourhood(
    store: Store,
    ids: Sequence[str],
    limit: int = 50,
    *,
    predicates: Collection[str] = (),
    categories: Collection[str] = (),
) -> Subgraph:
    """Grow by one step: for each entity its `limit` best neighbours, and all claims among them.

    Neighbours rank by the papers of their best claim, then by its statements, then by id.

    Args:
        store: The graph.
        ids: The entities to grow from.
        limit: The most neighbours of each.
        predicates: The relations to grow along; none means all.
        categories: The categories of neighbours to take; none means all.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.
        ValueError: A predicate is no relation type.

    """
    start, degrees = require_with_degrees(store, ids)
    wanted = Wanted(tuple(sorted(set(predicates))), tuple(sorted(set(categories))))
    near = best_neighbours(store, start, limit, wanted)
    found, more = with_degrees(store, near - set(start))
    return drawn(store, start | found, degrees | more)


def best_neighbours(store: Store, ids: Iterable[str], limit: int, wanted: Wanted) -> set[str]:
    """Name for each entity its `limit` best neighbours: more rows until these are enough."""
    best: dict[str, list[str]] = {}
    text = with_types(cypher("ask/neighbours"), wanted.predicates)
    rows, left = _ROWS_A_NEIGHBOUR * limit, sorted(ids)
    while left and limit > 0:
        values = {"ids": left, "rows": rows, "categories": [*wanted.categories]}
        claims: dict[str, list[str]] = {id_: [] for id_ in left}
        for row in store.read(text, values):
            claims[row["id"]].append(row["neighbour"])
        for id_, ranked in claims.items():
            best[id_] = [near for near in dict.fromkeys(ranked) if near != id_][:limit]
        left = [id_ for id_ in left if len(best[id_]) < limit and len(claims[id_]) == rows]
        rows *= 4
    return {neighbour for near in best.values() for neighbour in near}
