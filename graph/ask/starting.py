"""What Explore opens on."""

from graph.ask.claims import claims_among
from graph.ask.subgraph import hidden
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def starting_view(store: Store, limit: int) -> Subgraph:
    """Show every entity that has claims, or the `limit` that have most."""
    found = {str(hit.entity.id): hit.entity for hit in suggestions(store, limit)}
    claims = claims_among(store, found)
    return Subgraph.of(found.values(), claims, hidden(store, list(found), claims))
