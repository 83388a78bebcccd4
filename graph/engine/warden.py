"""In the server's process: what the engine does not let go of by itself is ended here."""

import logging
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, Final

from graph.engine.java_thread import JavaThreads

READER: Final = "reader"
# A stranger's query begins with this comment: its mark, and its end in seconds since 1970.
MARK: Final = "/* gutgraph {mark} until {until:.1f} */ "
_UNTIL: Final = re.compile(r"(?:EXPLAIN )?/\* gutgraph \w+ until (\d+\.\d+) \*/")
_STEP: Final = 0.05
_LATE: Final = 0.5  # seconds past its end when the one who watched over a query has not ended it
_DEAF: Final = 0.3  # seconds in which a query that was ended lets go, if it hears at all
_FULL, _HELD = 0.75, 0.6  # parts of the heap: used, and still used when it was swept
_MUCH: Final = 0.05  # part of the heap that a query has taken before it may be to blame
_REST: Final = 1.0  # seconds before what failed, or freed nothing, is tried again
_ENDED_BY: Final = "com/arcadedb/exception/QueryTerminatedException"
_SAID: Final = "the command has been terminated"
_JAVA: Final = ("java.", "jdk.", "sun.")
_EXPRESSIONS: Final = ("com.arcadedb.query.opencypher.", "com.arcadedb.function.")
_UNSAFE: Final = (".<clinit>", "ClassLoader.", "MethodHandleNatives.", "java.util.concurrent.locks")
_LOG: Final = logging.getLogger("gutgraph.engine")


@dataclass(slots=True)
class Warden:
    """Ends the reader's queries that are late, deaf or fill the memory; never a writer's.

    The engine asks between two rows whether a query was ended, and never within an expression: one
    over long lists goes on for hours, or until the memory is gone. Its thread is stopped then.

    Args:
        server: ArcadeDB's server.
        beans: Java's `ManagementFactory`.
        all_threads: Gives Java's threads.
        threads: What stops one; None where Java does not let it be, and deaf queries go on.

    """

    server: Any
    beans: Any
    all_threads: Any
    threads: JavaThreads | None
    _told: dict[str, float] = field(default_factory=dict)
    _before: dict[str, int] = field(default_factory=dict)
    _rests_until: float = 0.0

    def start(self) -> None:
        """Begin to watch, in a thread that ends with the process."""
        # Once before any thread is held still: it may hold what this needs the first time.
        _ = [[_place(frame) for frame in one.getStackTrace()] for one in self.all_threads()]
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(_STEP)
            try:
                self.look()
            except Exception:  # noqa: BLE001 - Java's too, such as a lack of memory: it goes on
                _LOG.exception("Could not look at the reader's queries")
                time.sleep(_REST)

    def look(self) -> None:
        """Look once at all the reader's queries."""
        running = self.server.getRunningQueries().getRunning()
        strangers = [query for query in running if str(query.getUser()) == READER]
        ids = {str(query.getId()) for query in strangers}
        self._told = {id_: since for id_, since in self._told.items() if id_ in ids}
        self._note_taken(strangers, ids)
        if strangers and self._is_full():
            self._end_largest(strangers)
        for query in strangers:
            if _is_late(query):
                query.terminate(READER)
            self._stop_if_deaf(query)

    def _stop_if_deaf(self, query: Any) -> None:
        if not query.isTerminated():
            return
        now = time.monotonic()
        if now - self._told.setdefault(str(query.getId()), now) < _DEAF or query.isEnded():
            return
        threads = self._threads_of(query)
        if not threads:  # it died of a lack of memory
            query.close()
        for thread in threads:
            self._stop(thread, query)

    def _stop(self, thread: Any, query: Any) -> None:
        if self.threads is None:
            return

        def in_an_expression() -> bool:
            return is_expression([_place(frame) for frame in thread.getStackTrace()])

        if self.threads.stop(int(thread.threadId()), _ENDED_BY, _SAID, in_an_expression):
            _LOG.info("Stopped a query that did not hear: %r", str(query.getText())[:200])
            self._told[str(query.getId())] = time.monotonic()

    def _is_full(self) -> bool:
        memory = self.beans.getMemoryMXBean()
        if _part(memory) < _FULL or time.monotonic() < self._rests_until:
            return False
        memory.gc()  # what is no longer held counts as used, too
        held = _part(memory)
        if held >= _FULL:  # to sweep it again at once would hold up everyone and free no more
            self._rests_until = time.monotonic() + _REST
        return held > _HELD

    def _end_largest(self, queries: list[Any]) -> None:
        """End the query that took most, unless none took much: then others fill the heap."""
        taken = {str(query.getId()): self._taken(query) for query in queries}
        largest = max(queries, key=lambda query: taken[str(query.getId())])
        most = float(self.beans.getMemoryMXBean().getHeapMemoryUsage().getMax())
        if taken[str(largest.getId())] > _MUCH * most:
            largest.terminate(READER)

    def _note_taken(self, queries: list[Any], ids: set[str]) -> None:
        """Note what a connection's thread had taken before a query: it has answered others."""
        self._before = {id_: taken for id_, taken in self._before.items() if id_ in ids}
        for query in queries:
            if str(query.getId()) not in self._before:
                self._before[str(query.getId())] = self._taken(query)

    def _taken(self, query: Any) -> int:
        """Bytes that a query has taken, those that it gave back among them."""
        beans = self.beans.getThreadMXBean()
        threads = self._threads_of(query)
        allocated = sum(int(beans.getThreadAllocatedBytes(one.threadId())) for one in threads)
        return allocated - self._before.get(str(query.getId()), 0)

    def _threads_of(self, query: Any) -> list[Any]:
        """The thread of the query's connection: they are named by it or hold it as a field."""
        wanted = str(query.getConnectionId())
        return [one for one in self.all_threads() if _connection(one) == wanted]


def is_expression(places: Sequence[str]) -> bool:
    """Tell whether a thread does nothing but work out the value of an expression.

    An error raised while a class is made ready would break the class for good, and one raised in
    the engine's own rooms might leave there half of what was being done.

    Args:
        places: The calls a thread is in, `class.method`, the innermost first.

    """
    if any(unsafe in place for place in places for unsafe in _UNSAFE):
        return False
    innermost = next((place for place in places if not place.startswith(_JAVA)), "")
    return innermost.startswith(_EXPRESSIONS)


def _place(frame: Any) -> str:
    return f"{frame.getClassName()}.{frame.getMethodName()}"


def _is_late(query: Any) -> bool:
    found = _UNTIL.match(str(query.getText()))
    return found is not None and time.time() > float(found[1]) + _LATE


def _part(memory: Any) -> float:
    heap = memory.getHeapMemoryUsage()
    return float(heap.getUsed()) / float(heap.getMax())


def _connection(thread: Any) -> str:
    if str(thread.getClass().getSimpleName()) != "BoltNetworkExecutor":
        return ""
    held = thread.getClass().getDeclaredField("connectionId")
    held.setAccessible(True)
    return str(held.get(thread))
