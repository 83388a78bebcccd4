"""What Explore opens on."""

from graph.ask.subgraph import drawn
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def starting_view(store: Store, limit: int) -> Subgraph:
    """Show every entity that has claims which count, or those among the `limit` with most."""
    hits = {str(hit.entity.id): hit for hit in suggestions(store, limit)}
    found = {id_: hit.entity for id_, hit in hits.items()}
    return drawn(store, found, {id_: hit.claims for id_, hit in hits.items()}, joined=True)
