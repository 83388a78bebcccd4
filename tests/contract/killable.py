"""Servers that a test may kill: the embedded engine and a Neo4j, each with a graph of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

import psutil

from graph.engine import embedded
from graph.engine.folder import DataFolder
from graph.settings import Settings
from tests.contract.gate import Gate, Moment
from tests.engines import variables
from tests.neo4j.server import Server


class Killable(Protocol):
    """A server with a graph that nobody else uses."""

    @property
    def settings(self) -> Settings:
        """What leads to it."""
        ...

    def start(self) -> None:
        """Start it, unless it runs."""
        ...

    def kill(self) -> None:
        """End it with SIGKILL."""
        ...

    def stop(self) -> None:
        """End it in good order."""
        ...

    @property
    def pid(self) -> int:
        """Its process's number."""
        ...

    def through(self, moment: Moment | None) -> "Way":
        """Lead a command to it through a gate; its variables and the gate."""
        ...


@dataclass(slots=True)
class Way:
    """A way to a server through a gate, for as long as it is open."""

    gate: Gate
    environment: dict[str, str]

    def close(self) -> None:
        """Cut it."""
        self.gate.close()


@dataclass(frozen=True, slots=True)
class Embedded:
    """The embedded engine, which the loader itself starts again when it is gone."""

    settings: Settings

    def start(self) -> None:
        embedded.start(self.settings)

    @property
    def pid(self) -> int:
        return embedded.status(self.settings).pid

    def kill(self) -> None:
        process = psutil.Process(self.pid)
        process.kill()
        process.wait(30)

    def stop(self) -> None:
        embedded.stop(self.settings)

    def through(self, moment: Moment | None) -> Way:
        folder = DataFolder(self.settings.data)
        state = folder.read()
        assert state is not None
        gate = Gate(f"bolt://127.0.0.1:{state.port}", moment)
        folder.write(replace(state, port=gate.port))  # where the loader looks for the engine
        return _Back(gate, variables(self.settings), folder, state.port)


@dataclass(slots=True)
class _Back(Way):
    """Puts the engine's own port back at the end, if the engine is the same still."""

    folder: DataFolder
    port: int

    def close(self) -> None:
        Way.close(self)
        state = self.folder.read()
        if state is not None and state.port == self.gate.port:
            self.folder.write(replace(state, port=self.port))


@dataclass(frozen=True, slots=True)
class Neo4j:
    """A Neo4j, which the test itself starts again."""

    server: Server

    @property
    def settings(self) -> Settings:
        return self.server.settings

    def start(self) -> None:
        if self.server.process is None or self.server.process.poll() is not None:
            self.server.start()

    @property
    def pid(self) -> int:
        assert self.server.process is not None
        return self.server.process.pid

    def kill(self) -> None:
        self.server.kill()

    def stop(self) -> None:
        self.server.stop()

    def through(self, moment: Moment | None) -> Way:
        gate = Gate(self.settings.neo4j_uri, moment)
        return Way(gate, variables(self.settings) | {"NEO4J_URI": gate.address})


@contextmanager
def started(server: Killable) -> Iterator[Killable]:
    """Have it run for the block."""
    server.start()
    try:
        yield server
    finally:
        server.stop()
