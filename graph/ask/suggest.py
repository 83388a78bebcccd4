"""Entities worth starting from."""

from typing import Final

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import entity_from

# How many times as many entities are looked at as are named: enough for ties, few enough for size.
_CANDIDATES: Final = 8


def suggestions(store: Store, limit: int) -> tuple[SearchHit, ...]:
    """Name the entities with the most claims; among equals those that more documents name."""
    values = {"limit": limit, "candidates": _CANDIDATES * limit}
    rows = store.read(cypher("ask/most_claims"), values)
    return tuple(SearchHit(entity_from(row), row["name"], "exact", row["claims"]) for row in rows)
