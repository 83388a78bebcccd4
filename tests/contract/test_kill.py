"""Kill -9 of the loader and of the server: loading again gives the graph of a load left alone."""

import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from graph.engine.connect import open_store
from graph.engine.store import Engine
from graph.settings import Settings
from graph.write.check import check
from graph.write.checksum import checksum
from tests.contract import versions
from tests.contract.commands import Commands, Ended
from tests.contract.conftest import SEED, Kills
from tests.contract.gate import Moment, When
from tests.contract.killable import Embedded, Killable, Neo4j, started
from tests.engines import variables
from tests.neo4j.server import NotHere, laid_out

pytestmark = pytest.mark.engine

# Where the loader and the server are killed: two moments that must be among them, three by lot.
# "removal" is in the middle of taking the former version away, "commit" around the end of a part.
PLACES: Final = ("finish", "version", "removal", "commit", "request")
WHENS: Final[tuple[When, ...]] = ("asked", "working", "answered")


@dataclass(slots=True)
class Ground:
    """A server, and what a load that is left alone makes of each version."""

    engine: Engine
    server: Killable
    commands: Commands
    folder: Path
    wanted: dict[str, tuple[str, str]] = field(default_factory=dict)
    passed: Counter[str] = field(default_factory=Counter)
    held: str = ""

    @property
    def other(self) -> str:
        """The version that the graph does not hold."""
        return next(version for version in versions.VERSIONS if version != self.held)

    @property
    def environment(self) -> dict[str, str]:
        return variables(self.server.settings) | {"GUTGRAPH_BATCH_SIZE": str(versions.BATCH)}

    def load(self, version: str) -> Ended:
        """Load a version to its end; it takes the place of the other."""
        self.begin(version, {})
        self.held = version
        return self.commands.wait()

    def begin(self, version: str, environment: dict[str, str]) -> int:
        """Begin to load a version, and return the loader's process."""
        inputs = versions.write(self.folder, version)
        return self.commands.start("load", inputs, environment=self.environment | environment)

    def state(self) -> tuple[str, str]:
        """Hash the graph, and read its version; it must be whole."""
        with open_store(self.server.settings, "writer") as store:
            assert check(store) == []
            (graph,) = store.read(
                "MATCH (g:Graph) RETURN g.data_version AS version, g.pending AS p"
            )
            assert not graph["p"]
            return checksum(store), graph["version"]


@pytest.fixture(scope="module")
def server(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killable]:
    folder = tmp_path_factory.mktemp(f"killed-{engine}")
    if engine == "arcadedb":
        made: Killable = Embedded(Settings(data=folder / "data", engine_memory_mb=512))
    else:
        try:
            made = Neo4j(laid_out(folder / "home"))
        except NotHere as reason:
            if os.environ.get("CI") == "true":
                pytest.fail(f"Neo4j could not be started: {reason}")
            pytest.skip(f"Neo4j could not be started: {reason}")
    with started(made):
        yield made


@pytest.fixture(scope="module")
def ground(
    engine: Engine, server: Killable, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    """Load both versions undisturbed: the second while all that passes is counted."""
    folder = tmp_path_factory.mktemp("versions")
    with Commands(folder) as commands:
        made = Ground(engine, server, commands, folder / "inputs")
        first, second = versions.VERSIONS
        assert made.load(first).code == 0
        made.wanted[first] = made.state()
        way = server.through(None)
        made.begin(second, way.environment)
        ended = commands.wait()
        way.close()
        assert ended.code == 0
        made.passed, made.held = way.gate.counts, second
        made.wanted[second] = made.state()
        yield made


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
    else:
        ground.server.kill()
        way.close()
        ended = ground.commands.wait()
        ground.server.start()
        said_that_the_server_went(ended)
    assert ground.load(version).code == 0
    kills.append((ground.engine, victim, str(at), ended.code))
    assert ground.state() == ground.wanted[version], f"killed at {at}; seed {SEED}"
    assert ground.wanted[version] != before


def said_that_the_server_went(ended: Ended) -> None:
    assert "Traceback" not in ended.err
    # The embedded engine is started again by the loader, where that is between two transactions.
    if ended.code:
        assert ended.code == 3
        assert ended.err.startswith("Error: No store answers at bolt://127.0.0.1:")
        assert ended.err.rstrip().endswith("or check NEO4J_URI")
