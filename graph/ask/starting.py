"""What Explore opens on."""

from graph.ask.claims import HUB
from graph.ask.neighbourhood import neighbourhood
from graph.ask.subgraph import drawn
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def starting_view(store: Store, limit: int) -> Subgraph:
    """Show every entity that has claims which count, or those among the `limit` with most.

    In a graph with hubs, show the largest with its best neighbours: hubs have little to do with
    each other, and to find that out is to walk all their claims.
    """
    hits = {str(hit.entity.id): hit for hit in suggestions(store, limit)}
    degrees = {id_: hit.claims for id_, hit in hits.items()}
    if max(degrees.values(), default=0) > HUB:
        return neighbourhood(store, [next(iter(hits))], limit - 1)
    return drawn(store, {id_: hit.entity for id_, hit in hits.items()}, degrees, joined=True)
