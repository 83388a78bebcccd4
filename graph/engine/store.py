"""The seam to a store: what the rest of the graph may ask of a Bolt engine."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Event
from typing import Any, Literal, Protocol

from graph.engine.explained import Plan

Engine = Literal["arcadedb", "neo4j"]
Row = dict[str, Any]
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a stranger's query: its columns, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Transaction(Protocol):
    """One write transaction: all of it is kept, or none."""

    def run(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a query and return all its rows (scalars, lists and maps)."""
        ...


class Store(Protocol):
    """A graph behind a Bolt address. Values go in as parameters only.

    Every method raises `StoreUnavailable`, `StoreRejected` or `QueryTimeout`, never a driver error.
    """

    @property
    def engine(self) -> Engine:
        """Which engine answers."""
        ...

    @property
    def address(self) -> str:
        """The Bolt address, without any secret."""
        ...

    def read(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a query that only reads, and return all rows."""
        ...

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Run a query that only reads, row by row, memory flat."""
        ...

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Open a write transaction: commit at the end of the block, roll back on an error."""
        ...

    def stranger(
        self, text: str, parameters: Parameters | None, seconds: float, stop: Event | None = None
    ) -> AbstractContextManager[Answer]:
        """Run a stranger's query once; have the server end it after `seconds`, or at `stop`."""
        ...

    def explain(
        self, text: str, parameters: Parameters | None, seconds: float, stop: Event | None = None
    ) -> Plan:
        """Ask what the server would do for a stranger's query that was screened."""
        ...

    def close(self) -> None:
        """Give the connections back."""
        ...
