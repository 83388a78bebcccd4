"""Watching over a stranger's query: its time limit, where the engine itself keeps none."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import StoreError

_AGAIN: Final = 0.2  # seconds between two tries to end a query


def _mark() -> str:
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Supervision:
    """One query, told from all others by a mark, which another connection can end.

    ArcadeDB ignores the client's limit, and its own is for all queries. Neo4j keeps the limit of a
    transaction, and ends a query when its client leaves: there is nothing to do then.

    Args:
        store: Where it runs; asked over a connection of its own.

    """

    store: Store
    mark: str = field(default_factory=_mark)

    @property
    def needed(self) -> bool:
        """Whether the engine leaves limits to us."""
        return self.store.engine == "arcadedb"

    def marked(self, text: str) -> str:
        """Give the query its mark."""
        return f"{text}\n// {self.mark}" if self.needed else text

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """End the query `seconds` after the block began, unless the block has ended."""
        if not self.needed:
            yield
            return
        over = Event()
        guard = Thread(target=self._end_after, args=(seconds, over), daemon=True)
        guard.start()
        try:
            yield
        finally:
            over.set()
            guard.join()

    def end(self) -> None:
        """End the query now, if it still runs."""
        if not self.needed:
            return
        for running in self.store.read(cypher("engine/running", self.store.engine)):
            if running["currentQuery"].endswith(self.mark):
                ended = {"id": running["transactionId"]}
                self.store.read(cypher("engine/terminate", self.store.engine), ended)

    def _end_after(self, seconds: float, over: Event) -> None:
        wait = seconds
        while not over.wait(wait):
            with suppress(StoreError):  # it is tried again until the query is over
                self.end()
            wait = _AGAIN
