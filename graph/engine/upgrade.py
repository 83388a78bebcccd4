"""Bring a graph that an earlier version wrote up to date: what entities are looked up by."""

from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.nearness import near_keys

_BATCH: Final = 5000


def bring_up_to_date(store: Store) -> int:
    """Give entities what misspellings and hubs are looked up by, and say to how many.

    A graph that is up to date is known by the entities that a scan meets first. They are done last,
    so that a run that was cut off is taken up again.
    """
    if not any(row["stale"] for row in store.read(cypher("schema/first_entities"))):
        return 0
    rows = [_renewed(row) for row in store.stream(cypher("schema/stale_entities"))][::-1]
    for start in range(0, len(rows), _BATCH):
        with store.transaction() as transaction:
            part = rows[start : start + _BATCH]
            transaction.run(cypher("schema/set_stale"), {"rows": part})
    return len(rows)


def _renewed(row: Row) -> Row:
    return {"id": row["id"], "near_keys": near_keys((row["name"], *(row["synonyms"] or ())))}
