"""`/snapshots/{id}`, `/snapshots/{id}.{format}`, and `/api/snapshots` (POST), which keeps one."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any, Final
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route as HttpRoute

from archive.addresses import frame_of, snapshot_link
from archive.snapshots import described, keep, read, resolved
from figures.chosen import OPTIONS, format_of, one_line, options_of
from figures.formats import Format
from graph.engine.connect import open_store
from graph.errors import GutgraphError
from graph.model.identity import digest
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.asked import Written, asked_figure, asked_writing
from web.api.lasting import FOR_EVER, disposition
from web.api.writing import written
from web.connection import reader
from web.keeping import opened_address, view_of
from web.picture import figure
from web.rights import require_right

_SHORT_WHILE: Final = "no-cache"
_EMBEDDED: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>html, body {{ margin: 0; height: 100%; background: #fff }}
body {{ display: flex; flex-direction: column; font: 14px/1.4 'Source Sans 3', sans-serif }}
img {{ flex: 1; min-height: 0; width: 100%; object-fit: contain }}
p {{ margin: 0; padding: 4px 12px; text-align: right; color: #52606d }} a {{ color: #205e97 }}
</style>
<img src="{image}" alt="{title}">
<p><a href="{live}" target="_blank" rel="noopener">Open it live</a></p></html>"""


def snapshot_routes(settings: Settings, *, own: bool) -> list[HttpRoute]:
    """The routes of the archive.

    Args:
        settings: Of the graph.
        own: The dashboard is its user's own, and may write.

    """
    return [
        HttpRoute("/snapshots/{name}", _shown(settings)),
        HttpRoute("/snapshots/{name}", _written(settings), methods=["POST"]),
        HttpRoute("/api/snapshots", _kept(settings, own=own), methods=["POST"]),
    ]


def _shown(settings: Settings) -> Route:
    @answered
    async def route(request: Request) -> Response:
        id_, dot, suffix = request.path_params["name"].partition(".")
        answer = (_file, id_, suffix) if dot else (_live, id_, "")
        return await run_in_threadpool(answer[0], settings, request, *answer[1:])

    return route


def _written(settings: Settings) -> Route:
    """The file with choices that an address cannot hold: a template of one's own."""

    @answered
    async def route(request: Request) -> Response:
        id_, _, suffix = request.path_params["name"].partition(".")
        form, how = format_of(suffix), await asked_writing(request)
        return await run_in_threadpool(_drawn, settings, id_, form, how)

    return route


def _drawn(settings: Settings, wanted: str, form: Format, how: Written) -> Response:
    snapshot = read(reader(settings), wanted)
    return written(snapshot, form, how, snapshot_link(settings.public_url, snapshot.id))


def _file(settings: Settings, request: Request, wanted: str, suffix: str) -> Response:
    """The snapshot in a format: for ever the same under its full id."""
    form = format_of(suffix)
    asked = options_of(request.query_params)
    store = reader(settings)
    id_ = resolved(store, wanted)
    if id_ != wanted:
        return _elsewhere(f"../snapshots/{id_}.{suffix}", request.query_params)
    options = replace(asked, link=snapshot_link(settings.public_url, id_))
    tag = f'"{digest(id_, suffix, one_line(options))[:32]}"'
    headers = {"cache-control": FOR_EVER, "etag": tag, "vary": "Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    snapshot = read(store, id_)
    name = f"gutgraph-{snapshot.short_id}.{suffix}"
    saved = "download" in request.query_params
    kind = disposition(form.media_type, saved=saved)
    headers["content-disposition"] = f'{kind}; filename="{name}"'
    if saved:
        headers["x-advice"] = quote(form.advice(snapshot, options))
    return Response(form.draw(snapshot, options), media_type=form.media_type, headers=headers)


def _live(settings: Settings, request: Request, wanted: str, _: str) -> Response:
    """Explore with the snapshot's entities in its places; in a frame, the picture as it was."""
    store = reader(settings)
    id_ = resolved(store, wanted)
    if request.query_params.get("embed") == "true":
        return _embedded(described(store, id_).called, id_)
    query = opened_address(read(store, id_), settings.data)
    return RedirectResponse(f"../?{urlencode(query)}", 303, {"cache-control": _SHORT_WHILE})


def _embedded(title: str, id_: str) -> Response:
    page = _EMBEDDED.format(title=escape(title), image=f"./{id_}.svg", live=f"./{id_}")
    return HTMLResponse(page, headers={"cache-control": _SHORT_WHILE})


def _elsewhere(path: str, query: Mapping[str, str]) -> Response:
    """Lead from the beginning of an id, or a moved one, to the whole: which it is may change."""
    kept = {key: value for key, value in query.items() if key in (*OPTIONS, "download")}
    address = f"{path}?{urlencode(kept)}" if kept else path
    return RedirectResponse(address, 307, {"cache-control": _SHORT_WHILE})


def _kept(settings: Settings, *, own: bool) -> Route:
    @answered
    async def route(request: Request) -> Response:
        require_right(own)
        asked, _ = await asked_figure(request)
        if asked.query.get("embed") == "true":
            raise GutgraphError("A frame of another page only shows; open the view to keep it.")
        told = await run_in_threadpool(_keep, settings, asked.query, asked.title, asked.caption)
        return JSONResponse(told, 201, {"location": f"/snapshots/{told['id']}"})

    return route


def _keep(settings: Settings, query: dict[str, str], title: str, caption: str) -> dict[str, Any]:
    snapshot = figure(reader(settings), view_of(query, settings.data), title, caption)
    with open_store(settings, "writer") as store:
        kept = keep(store, snapshot)
    link = snapshot_link(settings.public_url, kept.id)
    path = f"/snapshots/{kept.id}"
    return {
        "id": kept.id,
        "short_id": kept.short_id,
        "title": kept.title,
        "created": kept.created,
        "path": path,
        "link": link,
        "frame": frame_of(link or path, kept.called),
    }
