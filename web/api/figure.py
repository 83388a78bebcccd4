"""`/api/figure/{format}` (POST): the picture on screen as a file."""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.errors import GutgraphError
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.body import json_body
from web.connection import reader
from web.keeping import view_of
from web.picture import figure

_LONGEST_BODY: Final = 64_000
_LONGEST_TITLE: Final = 200


def figure_route(settings: Settings) -> Route:
    """Make the route that draws this graph."""

    @answered
    async def route(request: Request) -> Response:
        pen = request.path_params["format"]
        if pen not in FORMATS:
            raise GutgraphError(
                f"{pen!r} is no format of a figure; take one of {', '.join(FORMATS)}."
            )
        query, title = _asked(await json_body(request, _LONGEST_BODY))
        return await run_in_threadpool(_draw, settings, query, title, pen)

    return route


def _draw(settings: Settings, query: dict[str, str], title: str, pen: str) -> Response:
    snapshot = figure(reader(settings), view_of(query, settings.data), title)
    form = FORMATS[pen]
    name = f"gutgraph-{snapshot.short_id}.{pen}"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-file-name": name,
    }
    return Response(
        form.draw(snapshot, FigureOptions()), media_type=form.media_type, headers=headers
    )


def _asked(body: Any) -> tuple[dict[str, str], str]:
    query = body.get("query") if isinstance(body, dict) else None
    title = body.get("title") if isinstance(body, dict) else None
    if not isinstance(query, dict) or not isinstance(title, str):
        raise GutgraphError('A figure is asked for with {"title": "…", "query": {"ids": "…"}}.')
    return {str(key): str(value) for key, value in query.items()}, title[:_LONGEST_TITLE]
