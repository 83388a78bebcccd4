"""The contract on each engine, and what is printed of it at the end of a run."""

import os
import secrets
from typing import Final

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.store import Engine
from tests.contract.differences import Difference, table
from tests.contract.ground import ground, killable
from tests.engines import Logins, engine

__all__ = ["engine", "ground", "killable"]

# What draws the moments of the kills; a run prints its own, and repeats those of another.
SEED: Final = os.environ.get("GUTGRAPH_TEST_SEED") or str(secrets.randbelow(10**6))

_FOUND = pytest.StashKey[set[Difference]]()
_KILLED = pytest.StashKey[list[tuple[str, str, str, int]]]()
Both = dict[Engine, BoltStore]
Kills = list[tuple[str, str, str, int]]


@pytest.fixture(scope="session")
def differences(request: pytest.FixtureRequest) -> set[Difference]:
    """What differs between the engines: a test adds what it measures, the run's end prints it."""
    return request.config.stash.setdefault(_FOUND, set())


@pytest.fixture(scope="session")
def both(arcadedb_logins: Logins, neo4j_logins: Logins) -> Both:
    """The graphs of both engines, through the logins that write, for tests that compare them."""
    return {"arcadedb": arcadedb_logins[0], "neo4j": neo4j_logins[0]}


@pytest.fixture(scope="session")
def kills(request: pytest.FixtureRequest) -> Kills:
    """Engine, victim, moment and exit code of the loader: a test adds, the run's end prints."""
    return request.config.stash.setdefault(_KILLED, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what differs between the engines, and which kills they survived."""
    found = terminalreporter.config.stash.get(_FOUND, set())
    if found:
        terminalreporter.write_line(f"{len(found)} differences of the engines measured:")
        terminalreporter.write_line(table(found))
    killed = terminalreporter.config.stash.get(_KILLED, [])
    if killed:
        again = f"the same again: GUTGRAPH_TEST_SEED={SEED}"
        terminalreporter.write_line(f"{len(killed)} kills survived, {again}")
    for engine_, victim, moment, code in killed:
        terminalreporter.write_line(f"    {engine_}: {victim} at {moment}; exit code {code}")
