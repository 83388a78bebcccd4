"""Which of some claims some documents speak of."""

from collections.abc import Collection

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.subgraph import CountedClaim


def of_documents(
    store: Store, claims: Collection[CountedClaim], documents: Collection[str]
) -> set[str]:
    """Name the claims that have evidence in some documents, or that a database in them asserts."""
    values = {"claims": sorted(one.id for one in claims), "documents": sorted(documents)}
    stated = {row["claim"] for row in store.read(cypher("ask/claims_of_documents"), values)}
    asserted = {one.id for one in claims if _brought_by(one) & set(documents)}
    return stated | asserted


def _brought_by(claim: CountedClaim) -> set[str]:
    return {entry.rpartition("|")[0] for entry in (*claim.asserted_in, *claim.denied_in)}
