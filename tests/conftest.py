"""Parts that the tests of several rooms share: one embedded engine, its graph empty each time."""

from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.embedded import connect, stop
from graph.engine.schema import prepare
from graph.settings import Settings


@pytest.fixture(scope="session", name="embedded")
def _embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded engine that runs, its schema made; stopped after the tests."""
    settings = Settings(data=tmp_path_factory.mktemp("graph") / "data", engine_memory_mb=512)
    with connect(settings, "writer") as store:
        prepare(store)
    yield settings
    stop(settings)


@pytest.fixture(scope="session")
def _writer(embedded: Settings) -> Iterator[BoltStore]:
    with connect(embedded, "writer") as store:
        yield store


@pytest.fixture(scope="session")
def _reader(embedded: Settings) -> Iterator[BoltStore]:
    with connect(embedded, "reader") as store:
        yield store


@pytest.fixture
def store(_writer: BoltStore) -> BoltStore:
    """The graph through the login that writes, empty."""
    with _writer.transaction() as transaction:
        transaction.run("MATCH (n) DETACH DELETE n")
    return _writer


@pytest.fixture
def reader_store(store: BoltStore, _reader: BoltStore) -> BoltStore:
    """The graph of `store` through the login that cannot write."""
    return _reader
