"""The subgraph of some entities: them, and every claim among them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from graph.ask.claims import claims_among
from graph.ask.entities import require_with_degrees
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim, Subgraph

# Up to so many claims, the neighbours of an entity are counted; above, its claims stand for them.
_COUNTED: Final = 500


def among(store: Store, ids: Sequence[str]) -> Subgraph:
    """Draw nothing more: the entities given and the claims among them.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    return drawn(store, *require_with_degrees(store, ids))


def drawn(
    store: Store,
    found: Mapping[str, Entity],
    degrees: Mapping[str, int],
    *,
    joined: bool = False,
) -> Subgraph:
    """Draw entities, the claims among them, and how many neighbours of each are hidden.

    Args:
        store: The graph.
        found: The entities by id.
        degrees: How many claims each has.
        joined: Leave out the entities that no claim joins to another.

    """
    claims = claims_among(store, found, degrees)
    ends = {end for one in claims for end in (one.claim.subject, one.claim.object)}
    shown = {id_: one for id_, one in found.items() if id_ in ends or not joined}
    hidden = _hidden(store, {id_: degrees.get(id_, 0) for id_ in shown}, claims)
    return Subgraph.of(shown.values(), claims, hidden)


def _hidden(
    store: Store, degrees: Mapping[str, int], claims: list[CountedClaim]
) -> dict[EntityId, int]:
    """Count for each entity the neighbours a subgraph leaves out; without any it is not named.

    Of a hub, the claims it leaves out: no fewer, and known without walking all of them.
    """
    shown: dict[str, set[str]] = {id_: set() for id_ in degrees}
    at: Counter[str] = Counter()
    for one in claims:
        shown[one.claim.subject].add(one.claim.object)
        shown[one.claim.object].add(one.claim.subject)
        at.update({one.claim.subject, one.claim.object})
    few = sorted(id_ for id_, degree in degrees.items() if degree <= _COUNTED)
    rows = store.read(cypher("ask/neighbour_counts"), {"ids": few})
    left = {row["id"]: row["neighbours"] - len(shown[row["id"]] - {row["id"]}) for row in rows}
    left |= {id_: degree - at[id_] for id_, degree in degrees.items() if degree > _COUNTED}
    return {EntityId(id_): number for id_, number in left.items() if number > 0}
