"""Documents: their nodes, their texts, and how much each has brought."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from graph.engine.cypher import cypher
from graph.engine.store import Transaction
from graph.model.document import Document
from graph.model.properties import document_properties

COUNTED = ("evidence", "mentions", "citations", "definitions", "assertions")


def put(tx: Transaction, documents: Iterable[Document], *, pending: bool) -> int:
    """Write documents and their texts, their counts at zero; returns how many are new.

    Args:
        tx: The transaction.
        documents: New documents, or new versions.
        pending: What they bring comes in later transactions.

    """
    rows = [_row(document, pending=pending) for document in documents]
    if not rows:
        return 0
    created = len(tx.run(cypher("write/create_documents"), {"rows": rows}))
    tx.run(cypher("write/set_documents"), {"rows": rows})
    texts = [
        {"document": one.id, "sha256": one.text_sha256, "text": one.text}
        for one in documents
        if one.text is not None
    ]
    old = [row["sha256"] for row in tx.run(cypher("write/loosen_texts"), {"rows": rows})]
    if texts:
        shared = {row["sha256"]: row for row in texts}
        tx.run(cypher("write/create_document_texts"), {"rows": list(shared.values())})
        tx.run(cypher("write/link_document_texts"), {"rows": texts})
    _sweep_texts(tx, old)
    return created


def add_counts(tx: Transaction, counts: Mapping[str, Mapping[str, int]]) -> None:
    """Add to what documents have brought."""
    rows = [
        {"id": id_, **{name: of.get(name, 0) for name in COUNTED}}
        for id_, of in sorted(counts.items())
    ]
    if rows:
        tx.run(cypher("write/count_documents"), {"rows": rows})


def delete(tx: Transaction, ids: Iterable[str]) -> int:
    """Delete documents that have nothing left but their text; returns how many were there."""
    rows = [{"id": id_} for id_ in ids]
    if not rows:
        return 0
    old = [row["sha256"] for row in tx.run(cypher("write/loosen_texts"), {"rows": rows})]
    _sweep_texts(tx, old)
    return len(tx.run(cypher("write/delete_documents"), {"rows": rows}))


def finish(tx: Transaction, id_: str) -> None:
    """Say that all of a document has come."""
    tx.run(cypher("write/finish_document"), {"id": id_})


def _sweep_texts(tx: Transaction, hashes: list[str]) -> None:
    if hashes:
        tx.run(cypher("write/sweep_texts"), {"hashes": hashes})


def _row(document: Document, *, pending: bool) -> dict[str, object]:
    props = {
        **document_properties(document),
        **dict.fromkeys(COUNTED, 0),
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "pending": True if pending else None,
        "written": 0 if pending else None,
    }
    return {"id": document.id, "props": props}
