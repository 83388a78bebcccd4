"""The graph that questions are asked of, on each engine."""

import pytest

from graph.engine.bolt import BoltStore
from graph.write.writer import write_records
from tests.ask.sample import everything
from tests.engines import engine

__all__ = ["engine", "graph"]


@pytest.fixture
def graph(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    """The sample with a hub, through the login that cannot write."""
    write_records(store, everything(), 5000)
    return reader_store
