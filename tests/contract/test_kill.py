"""Kill -9 of the loader and of the server: loading again gives the graph of a load left alone."""

import random
import signal
from typing import Final

import pytest

from tests.contract.commands import Ended
from tests.contract.conftest import SEED, Kills
from tests.contract.gate import Moment, When
from tests.contract.ground import Ground
from tests.failures import seen

pytestmark = pytest.mark.engine

# Where the loader and the server are killed: two moments that must be among them, three by lot.
# "removal" is in the middle of taking the former version away, "commit" around the end of a part.
PLACES: Final = ("finish", "version", "removal", "commit", "request")
WHENS: Final[tuple[When, ...]] = ("asked", "working", "answered")


def moment(ground: Ground, victim: str, place: str) -> Moment:
    """Draw a moment by lot, from the run's seed."""
    lot = random.Random(f"{SEED} {ground.engine} {victim} {place}")
    if place in {"finish", "version"}:
        return Moment(place, 1, "asked")
    # Another time a few requests more or less may pass: the last tenth is left out.
    return Moment(place, lot.randint(1, max(1, ground.passed[place] * 9 // 10)), lot.choice(WHENS))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("victim", ["loader", "server"])
def test_what_was_killed_is_whole_after_loading_again(
    ground: Ground, victim: str, place: str, kills: Kills
) -> None:
    version, at = ground.other, moment(ground, victim, place)
    before = ground.wanted[ground.held]
    way = ground.server.through(at)
    pid = ground.begin(version, way.environment)
    assert way.gate.reached.wait(60), f"{at} never came; seed {SEED}"
    if victim == "loader":
        ended = ground.commands.kill(pid)
        way.close()
        assert ended.code == -signal.SIGKILL
        seen("killed loader", ended.err, None)
    else:
        ground.server.kill()
        way.close()
        ended = ground.commands.wait()
        ground.server.start()
        said_that_the_server_went(ground, ended)
    assert ground.load(version).code == 0
    kills.append((ground.engine, victim, str(at), ended.code))
    assert ground.state() == ground.wanted[version], f"killed at {at}; seed {SEED}"
    assert ground.wanted[version] != before


def said_that_the_server_went(ground: Ground, ended: Ended) -> None:
    # The embedded engine is started again by the loader, where that is between two transactions.
    if ended.code or ground.engine == "neo4j":
        seen("gone while loading", ended.err, ended.code)
