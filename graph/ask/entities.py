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
    return with_degrees(store, ids)[0]


def with_degrees(store: Store, ids: Iterable[str]) -> tuple[dict[str, Entity], dict[str, int]]:
    """Read entities by id, and how many claims each has; those not in the graph are left out."""
    rows = store.read(cypher("ask/entities"), {"ids": sorted(set(ids))})
    degrees = {row["id"]: row["claims"] or 0 for row in rows}
    return {row["id"]: entity_from(row) for row in rows}, degrees


def require_entities(store: Store, ids: Sequence[str]) -> dict[str, Entity]:
    """Read entities by id.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    return require_with_degrees(store, ids)[0]


def require_with_degrees(
    store: Store, ids: Sequence[str]
) -> tuple[dict[str, Entity], dict[str, int]]:
    """Read entities by id, and how many claims each has.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    found, degrees = with_degrees(store, ids)
    for id_ in ids:
        if id_ not in found:
            raise NotFound(f"Entity {id_!r}", nearest(store, id_))
    return found, degrees


def nearest(store: Store, text: str) -> list[str]:
    """Name the entities most like a text, as `id (name)`."""
    hits = search(store, text, _NEAREST) or search(store, text.rpartition(":")[2], _NEAREST)
    return [f"{hit.entity.id} ({hit.entity.name})" for hit in hits]
