"""An empty graph for one measurement, on either engine, in a folder that goes with it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import psutil

from graph.engine import embedded
from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.engine.folder import DATABASE, DataFolder
from graph.engine.launch import running
from graph.engine.store import Engine
from graph.settings import Settings
from tests.neo4j import server


@dataclass(frozen=True, slots=True)
class Server:
    """Where a bare driver finds the graph of some settings, and the process that answers."""

    address: str
    username: str
    password: str
    database: str


@contextmanager
def fresh_graph(engine: Engine = "arcadedb") -> Iterator[tuple[BoltStore, Settings]]:
    """Start an engine on an empty folder, its schema made; stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="gutgraph-bench-") as folder:
        start = _embedded if engine == "arcadedb" else _neo4j
        with start(Path(folder)) as settings, open_store(settings, "writer") as store:
            yield store, settings


@contextmanager
def bare_session(settings: Settings) -> Iterator[neo4j.Session]:
    """Open the driver's own session on the same graph, through the login that writes."""
    with session(found(settings)) as bare:
        yield bare


@contextmanager
def session(where: Server) -> Iterator[neo4j.Session]:
    """Open the driver's own session."""
    login = (where.username, where.password)
    with (
        neo4j.GraphDatabase.driver(where.address, auth=login) as driver,
        driver.session(database=where.database) as opened,
    ):
        yield opened


def found(settings: Settings) -> Server:
    """Say where the graph of some settings is."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        return Server(
            settings.neo4j_uri, settings.neo4j_username, password, settings.neo4j_database
        )
    state = running(DataFolder(settings.data), settings)
    return Server(f"bolt://127.0.0.1:{state.port}", "writer", state.writer, DATABASE)


def process(settings: Settings) -> psutil.Process:
    """Find the server's process by the port that it listens at."""
    port = int(found(settings).address.rpartition(":")[2])
    for one in psutil.Process().children(recursive=True):
        if any(at.laddr.port == port and at.status == "LISTEN" for at in one.net_connections()):
            return one
    state = DataFolder(settings.data).read()
    if state is None:
        raise LookupError(f"No process listens at port {port}")
    return psutil.Process(state.pid)


@contextmanager
def _embedded(folder: Path) -> Iterator[Settings]:
    settings = Settings(data=folder / "data")
    try:
        yield settings
    finally:
        embedded.stop(settings)


@contextmanager
def _neo4j(folder: Path) -> Iterator[Settings]:
    with server.running(folder / "home", small=False) as settings:
        yield settings
