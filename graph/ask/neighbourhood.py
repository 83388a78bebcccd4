"""The neighbourhood: entities, and those they share the best supported claims with."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.ask.claims import HUB, degrees_of
from graph.ask.entities import entities, require_entities
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
    start = require_entities(store, ids)
    wanted = Wanted(tuple(sorted(set(predicates))), tuple(sorted(set(categories))))
    near = best_neighbours(store, start, limit, wanted)
    found = {**start, **entities(store, near - set(start))}
    return drawn(store, found)


def best_neighbours(
    store: Store, ids: Iterable[str], limit: int, wanted: Wanted = Wanted()
) -> set[str]:
    """Name for each entity its `limit` best neighbours.

    Of a hub, those with papers are asked for alone first: most often they are enough.
    """
    degrees = degrees_of(store, list(ids))
    hubs = [id_ for id_, degree in degrees.items() if degree > HUB]
    best = _best(store, hubs, limit, wanted, least=1)
    rest = [id_ for id_ in degrees if len(best.get(id_, ())) < limit]
    best |= _best(store, rest, limit, wanted, least=0)
    return {neighbour for near in best.values() for neighbour in near}


def _best(
    store: Store, ids: list[str], limit: int, wanted: Wanted, least: int
) -> dict[str, list[str]]:
    """Ask for more rows until there are neighbours enough, or no more rows."""
    best: dict[str, list[str]] = {}
    text = with_types(cypher("ask/neighbours"), wanted.predicates)
    rows, left = _ROWS_A_NEIGHBOUR * limit, sorted(ids)
    while left and limit > 0:
        values = {"ids": left, "rows": rows, "least": least, "categories": [*wanted.categories]}
        found = store.read(text, values)
        claims: dict[str, list[str]] = {id_: [] for id_ in left}
        for row in found:
            claims[row["id"]].append(row["neighbour"])
        best |= {id_: [*dict.fromkeys(ranked)][:limit] for id_, ranked in claims.items()}
        left = [id_ for id_ in left if len(best[id_]) < limit and len(claims[id_]) == rows]
        rows *= 4
    return best
