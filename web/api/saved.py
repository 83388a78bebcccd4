"""`/api/saved` and `/api/saved/NAME?name=value`: the saved queries, and the answer of one."""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.ask.saved import ask_saved, every_saved
from graph.errors import WrongValue
from graph.settings import Settings
from shapes.saved import answer_shape, query_shape
from web.api.answers import Route, answered
from web.connection import console_gate, reader

_MOST: Final = 50  # values of one question


@answered
async def saved_list_route(_: Request) -> Response:
    """Answer with the saved queries and their parameters."""
    return JSONResponse({"queries": [query_shape(one).written() for one in every_saved().values()]})


def saved_route(settings: Settings) -> Route:
    """Make the route that asks one of this graph."""

    @answered
    async def route(request: Request) -> Response:
        name = request.path_params["name"]
        pairs = request.query_params.multi_items()[:_MOST]
        given = dict(pairs)
        if len(given) < len(pairs):
            raise WrongValue(["a parameter is given twice; give each once"])
        gate = console_gate(settings)
        found = await run_in_threadpool(
            lambda: ask_saved(reader(settings), name, given, settings, gate=gate)
        )
        return JSONResponse(answer_shape(found).written())

    return route
