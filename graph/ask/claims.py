"""Claims among entities: read once for all of them, never one by one."""

from collections.abc import Collection

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import claim_from
from graph.model.subgraph import CountedClaim


def claims_among(store: Store, ids: Collection[str]) -> list[CountedClaim]:
    """Read every claim with both ends among some entities, each once."""
    rows = store.read(cypher("ask/claims_among"), {"ids": sorted(set(ids))})
    found = {row["claim"]["id"]: claim_from(row["claim"]) for row in rows}
    return [found[id_] for id_ in sorted(found)]
