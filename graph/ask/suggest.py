"""Entities worth starting from."""

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import entity_from


def suggestions(store: Store, limit: int) -> tuple[SearchHit, ...]:
    """Name the entities with the most claims."""
    rows = store.read(cypher("ask/most_claims"), {"limit": limit})
    return tuple(SearchHit(entity_from(row), row["name"], "exact", row["claims"]) for row in rows)
