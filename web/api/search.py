"""`/api/search?q=TEXT`: entities by name, synonym, id or near miss."""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.ask.search import search
from graph.settings import Settings
from web.api.answers import Route, answered
from web.connection import reader
from web.screen import hit_row

HITS: Final = 8
_LONGEST: Final = 200


def search_route(settings: Settings) -> Route:
    """Make the route that searches this graph."""

    @answered
    async def route(request: Request) -> Response:
        text = request.query_params.get("q", "")[:_LONGEST]
        hits = await run_in_threadpool(lambda: search(reader(settings), text, HITS))
        return JSONResponse({"hits": [hit_row(hit) for hit in hits]})

    return route
