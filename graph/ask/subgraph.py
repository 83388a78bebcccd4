"""The subgraph of some entities: them, and every claim among them."""

from collections.abc import Iterable, Sequence

from graph.ask.claims import claims_among
from graph.ask.entities import require_entities
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim, Subgraph


def among(store: Store, ids: Sequence[str]) -> Subgraph:
    """Draw nothing more: the entities given and the claims among them.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    found = require_entities(store, ids)
    claims = claims_among(store, found)
    return Subgraph.of(found.values(), claims, hidden(store, found, claims))


def hidden(store: Store, ids: Iterable[str], claims: list[CountedClaim]) -> dict[EntityId, int]:
    """Count for each entity the neighbours a subgraph leaves out; without any it is not named."""
    shown: dict[str, set[str]] = {id_: set() for id_ in ids}
    for one in claims:
        shown[one.claim.subject].add(one.claim.object)
        shown[one.claim.object].add(one.claim.subject)
    rows = store.read(cypher("ask/neighbour_counts"), {"ids": sorted(shown)})
    left = {row["id"]: row["neighbours"] - len(shown[row["id"]] - {row["id"]}) for row in rows}
    return {EntityId(id_): number for id_, number in left.items() if number > 0}
