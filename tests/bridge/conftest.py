"""A graph to ask through py2neo, on each engine."""

from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.py2neo_bridge import ReadingGraph, connect
from graph.settings import Settings
from graph.write.writer import write_records
from tests.engines import engine
from tests.write.sample import document_a, document_b

__all__ = ["asked", "engine", "py2neo_graph"]


@pytest.fixture
def asked(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    """Two small documents that contradict each other, through the login that cannot write."""
    write_records(store, [*document_a(), *document_b()], 5000)
    return reader_store


@pytest.fixture
def py2neo_graph(asked: BoltStore, graph_settings: Settings) -> Iterator[ReadingGraph]:
    """The same graph through py2neo."""
    with connect(graph_settings) as graph:
        yield graph
