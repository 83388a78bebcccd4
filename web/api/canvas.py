"""`/api/canvas` (POST): an act on the Explore page, and all that its canvas shows then.

The page would answer the same, but for a run of its script in between. It is told afterwards.
"""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import GutgraphError, NotFound
from graph.settings import Settings
from web import visits
from web.api.answers import Route, answered
from web.api.body import json_body
from web.connection import reader
from web.exploring import LOOK, done
from web.visit import Visit

Json = dict[str, Any]

_LONGEST_BODY: Final = 256_000
# Squeezing half a megabyte takes longer than drawing it, and the browser is on this machine.
_AS_IT_IS: Final = {"content-encoding": "identity"}
# Verdicts are written by the page alone: this route has the reader's login and no other.
_OF_THE_PAGE: Final = frozenset({"review"})


def canvas_route(settings: Settings) -> Route:
    """Make the route of the canvas of this graph."""

    @answered
    async def route(request: Request) -> Response:
        visit, act, number = _asked(await json_body(request, _LONGEST_BODY))
        return await run_in_threadpool(_answer, settings, visit, act, number)

    return route


def _answer(settings: Settings, visit: Visit, act: Json, number: int) -> Response:
    with visit.lock:
        if number > visit.done + 1:
            raise GutgraphError(
                f"Act {number} comes before act {visit.done + 1}; tell the page, which does both."
            )
        shown = done(visit, act, number, reader(settings), settings)
    if not shown:
        raise NotFound("Anything to draw")
    return JSONResponse(shown, headers=_AS_IT_IS)


def _asked(body: Any) -> tuple[Visit, Json, int]:
    asked = body if isinstance(body, dict) else {}
    act, number = asked.get("act"), asked.get("number")
    if not isinstance(act, dict) or type(number) is not int or not isinstance(act.get("kind"), str):
        raise GutgraphError(
            'An act is asked for with {"visit": "…", "number": 1, "act": {"kind": "grow", …}}.'
        )
    if act["kind"] in _OF_THE_PAGE:
        raise GutgraphError(f"{act['kind']!r} is no act of the canvas; the page does it.")
    visit = visits.found(str(asked.get("visit")))
    if visit is None or (visit.view is None and act["kind"] != LOOK):
        raise NotFound("This visit")
    return visit, act, number
