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
_UNTIL: Final = re.compile(r"/\* gutgraph \w+ until ([\d.]+) \*/")
_STEP: Final = 0.05
_LATE: Final = 0.5  # seconds past its end when the one who watched over a query has not ended it
_DEAF: Final = 0.3  # seconds in which a query that was ended lets go, if it hears at all
_FULL, _HELD = 0.75, 0.6  # parts of the heap: used, and still used when it was swept
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
        threads: What stops one.

    """

    server: Any
    beans: Any
    all_threads: Any
    threads: JavaThreads
    _told: dict[str, float] = field(default_factory=dict)

    def start(self) -> None:
        """Begin to watch, in a thread that ends with the process."""
        # Once before any thread is held still: it may hold what this needs the first time.
        _ = [[_place(frame) for frame in one.getStackTrace()] for one in self.all_threads()]
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
        threads = self._threads_of(query)
        if not threads:  # it died of a lack of memory
            query.close()
        for thread in threads:
            self._stop(thread, query)

    def _stop(self, thread: Any, query: Any) -> None:
        def in_an_expression() -> bool:
            return is_expression([_place(frame) for frame in thread.getStackTrace()])

        if self.threads.stop(int(thread.threadId()), _ENDED_BY, _SAID, in_an_expression):
            _LOG.info("Stopped a query that did not hear: %s", str(query.getText())[:200])
            self._told[str(query.getId())] = time.monotonic()

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
