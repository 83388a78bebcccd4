"""One query under way: its caller gets control back in time, whatever the engine does."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread
from typing import Final, TypeVar

from graph.errors import QueryCancelled, QueryTimeout

_PATIENCE: Final = 0.7  # seconds that an engine has, after the limit, to let go by itself
_Answer = TypeVar("_Answer")


class Running:
    """One query under way, which any thread may cancel; one for each query.

    Attributes:
        stop: Set when the engine shall let go of the query.

    """

    def __init__(self) -> None:
        self.stop = Event()
        self._turn = Event()
        self._cancelled = False

    def cancel(self) -> None:
        """Give the query up: who waits for it gets `QueryCancelled` at once, the engine ends it."""
        self._cancelled = True
        self.stop.set()
        self._turn.set()

    def wait(self, work: Callable[[], _Answer], seconds: float) -> _Answer:
        """Return what `work` returns or raises, while it does so in a thread of its own.

        Args:
            work: Asks the engine, and ends when `stop` is set or its own limit is reached. When it
                does neither in time it goes on alone, and its answer is dropped.
            seconds: Its limit.

        Raises:
            QueryCancelled: It was given up.
            QueryTimeout: It has not ended `_PATIENCE` after its limit.

        """
        answer: Future[_Answer] = Future()
        answer.add_done_callback(lambda _: self._turn.set())
        Thread(target=_fulfil, args=(answer, work), daemon=True).start()
        self._turn.wait(seconds + _PATIENCE)
        self.check()
        if not answer.done():
            self.stop.set()
            raise QueryTimeout(f"The query has not ended {seconds:g} seconds after it began.")
        return answer.result()

    def check(self) -> None:
        """Go on unless it was given up.

        Raises:
            QueryCancelled: It was.

        """
        if self._cancelled:
            raise QueryCancelled("The query was cancelled. Run it again to have its answer.")


def _fulfil(answer: Future[_Answer], work: Callable[[], _Answer]) -> None:
    try:
        answer.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised where the answer is awaited
        answer.set_exception(error)
