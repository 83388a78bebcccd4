"""What Explore opens on."""

from graph.ask.claims import claims_among
from graph.ask.subgraph import hidden
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def starting_view(store: Store, limit: int) -> Subgraph:
    """Show every entity that has claims which count, or those among the `limit` with most."""
    found = {str(hit.entity.id): hit.entity for hit in suggestions(store, limit)}
    claims = claims_among(store, found)
    ends = {end for one in claims for end in (one.claim.subject, one.claim.object)}
    joined = {id_: entity for id_, entity in found.items() if id_ in ends}
    return Subgraph.of(joined.values(), claims, hidden(store, list(joined), claims))
