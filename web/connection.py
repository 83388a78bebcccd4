"""The one connection of the dashboard: the reader's, which cannot write."""

import streamlit as st

from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.settings import Settings


def reader(settings: Settings) -> Store:
    """Open the reader's store once for each graph, and share it.

    Raises:
        StoreError: The store does not answer; nothing is kept then, the next call tries again.

    """
    return _reader(str(settings.data), settings.neo4j_uri, settings.neo4j_database, settings)


@st.cache_resource(show_spinner=False)
def _reader(data: str, uri: str, database: str, _settings: Settings) -> Store:  # noqa: ARG001
    """The three first arguments are the graph's identity, and so the key."""
    return open_store(_settings, "reader")
