"""The data version: a hash of every document's version and of the reviews."""

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.identity import digest
from graph.write.lease import Lease


def begin(store: Store, lease: Lease) -> None:
    """Mark the graph as being changed."""
    with store.transaction() as tx:
        lease.renew(tx)
        tx.run(cypher("write/mark_pending"))


def end(store: Store, lease: Lease) -> str:
    """Write the version that the graph has now, and return it."""
    version = data_version(store)
    with store.transaction() as tx:
        lease.renew(tx)
        tx.run(cypher("write/set_version"), {"data_version": version})
    return version


def data_version(store: Store) -> str:
    """Hash the sorted (document, sha256, loader version) and the reviews; "" for no document."""
    rows = store.read(cypher("write/documents"))
    reviews = digest(*sorted(row["id"] for row in store.read(cypher("write/reviews"))))
    parts = sorted((row["id"], row["sha256"], row["loader_version"] or "") for row in rows)
    return digest(*(part for row in parts for part in row), reviews) if rows else ""
