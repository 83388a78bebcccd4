"""The documents in the graph, with how much each brought."""

from graph.ask.answers import LoadedDocument
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.properties import document_from


def documents(store: Store) -> tuple[LoadedDocument, ...]:
    """List every document by its id; texts are left out."""
    return tuple(
        LoadedDocument(
            document_from(row["document"]),
            row["document"].get("loaded_at") or "",
            row["document"].get("evidence") or 0,
            row["document"].get("mentions") or 0,
            row["document"].get("citations") or 0,
            row["document"].get("definitions") or 0,
            row["document"].get("assertions") or 0,
            bool(row["document"].get("pending")),
        )
        for row in store.read(cypher("ask/documents"))
    )
