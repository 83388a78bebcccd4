"""`/api/figure/{format}` (POST): the picture on screen as a file; nothing is kept."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from archive.snapshots import dated
from figures.chosen import format_of
from figures.formats import Format
from graph.errors import GutgraphError
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.asked import Asked, Written, asked_figure
from web.api.writing import written
from web.connection import reader
from web.keeping import view_of
from web.picture import figure


def figure_route(settings: Settings) -> Route:
    """Make the route that draws this graph."""

    @answered
    async def route(request: Request) -> Response:
        form = format_of(request.path_params["format"])
        asked, how = await asked_figure(request, written=True)
        return await run_in_threadpool(_draw, settings, asked, how, form)

    return route


def _draw(settings: Settings, asked: Asked, how: Written, form: Format) -> Response:
    view = view_of(asked.query, settings.data)
    store = reader(settings)
    drawn = figure(store, view, asked.title, asked.caption)
    if not drawn.subgraph.entities:
        raise GutgraphError("An empty view makes no figure. Search for one, or take a filter off.")
    snapshot = dated(store, drawn)
    return written(snapshot, form, how)
