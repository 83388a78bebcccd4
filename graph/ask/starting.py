"""What Explore opens on."""

from graph.ask.subgraph import drawn
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def starting_view(store: Store, limit: int) -> Subgraph:
    """Show every entity that has claims which count, or those among the `limit` with most."""
    found = {str(hit.entity.id): hit.entity for hit in suggestions(store, limit)}
    return drawn(store, found, joined=True)
