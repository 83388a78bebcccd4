"""The archive is tested on each engine."""

import pytest

from archive.freeze import freeze
from graph.ask.neighbourhood import neighbourhood
from graph.engine.bolt import BoltStore
from graph.model.snapshot import Snapshot
from graph.write.writer import write_records
from tests.engines import engine
from tests.write.sample import MS, document_a, document_b

__all__ = ["engine", "graph", "taken"]


@pytest.fixture
def graph(store: BoltStore) -> BoltStore:
    """Two documents, through the login that writes."""
    write_records(store, [*document_a(), *document_b()], 1000)
    return store


@pytest.fixture
def taken(graph: BoltStore) -> Snapshot:
    """A snapshot of all of it, not kept yet."""
    return freeze(graph, neighbourhood(graph, [MS], 30), "All about MS", caption="As of today")
