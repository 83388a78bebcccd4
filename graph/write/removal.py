"""Taking away what a document brought, part by part, so that memory and locks stay small."""

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.write import owned
from graph.write.apply import apply
from graph.write.batch import Batch
from graph.write.lease import Lease


def take_away(store: Store, lease: Lease, document: str, batch_size: int) -> None:
    """Take away all that a document brought, in transactions of `batch_size`; its node stays.

    From the first of them on the document is marked as pending, with nothing written: whatever
    stops this, the next load of the document, of any version, begins anew.
    """
    while True:
        with store.transaction() as tx:
            lease.renew(tx)
            tx.run(cypher("write/mark_removal"), {"id": document})
            part = owned.next_part(tx, document, batch_size)
            apply(tx, part, Batch())
        if owned.is_empty(part):
            break
    after: str | None = ""
    while after is not None:
        with store.transaction() as tx:
            lease.renew(tx)
            tx.run(cypher("write/mark_removal"), {"id": document})
            part, after = owned.asserted_page(tx, document, after)
            apply(tx, part, Batch())
