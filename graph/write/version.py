"""The data version: a hash of every document's version, how whole it is, and of the reviews."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.errors import StoreError
from graph.model.identity import digest
from graph.write.lease import Lease


@contextmanager
def changing(store: Store, lease: Lease) -> Iterator[None]:
    """Mark the graph as being changed for the block, and write its version at the end.

    A block that fails says why itself: where the version cannot be written either, that is
    passed over, and the mark stays.
    """
    begin(store, lease)
    try:
        yield
    except BaseException:
        with suppress(StoreError):
            end(store, lease)
        raise
    end(store, lease)


def left_behind(store: Store) -> bool:
    """Say whether the graph is marked as being changed: by a writer that was killed, for one."""
    return any(row["props"].get("pending") for row in store.read(cypher("write/graph")))


def begin(store: Store, lease: Lease) -> None:
    """Mark the graph as being changed."""
    with store.transaction() as tx:
        lease.renew(tx)
        tx.run(cypher("write/mark_pending"))


def end(store: Store, lease: Lease) -> None:
    """Write the version that the graph has now; the mark stays while a document is not whole."""
    rows = store.read(cypher("write/documents"))
    pending = True if any(row["pending"] for row in rows) else None
    values = {"data_version": _version(store, rows), "pending": pending}
    with store.transaction() as tx:
        lease.renew(tx)
        tx.run(cypher("write/set_version"), values)


def _version(store: Store, rows: list[Row]) -> str:
    """Hash the sorted (document, sha256, loader version) and the reviews; "" for no document.

    A document that is not whole adds how far it has come, so that no half of it, on its way in or
    out, has the version of the whole.
    """
    reviews = digest(*sorted(row["id"] for row in store.read(cypher("write/reviews"))))
    parts = sorted(_parts(row) for row in rows)
    return digest(*(part for row in parts for part in row), reviews) if rows else ""


def _parts(row: Row) -> tuple[str, ...]:
    whole = (row["id"], row["sha256"], row["loader_version"] or "")
    half = ("pending", str(row["written"]), str(row["removed"])) if row["pending"] else ()
    return whole + half
