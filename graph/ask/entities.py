"""Entities by their ids, and the error for those that are not there."""

from collections.abc import Iterable, Sequence

from graph.ask.search import search
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import NotFound
from graph.model.entity import Entity
from graph.model.properties import entity_from

_NEAREST = 3


def entities(store: Store, ids: Iterable[str]) -> dict[str, Entity]:
    """Read entities by id; ids that are not in the graph are left out."""
    rows = store.read(cypher("ask/entities"), {"ids": sorted(set(ids))})
    return {row["id"]: entity_from(row) for row in rows}


def require_entities(store: Store, ids: Sequence[str]) -> dict[str, Entity]:
    """Read entities by id.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    found = entities(store, ids)
    for id_ in ids:
        if id_ not in found:
            raise NotFound(f"Entity {id_!r}", nearest(store, id_))
    return found


def nearest(store: Store, text: str) -> list[str]:
    """Name the entities most like a text, as `id (name)`."""
    hits = search(store, text, _NEAREST) or search(store, text.rpartition(":")[2], _NEAREST)
    return [f"{hit.entity.id} ({hit.entity.name})" for hit in hits]
