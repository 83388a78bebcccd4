"""HTTP routes beside the pages."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.settings import Settings
from web.api.canvas import canvas_route
from web.api.figure import figure_route
from web.api.search import search_route
from web.api.vendor import vendor_routes
from web.front import front_routes


def routes(settings: Settings) -> list[Route]:
    """All routes of the dashboard."""
    return [
        Route("/health", _health),
        Route("/api/search", search_route(settings)),
        Route("/api/canvas", canvas_route(settings), methods=["POST"]),
        Route("/api/figure/{format}", figure_route(settings), methods=["POST"]),
        *vendor_routes(),
        *front_routes(),
    ]


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})
