"""The subgraph of some entities: them, and every claim among them."""

from collections.abc import Mapping, Sequence

from graph.ask.claims import claims_among
from graph.ask.entities import require_with_degrees
from graph.ask.whole import left_out, neighbours_of
from graph.engine.store import Store
from graph.model.entity import Entity
from graph.model.subgraph import Subgraph


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
    counted = {id_: degrees.get(id_, 0) for id_ in shown}
    hidden = left_out(neighbours_of(store, counted), counted, claims)
    return Subgraph.of(shown.values(), claims, hidden)
