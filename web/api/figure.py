"""`/api/figure/{format}` (POST): the picture on screen as a file; nothing is kept."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from figures.chosen import format_of, options_of
from figures.formats import Format
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.asked import Asked, asked_figure
from web.connection import reader
from web.keeping import view_of
from web.picture import figure


def figure_route(settings: Settings) -> Route:
    """Make the route that draws this graph."""

    @answered
    async def route(request: Request) -> Response:
        form = format_of(request.path_params["format"])
        return await run_in_threadpool(_draw, settings, await asked_figure(request), form)

    return route


def _draw(settings: Settings, asked: Asked, form: Format) -> Response:
    view = view_of(asked.query, settings.data)
    snapshot = figure(reader(settings), view, asked.title, asked.caption)
    options = options_of(asked.choices)
    name = f"gutgraph-{snapshot.short_id}.{form.suffix}"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-file-name": name,
        "x-advice": quote(form.advice(snapshot, options)),
    }
    return Response(form.draw(snapshot, options), media_type=form.media_type, headers=headers)
