"""Entities worth starting from."""

from typing import Final

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.properties import entity_from

# How many times as many entities are looked at as are named: enough for ties, few enough for size.
_CANDIDATES: Final = 8
# Digits of a number of claims, from hubs down, each step asked for where the last was too few.
_STEPS: Final = ((9, 8, 7, 6, 5), (4,), (3,), (2,))


def suggestions(store: Store, limit: int) -> tuple[SearchHit, ...]:
    """Name the entities with the most claims; among equals those that more documents name."""
    rows: list[Row] = []
    for digits in _STEPS:
        if len(rows) < limit:
            rows += _ask(store, "most_claims", limit - len(rows), digits)
    if len(rows) < limit:
        rows += _ask(store, "most_claims_few", limit - len(rows))
    return tuple(SearchHit(entity_from(row), row["name"], "exact", row["claims"]) for row in rows)


def _ask(store: Store, name: str, limit: int, digits: tuple[int, ...] = ()) -> list[Row]:
    values = {"limit": limit, "candidates": _CANDIDATES * limit, "digits": [*digits]}
    return store.read(cypher(f"ask/{name}"), values)
