"""In the server's process: what the engine does not let go of by itself is ended here."""

import logging
import re
import time
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, Final

from graph.engine.java_thread import JavaThreads

READER: Final = "reader"
# A stranger's query begins with this comment: its mark, and its end in seconds since 1970.
MARK: Final = "/* gutgraph {mark} until {until:.1f} */ "
_UNTIL: Final = re.compile(r"/\* gutgraph \w+ until ([\d.]+) \*/")
_STEP: Final = 0.05
_LATE: Final = 0.5  # seconds past its end when the one who watched over a query has not ended it
_DEAF: Final = 0.3  # seconds in which a query that was ended lets go, if it hears at all
_FULL, _HELD = 0.75, 0.6  # parts of the heap: used, and still used when it was swept
_ENDED_BY: Final = "com/arcadedb/exception/QueryTerminatedException"
_SAID: Final = "the command has been terminated"
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
        threads: What stops one.

    """

    server: Any
    beans: Any
    all_threads: Any
    threads: JavaThreads
    _told: dict[str, float] = field(default_factory=dict)

    def start(self) -> None:
        """Begin to watch, in a thread that ends with the process."""
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(_STEP)
            self.look()

    def look(self) -> None:
        """Look once at all the reader's queries."""
        running = self.server.getRunningQueries().getRunning()
        strangers = [query for query in running if str(query.getUser()) == READER]
        if strangers and self._is_full():
            self._largest(strangers).terminate(READER)
        for query in strangers:
            if _is_late(query):
                query.terminate(READER)
            self._stop_if_deaf(query)
        ids = {str(query.getId()) for query in strangers}
        self._told = {id_: since for id_, since in self._told.items() if id_ in ids}

    def _stop_if_deaf(self, query: Any) -> None:
        if not query.isTerminated():
            return
        now = time.monotonic()
        if now - self._told.setdefault(str(query.getId()), now) < _DEAF or query.isEnded():
            return
        for thread in self._threads_of(query):
            _LOG.info("Stopping a query that does not hear: %s", str(query.getText())[:200])
            self.threads.stop(int(thread.threadId()), _ENDED_BY, _SAID)
        self._told[str(query.getId())] = now

    def _is_full(self) -> bool:
        memory = self.beans.getMemoryMXBean()
        if _part(memory) < _FULL:
            return False
        memory.gc()  # what is no longer held counts as used, too
        return _part(memory) > _HELD

    def _largest(self, queries: list[Any]) -> Any:
        return max(queries, key=lambda query: sum(map(self._taken, self._threads_of(query))))

    def _taken(self, thread: Any) -> int:
        return int(self.beans.getThreadMXBean().getThreadAllocatedBytes(thread.threadId()))

    def _threads_of(self, query: Any) -> list[Any]:
        """The thread of the query's connection: they are named by it or hold it as a field."""
        wanted = str(query.getConnectionId())
        return [one for one in self.all_threads() if _connection(one) == wanted]


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
