"""A server that tests may kill or fill up, and what a load that is left alone makes there."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.engine.connect import open_store
from graph.engine.store import Engine
from graph.settings import Settings
from graph.write.check import check
from graph.write.checksum import checksum
from tests.contract import versions
from tests.contract.commands import Commands, Ended
from tests.contract.killable import Embedded, Killable, Neo4j, started
from tests.engines import variables
from tests.neo4j.server import NotHere, laid_out


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
        with open_store(self.server.settings, "reader") as store:
            assert check(store) == []
            (graph,) = store.read(
                "MATCH (g:Graph) RETURN g.data_version AS version, g.pending AS p"
            )
            assert not graph["p"]
            return checksum(store), graph["version"]


@pytest.fixture(scope="package")
def killable(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killable]:
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


@pytest.fixture(scope="package")
def ground(
    engine: Engine, killable: Killable, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    """Load both versions undisturbed: the second while all that passes is counted."""
    folder = tmp_path_factory.mktemp("versions")
    with Commands(folder) as commands:
        made = Ground(engine, killable, commands, folder / "inputs")
        first, second = versions.VERSIONS
        assert made.load(first).code == 0
        made.wanted[first] = made.state()
        way = killable.through(None)
        made.begin(second, way.environment)
        ended = commands.wait()
        way.close()
        assert ended.code == 0
        made.passed, made.held = way.gate.counts, second
        made.wanted[second] = made.state()
        yield made
