"""Striking a document's quotes from every snapshot that has some, on a word."""

from archive.striking import quoting, strike
from graph.engine.connect import open_store
from graph.settings import Settings
from web.rights import require_right


def strike_all(settings: Settings, document: str, *, own: bool) -> int:
    """Take a document's quotes out of all snapshots, and say out of how many.

    Args:
        settings: Of the graph.
        document: The document's id.
        own: The dashboard is its user's own, and may write.

    Raises:
        GutgraphError: The dashboard only reads, or a snapshot was edited by hand.
        StoreError: The store did not answer.

    """
    require_right(own)
    with open_store(settings, "writer") as store:
        found = quoting(store, document)
        for one in found:
            strike(store, one.id, document)
    return len(found)
