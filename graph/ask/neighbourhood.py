"""The neighbourhood: entities, and those they share the best supported claims with."""

from collections.abc import Sequence

from graph.ask.claims import claims_among
from graph.ask.entities import entities, require_entities
from graph.ask.subgraph import hidden
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.subgraph import Subgraph


def neighbourhood(store: Store, ids: Sequence[str], limit: int = 50) -> Subgraph:
    """Grow by one step: for each entity its `limit` best neighbours, and all claims among them.

    Neighbours rank by papers, then by statements, then by id.

    Raises:
        NotFound: One is not in the graph; the nearest names are given.

    """
    start = require_entities(store, ids)
    rows = store.read(cypher("ask/neighbours"), {"ids": sorted(start), "limit": limit})
    near = {neighbour for row in rows for neighbour in row["neighbours"]}
    found = {**start, **entities(store, near - set(start))}
    claims = claims_among(store, found)
    return Subgraph.of(found.values(), claims, hidden(store, list(found), claims))
