"""The one connection of the dashboard: the reader's, which cannot write; and its console's gate."""

from threading import BoundedSemaphore

import streamlit as st

from graph.ask import console
from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.settings import Settings


def reader(settings: Settings) -> BoltStore:
    """Open the reader's store once for each graph, and share it.

    Raises:
        StoreError: The store does not answer; nothing is kept then, the next call tries again.

    """
    return _reader(str(settings.data), settings.neo4j_uri, settings.neo4j_database, settings)


@st.cache_resource(show_spinner=False)
def _reader(data: str, uri: str, database: str, _settings: Settings) -> BoltStore:  # noqa: ARG001
    """The three first arguments are the graph's identity, and so the key."""
    return open_store(_settings, "reader")


def console_gate(settings: Settings) -> BoundedSemaphore:
    """The gate that all who ask the console share."""
    return _console_gate(settings.console_at_once, settings)


@st.cache_resource(show_spinner=False)
def _console_gate(at_once: int, _settings: Settings) -> BoundedSemaphore:  # noqa: ARG001
    return console.gate(_settings)
