"""What writing a document does: load it, replace a former version, or nothing."""

from typing import Any, Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.document import Document

_VERSION: Final = ("sha256", "loader", "loader_version")


def expected(store: Store, document: Document) -> str:
    """Say what a load of a document would report now: `loaded`, `replaced` or `unchanged`."""
    there = stored(store, document.id)
    return "unchanged" if is_there(there, document) else outcome(there)


def stored(store: Store, id_: str) -> dict[str, Any]:
    """Read the properties of a document's node; none when it is not in the graph."""
    rows = store.read(cypher("write/document"), {"id": id_})
    return rows[0]["props"] if rows else {}


def is_there(there: dict[str, Any], document: Document) -> bool:
    """Say whether all of this version is in the graph, read by this version of its loader."""
    return bool(there) and same(there, document) and not there.get("pending")


def same(there: dict[str, Any], document: Document) -> bool:
    """Say whether the node is of this version, all of it in the graph or not."""
    return all(there.get(name) == getattr(document, name) for name in _VERSION)


def outcome(there: dict[str, Any]) -> str:
    """Name what writing does to a document of which this was in the graph."""
    return "replaced" if there and not there.get("pending") else "loaded"
