"""Forgetting: as if a document had never been loaded."""

from dataclasses import dataclass
from difflib import get_close_matches

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import NotFound
from graph.write import lease, owned, version
from graph.write.apply import Change, apply
from graph.write.batch import Batch
from graph.write.removal import take_away

# Documents that brought more are taken away in parts.
_BATCH = 5000


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What went: how many fewer of each the graph has."""

    document: str
    entities: int
    claims: int
    evidence: int
    publications: int


def forget(
    store: Store, document_id: str, waiting: lease.Waiting | None = None, batch_size: int = _BATCH
) -> ForgetReport:
    """Take away all that a document brought; what others brought too stays, counted anew.

    Reviews stay: they speak of evidence by its id, which comes back with the document.

    Raises:
        NotFound: No such document; the nearest ids are named.

    """
    with lease.hold(store, waiting) as held:
        stored = store.read(cypher("write/document"), {"id": document_id})
        if not stored:
            raise NotFound(f"Document {document_id!r}", _nearest(store, document_id))
        before = _numbers(store)
        with version.changing(store, held):
            take_away(store, held, document_id, batch_size)
            with store.transaction() as tx:
                held.renew(tx)
                apply(tx, owned.Owned(documents=(document_id,)), Batch())
        after = _numbers(store)
    return ForgetReport(
        document_id,
        before.entities - after.entities,
        before.claims - after.claims,
        before.evidence - after.evidence,
        before.publications - after.publications,
    )


def _numbers(store: Store) -> Change:
    rows = store.read(cypher("write/graph"))
    props = rows[0]["props"] if rows else {}
    names = ("entities", "claims", "evidence", "publications", "documents")
    return Change(**{name: props.get(name) or 0 for name in names})


def _nearest(store: Store, document_id: str) -> list[str]:
    ids = [row["id"] for row in store.read(cypher("write/documents"))]
    return get_close_matches(document_id, ids, n=3, cutoff=0.4)
