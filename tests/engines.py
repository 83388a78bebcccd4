"""The engines that the contract holds for: a test package that imports `engine` runs on each."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.engine.schema import prepare
from graph.engine.store import Engine
from graph.settings import Settings

__all__ = ["ENGINES", "Logins", "counts", "emptied", "engine", "logins", "variables"]

ENGINES: Final[tuple[Engine, ...]] = ("arcadedb", "neo4j")
Logins = tuple[BoltStore, BoltStore]


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=getattr(pytest.mark, name)) for name in ENGINES],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn; `store` and `reader_store` are then its graph."""
    name: Engine = request.param
    return name


@contextmanager
def logins(settings: Settings) -> Iterator[Logins]:
    """Open a graph through the login that writes and the one that reads, its schema made."""
    with open_store(settings, "writer") as writer, open_store(settings, "reader") as reader:
        prepare(writer)
        yield writer, reader


def variables(settings: Settings) -> dict[str, str]:
    """Name the environment variables that lead a process of its own to the graph of settings."""
    return {
        "GUTGRAPH_DATA": str(settings.data),
        "GUTGRAPH_ENGINE_MEMORY_MB": str(settings.engine_memory_mb),
        "NEO4J_URI": settings.neo4j_uri,
        "NEO4J_USERNAME": settings.neo4j_username,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "NEO4J_DATABASE": settings.neo4j_database,
    }


def emptied(store: BoltStore) -> BoltStore:
    """Take everything out of a graph; its schema stays."""
    with store.transaction() as transaction:
        transaction.run("MATCH (n) DETACH DELETE n")
    return store


def counts(ids: Iterable[str]) -> dict[str, set[str]]:
    """Sort test ids by engine, the engine's name taken out: equal sets are one suite."""
    by_engine: dict[str, set[str]] = {name: set() for name in ENGINES}
    for id_ in ids:
        head, _, parameters = id_.partition("[")
        for name in ENGINES:
            given = parameters.removesuffix("]").split("-")
            if name in given:
                given.remove(name)
                by_engine[name].add(f"{head}[{'-'.join(given)}]")
    return by_engine
