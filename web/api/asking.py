"""What every route that asks the graph does: wait for a place, ask in a thread, answer JSON."""

from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from graph.engine.store import Store
from graph.settings import Settings
from shapes.shape import Shape
from web.api.answers import JsonResponse
from web.api.queue import Queue
from web.connection import console_gate, reader

FRESH: Final = {"cache-control": "private, no-cache"}


class Asking:
    """The graph that routes ask, and the queues before it.

    Strangers' queries have a queue of their own, as few as pass the console's gate: however long
    they take, other questions are answered beside them.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._questions = Queue(
            settings.api_at_once, settings.api_waiting, settings.api_wait_seconds
        )
        self._queries = Queue(
            settings.console_at_once, settings.api_waiting, settings.api_wait_seconds
        )

    async def query(self, question: Callable[[Store, BoundedSemaphore], Shape]) -> Response:
        """Ask what a stranger asks, which passes the console's gate."""
        gate = console_gate(self.settings)
        async with self._queries.place():
            found = await run_in_threadpool(lambda: question(reader(self.settings), gate))
            return JsonResponse(found.written(), headers=FRESH)
