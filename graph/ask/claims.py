"""Claims among entities: read once for all of them, from those that have few."""

from collections.abc import Collection, Mapping
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim

# Walking the claims of an entity with more takes longer than asking once more.
HUB: Final = 1000


def claims_among(
    store: Store, ids: Collection[str], degrees: Mapping[str, int] | None = None
) -> list[CountedClaim]:
    """Read every claim with both ends among some entities, each once.

    Args:
        store: The graph.
        ids: The entities.
        degrees: How many claims each has; None reads it.

    """
    known = degrees_of(store, ids) if degrees is None else degrees
    starts = sorted(set(ids), key=lambda id_: (known.get(id_, 0), id_))
    left_out = [starts.pop()] if starts and known.get(starts[-1], 0) > HUB else []
    values = {"ids": sorted(set(ids)), "starts": starts, "left_out": left_out}
    rows = store.read(cypher("ask/claims_among"), values)
    if left_out:
        rows += store.read(cypher("ask/claims_among_self"), {"ids": left_out})
    found = {row["claim"]["id"]: claim_from(row["claim"]) for row in rows}
    return [found[id_] for id_ in sorted(found)]


def degrees_of(store: Store, ids: Collection[str]) -> dict[str, int]:
    """Read how many claims entities have; ids that are not in the graph are left out."""
    rows = store.read(cypher("ask/entities_degrees"), {"ids": sorted(set(ids))})
    return {row["id"]: row["degree"] for row in rows}
