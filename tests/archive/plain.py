"""What tests ask a graph in plain Cypher."""

from graph.engine.bolt import BoltStore


def version(store: BoltStore) -> str:
    """The data version."""
    (row,) = store.read("MATCH (g:Graph) RETURN g.data_version AS version")
    return str(row["version"])
