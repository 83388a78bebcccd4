"""Parts that the tests of several rooms share: each engine once, its graph empty each time."""

import os
from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.embedded import connect, stop
from graph.engine.schema import prepare
from graph.engine.store import Engine
from graph.settings import Settings
from tests.engines import ENGINES, Logins, counts, emptied, logins
from tests.neo4j.server import NotHere, running


@pytest.fixture(scope="session", name="embedded")
def _embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded engine that runs, its schema made; stopped after the tests."""
    settings = Settings(data=tmp_path_factory.mktemp("graph") / "data", engine_memory_mb=512)
    with connect(settings, "writer") as store:
        prepare(store)
    yield settings
    stop(settings)


@pytest.fixture(scope="session", name="neo4j_settings")
def _neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a Neo4j that runs, one for all tests; they fail without it in CI, else skip."""
    try:
        with running(tmp_path_factory.mktemp("neo4j") / "home") as settings:
            yield settings
    except NotHere as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"Neo4j could not be started: {reason}")
        pytest.skip(f"Neo4j could not be started: {reason}")


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Which engine the tests run on: the embedded one, unless a package takes tests.engines'."""
    return "arcadedb"


@pytest.fixture(scope="session", name="arcadedb_logins")
def _arcadedb_logins(embedded: Settings) -> Iterator[Logins]:
    with logins(embedded) as both:
        yield both


@pytest.fixture(scope="session", name="neo4j_logins")
def _neo4j_logins(neo4j_settings: Settings) -> Iterator[Logins]:
    with logins(neo4j_settings) as both:
        yield both


@pytest.fixture
def graph_settings(engine: Engine, request: pytest.FixtureRequest) -> Settings:
    """The settings that lead to `store`."""
    name = {"arcadedb": "embedded", "neo4j": "neo4j_settings"}[engine]
    settings: Settings = request.getfixturevalue(name)
    return settings


# No wider than a file: which `engine` it hangs on differs from folder to folder.
@pytest.fixture(scope="module")
def engine_logins(engine: Engine, request: pytest.FixtureRequest) -> Logins:
    """The logins of the engine's graph: one that writes, and one that reads."""
    both: Logins = request.getfixturevalue(f"{engine}_logins")
    return both


@pytest.fixture
def store(engine_logins: Logins) -> BoltStore:
    """The graph through the login that writes, empty."""
    return emptied(engine_logins[0])


@pytest.fixture
def reader_store(store: BoltStore, engine_logins: Logins) -> BoltStore:
    """The graph of `store` through the login that cannot write; on Neo4j there is only one."""
    return engine_logins[1]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how the tests that ran on both engines ended on each."""
    ended = {
        outcome: counts(report.nodeid for report in terminalreporter.stats.get(outcome, []))
        for outcome in ("passed", "failed", "error", "skipped")
    }
    ran = {name: set.union(*(ids[name] for ids in ended.values())) for name in ENGINES}
    both = set.intersection(*ran.values())
    if both:
        terminalreporter.section("one contract, two engines")
    for outcome, ids in ended.items() if both else ():
        numbers = ", ".join(f"{len(ids[name] & both)} on {name}" for name in ENGINES)
        terminalreporter.write_line(f"{outcome}: {numbers}")
        for id_ in sorted((ids["arcadedb"] ^ ids["neo4j"]) & both):
            terminalreporter.write_line(f"    on one engine alone: {id_}")
