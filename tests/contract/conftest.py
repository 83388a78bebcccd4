"""The contract on each engine, and what is printed of it at the end of a run."""

from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.store import Engine
from tests.contract.differences import Difference, counts, table
from tests.engines import Logins, engine

__all__ = ["engine"]

_FOUND = pytest.StashKey[set[Difference]]()
Both = dict[Engine, BoltStore]


@pytest.fixture(scope="session")
def differences(request: pytest.FixtureRequest) -> set[Difference]:
    """What differs between the engines: a test adds what it measures, the run's end prints it."""
    return request.config.stash.setdefault(_FOUND, set())


@pytest.fixture(scope="session")
def both(arcadedb_logins: Logins, neo4j_logins: Logins) -> Iterator[Both]:
    """The graphs of both engines, through the logins that write, for tests that compare them."""
    yield {"arcadedb": arcadedb_logins[0], "neo4j": neo4j_logins[0]}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests ran on each engine, what ended differently, and what differs."""
    stats = terminalreporter.stats
    passed = counts(report.nodeid for report in stats.get("passed", []) if report.when == "call")
    if not any(passed.values()) and _FOUND not in terminalreporter.config.stash:
        return
    terminalreporter.section("one contract, two engines")
    terminalreporter.write_line(
        ", ".join(f"{len(ids)} tests passed on {name}" for name, ids in passed.items())
    )
    for id_ in sorted(passed["arcadedb"] ^ passed["neo4j"]):
        only = "arcadedb" if id_ in passed["arcadedb"] else "neo4j"
        terminalreporter.write_line(f"passed on {only} alone: {id_}")
    found = terminalreporter.config.stash.get(_FOUND, set())
    terminalreporter.write_line(f"{len(found)} differences of the engines measured:")
    terminalreporter.write_line(table(found))
