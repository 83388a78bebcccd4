"""The graph in numbers, as the writer keeps them."""

from graph.ask.answers import Overview
from graph.engine.cypher import cypher
from graph.engine.store import Store


def overview(store: Store) -> Overview:
    """Read the numbers; all are zero for a graph that nothing was loaded into."""
    rows = store.read(cypher("ask/overview"))
    kept = rows[0]["graph"] if rows else {}
    names = ("entities", "claims", "evidence", "publications", "documents")
    return Overview(
        **{name: kept.get(name) or 0 for name in names},
        data_version=kept.get("data_version") or "",
        changing=bool(kept.get("pending")),
    )
