"""Kill -9 of the loader and of the server: loading again gives the graph of a load left alone."""

import os
import random
import signal
from typing import Final

import pytest

from tests.contract.conftest import SEED, Kills
from tests.contract.gate import Moment, When
from tests.contract.ground import Ground
from tests.failures import seen

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]  # servers are started again

# Where the loader and the server are killed. "removal" is in the middle of taking the former
# version away, "commit" around the end of a part.
PLACES: Final = ("finish", "version", "removal", "commit", "request")
PATIENCE: Final = 240.0  # seconds, on a busy machine
WHENS: Final[tuple[When, ...]] = ("asked", "working", "answered")


def places() -> tuple[str, ...]:
    """One place by lot, as each takes a minute of restarts; all of them where that is asked."""
    if os.environ.get("GUTGRAPH_TEST_KILLS") == "all":
        return PLACES
    return (random.Random(SEED).choice(PLACES),)


@pytest.mark.parametrize("place", places())
def test_a_load_whose_loader_and_then_whose_server_is_killed_is_whole_when_it_ends(
    ground: Ground, place: str, kills: Kills
) -> None:
    version, before = ground.other, ground.wanted[ground.held]
    first = moment(ground, place, ground.passed[place], "loader")
    killed_loader(ground, version, first)
    # What the first load has done the second does not do again: so much is left at least.
    second = moment(ground, place, ground.passed[place] - first.nth, "server")
    code = killed_server(ground, version, second)
    assert ground.load(version).code == 0
    kills.append((ground.engine, "loader", str(first), -signal.SIGKILL))
    kills.append((ground.engine, "server", str(second), code))
    assert ground.state() == ground.wanted[version], f"killed at {first}, {second}; seed {SEED}"
    assert ground.wanted[version] != before


def moment(ground: Ground, place: str, left: int, victim: str) -> Moment:
    """Draw a moment by lot, from the run's seed."""
    if place in {"finish", "version"}:
        return Moment(place, 1, "asked")
    lot = random.Random(f"{SEED} {ground.engine} {victim} {place}")
    # Another time a few requests more or less may pass: the last tenth is left out.
    return Moment(place, lot.randint(1, max(1, left * 9 // 10)), lot.choice(WHENS))


def killed_loader(ground: Ground, version: str, at: Moment) -> None:
    """Begin to load, and kill the loader."""
    way = ground.server.through(at)
    pid = ground.begin(version, way.environment)
    reached = way.gate.reached.wait(PATIENCE)
    ended = ground.commands.kill(pid)
    way.close()
    assert reached, f"{at} never came; seed {SEED}"
    assert ended.code == -signal.SIGKILL
    seen("killed loader", ended.err, None)


def killed_server(ground: Ground, version: str, at: Moment) -> int:
    """Go on loading, kill the server and start it again; returns how the loader ended."""
    way = ground.server.through(at)
    ground.begin(version, way.environment)
    reached = way.gate.reached.wait(PATIENCE)
    ground.server.kill()
    way.close()
    ended = ground.commands.wait()
    ground.server.start()
    assert reached, f"{at} never came; seed {SEED}"
    # The embedded engine is started again by the loader, where that is between two transactions.
    if ended.code or ground.engine == "neo4j":
        seen("gone while loading", ended.err, ended.code)
    return ended.code
