"""Quotes of a forgotten document: which snapshots have some, and taking them out."""

from dataclasses import replace
from datetime import UTC, datetime

from archive.kept import Kept, kept_of
from archive.snapshots import described, keep, read
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.snapshot import Snapshot


def quoting(store: Store, document: str) -> tuple[Kept, ...]:
    """The snapshots that quote a document, newest first."""
    return kept_of(store.read(cypher("archive/snapshots_quoting"), {"document": document}))


def strike(store: Store, wanted: str, document: str) -> Kept:
    """Take a document's quotes out of a snapshot; its old id leads to the new one from then on.

    The blanked one holds something else and so has another id; name, notes and date go with it.
    A snapshot without such quotes stays as it is.

    Args:
        store: The graph, through a login that may write.
        wanted: The snapshot's id, or the beginning of it.
        document: The document whose quotes go.

    Raises:
        NotFound: No such snapshot.
        LoadError: It was edited by hand.

    """
    before = described(store, wanted)
    today = datetime.now(UTC).date().isoformat()
    blanked = without_quotes(read(store, before.id), document, today)
    if blanked.id == before.id:
        return before
    dated = replace(blanked, created=before.created)
    after = keep(store, dated, before.name, before.notes)
    with store.transaction() as transaction:
        transaction.run(cypher("archive/delete_value"), {"id": before.id})
        transaction.run(cypher("archive/move_snapshot"), {"id": before.id, "to": after.id})
    return after


def without_quotes(snapshot: Snapshot, document: str, day: str) -> Snapshot:
    """The same snapshot with a document's quotes blanked and marked as struck on a day."""
    statements = (
        replace(one, quote="", struck=True, struck_on=day)
        if one.document == document and one.quote
        else one
        for one in snapshot.statements
    )
    blanked = replace(snapshot, statements=tuple(statements))
    return Snapshot.from_json(blanked.to_json())  # in its canonical order again
