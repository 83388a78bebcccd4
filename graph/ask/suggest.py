"""Entities worth starting from."""

from typing import Final

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.properties import entity_from

# How many times as many entities are looked at as are named: enough for ties, few enough for size.
_CANDIDATES: Final = 8
# Steps down from the hubs: sorting all that have any claims takes seconds in a large graph.
_LEAST: Final = (20_000, 2_000, 200, 20, 1)


def suggestions(store: Store, limit: int) -> tuple[SearchHit, ...]:
    """Name the entities with the most claims; among equals those that more documents name."""
    rows: list[Row] = []
    for least in _LEAST:
        values = {"limit": limit, "candidates": _CANDIDATES * limit, "least": least}
        rows = store.read(cypher("ask/most_claims"), values)
        if len(rows) >= limit:
            break
    return tuple(SearchHit(entity_from(row), row["name"], "exact", row["claims"]) for row in rows)
