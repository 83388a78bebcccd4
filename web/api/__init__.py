"""HTTP routes beside the pages."""

from starlette.routing import Route

from graph.settings import Settings
from web.api.canvas import canvas_route
from web.api.console import console_routes
from web.api.figure import figure_route
from web.api.programs import program_routes
from web.api.snapshots import snapshot_routes
from web.api.stories import story_routes
from web.api.vendor import vendor_routes
from web.front import front_routes


def routes(settings: Settings, *, own: bool = False) -> list[Route]:
    """All routes of the dashboard.

    Args:
        settings: Of the graph.
        own: The dashboard is its user's own, and may write.

    """
    return [
        Route("/api/canvas", canvas_route(settings), methods=["POST"]),
        Route("/api/figure/{format}", figure_route(settings), methods=["POST"]),
        *console_routes(settings),
        *snapshot_routes(settings, own=own),
        *story_routes(settings),
        *vendor_routes(),
        *program_routes(settings),
        *front_routes(),
    ]
