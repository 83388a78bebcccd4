"""An empty embedded graph for one measurement, in a folder that goes with it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j

from graph.engine import embedded
from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.engine.folder import DATABASE, DataFolder
from graph.engine.launch import running
from graph.settings import Settings


@contextmanager
def fresh_graph() -> Iterator[tuple[BoltStore, Settings]]:
    """Start an engine on an empty folder; stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="gutgraph-bench-") as folder:
        settings = Settings(data=Path(folder) / "data")
        store = open_store(settings, "writer")
        try:
            yield store, settings
        finally:
            store.close()
            embedded.stop(settings)


@contextmanager
def bare_session(settings: Settings) -> Iterator[neo4j.Session]:
    """Open the driver's own session on the same graph, through the login that writes."""
    state = running(DataFolder(settings.data), settings)
    address = f"bolt://127.0.0.1:{state.port}"
    with (
        neo4j.GraphDatabase.driver(address, auth=("writer", state.writer)) as driver,
        driver.session(database=DATABASE) as session,
    ):
        yield session
