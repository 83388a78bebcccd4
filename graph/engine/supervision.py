"""Watching over a stranger's query: ended at its time limit, or when its asker gives it up."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any, Final, TypeVar

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.engine.warden import MARK
from graph.errors import StoreError

_Row = TypeVar("_Row")
_BEGINNING: Final = 64  # characters that hold the mark
_AGAIN: Final = 0.2  # seconds between two tries to end a query


def _mark() -> str:
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Supervision:
    """One query, told from all others by a mark, which another connection can end.

    ArcadeDB ignores the client's limit, and its own is for all queries; it shows a query's text,
    so the mark is a comment there. Neo4j keeps the limit of a transaction, though it looks only
    now and then, and shows what a client notes of it.

    Args:
        store: Where it runs; asked over a connection of its own.
        seconds: The limit, from the beginning of the block that `within` guards.

    Attributes:
        all_read: Set when the engine has nothing left to do for it.

    """

    store: Store
    seconds: float
    mark: str = field(default_factory=_mark)
    all_read: Event = field(default_factory=Event)

    @property
    def metadata(self) -> dict[str, Any]:
        """What the client notes of the transaction."""
        return {} if self._in_text else {"gutgraph": self.mark}

    def marked(self, text: str) -> str:
        """Give the query its mark, where the engine does not show what clients note.

        It comes first: the engine shows the first 1,024 characters of a text.
        """
        if not self._in_text:
            return text
        return MARK.format(mark=self.mark, until=time.time() + self.seconds) + text

    @contextmanager
    def within(self, stop: Event) -> Iterator[None]:
        """End the query at its limit, or when `stop` is set, unless the block has ended.

        Args:
            stop: Set by whoever gives the query up; set when the block ends, too.

        """
        over = Event()
        guard = Thread(target=self._end_after, args=(stop, over), daemon=True)
        guard.start()
        try:
            yield
        finally:
            over.set()
            stop.set()
            guard.join()

    def rows(self, answer: Iterator[_Row]) -> Iterator[_Row]:
        """Give the rows on, and note when all of them are read."""
        yield from answer
        self.all_read.set()

    def leave(self) -> None:
        """End the query unless all of its rows are read: the others would be waited for."""
        if self._in_text and not self.all_read.is_set():
            self.end()

    def end(self) -> None:
        """End the query now, if it still runs."""
        asked = {"mark": self.mark}
        for running in self.store.read(cypher("engine/running", self.store.engine), asked):
            if self._in_text and self.mark not in running["currentQuery"][:_BEGINNING]:
                continue
            ended = {"id": running["transactionId"]}
            self.store.read(cypher("engine/terminate", self.store.engine), ended)

    @property
    def _in_text(self) -> bool:
        return self.store.engine == "arcadedb"

    def _end_after(self, stop: Event, over: Event) -> None:
        stop.wait(self.seconds)
        while not over.is_set():
            with suppress(StoreError):  # it is tried again until the query is over
                self.end()
            over.wait(_AGAIN)
