"""What every route that asks the graph does: wait for a place, ask in a thread, answer JSON."""

from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.engine.store import Store
from graph.settings import Settings
from shapes.shape import Shape
from web.api.answers import JsonResponse
from web.api.queue import Queue
from web.api.tags import matches, tag
from web.connection import console_gate, reader

FRESH: Final = {"cache-control": "private, no-cache"}

Question = Callable[[Store], Shape]


class Asking:
    """The graph that routes ask, and the queues before it.

    Strangers' queries have a queue of their own, as few as pass the console's gate: however long
    they take, other questions are answered beside them.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        waiting, seconds = settings.api_waiting, settings.api_wait_seconds
        self._questions = Queue(settings.api_at_once, waiting, seconds)
        self._queries = Queue(settings.console_at_once, waiting, seconds)

    @property
    def gate(self) -> BoundedSemaphore:
        """What every query of a stranger passes, whichever door it comes in by."""
        return console_gate(self.settings)

    async def question(self, request: Request, question: Question) -> Response:
        """Ask one of the product's questions; what has not changed is not told again."""
        async with self._questions.place():
            return await run_in_threadpool(self._kept, request, question)

    async def saved(self, request: Request, question: Question) -> Response:
        """Ask a saved query, which passes the gate; what has not changed is not told again."""
        async with self._queries.place():
            return await run_in_threadpool(self._kept, request, question)

    async def query(self, question: Question) -> Response:
        """Ask what a stranger asks, which passes the gate."""
        async with self._queries.place():
            return await run_in_threadpool(self._fresh, question)

    def _fresh(self, question: Question) -> Response:
        return JsonResponse(question(reader(self.settings)).written(), headers=FRESH)

    def _kept(self, request: Request, question: Question) -> Response:
        store = reader(self.settings)
        before = tag(store, request, self.settings)
        if before and matches(before, request):
            return Response(status_code=304, headers=FRESH | {"etag": before})
        answer = JsonResponse(question(store).written(), headers=FRESH)
        # A graph that was changed meanwhile may have told of one state and the other.
        if before and before == tag(store, request, self.settings):
            answer.headers["etag"] = before
        return answer
