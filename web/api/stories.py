"""`/stories/{id}` (presented), `/stories/{id}.{format}`, and a look at a step that is not saved."""

import json
from dataclasses import replace
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route as HttpRoute

from archive import snapshots, stories
from archive.addresses import snapshot_link
from figures.chosen import one_line, options_of
from figures.story import StoryFormat, page, story_format
from figures.story.page import part
from figures.story.steps import step_drawings
from figures.svg import svg
from graph.errors import GutgraphError
from graph.model.identity import digest
from graph.model.story import Story
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.asked import Written, asked_writing
from web.api.body import json_body
from web.api.lasting import FOR_EVER, disposition
from web.api.writing import saved
from web.connection import reader

_LONGEST_BODY: Final = 64_000
_SCRIPT: Final = "present.js"


def story_routes(settings: Settings) -> list[HttpRoute]:
    """The routes of stories."""
    return [
        HttpRoute("/stories/{name}", _told(settings)),
        HttpRoute("/stories/{name}", _written(settings), methods=["POST"]),
        HttpRoute("/api/stories/step", _looked_at(settings), methods=["POST"]),
    ]


def _told(settings: Settings) -> Route:
    @answered
    async def route(request: Request) -> Response:
        name = request.path_params["name"]
        if name == _SCRIPT:
            return Response(part("story.js"), media_type="text/javascript")
        wanted, dot, suffix = name.partition(".")
        if dot:
            return await run_in_threadpool(_file, settings, request, wanted, suffix)
        return await run_in_threadpool(_presented, settings, wanted)

    return route


def _file(settings: Settings, request: Request, wanted: str, suffix: str) -> Response:
    """The story in a format: for ever the same under its full id, while its snapshot is."""
    form = story_format(suffix)
    asked = options_of(request.query_params)
    store = reader(settings)
    id_ = stories.resolved(store, wanted)
    if id_ != wanted:
        query = f"?{request.url.query}" if request.url.query else ""
        address = f"../stories/{id_}.{suffix}{query}"
        return RedirectResponse(address, 307, {"cache-control": "no-cache"})
    story, snapshot = stories.read(store, id_)
    options = replace(asked, link=snapshot_link(settings.public_url, snapshot.id))
    tag = f'"{digest(id_, snapshot.id, suffix, one_line(options))[:32]}"'
    # A struck snapshot is another one: then the story is asked for anew, and only then.
    lasting = FOR_EVER if snapshot.id == story.snapshot else "no-cache"
    headers = {"cache-control": lasting, "etag": tag, "vary": "Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    kind = disposition(form.media_type, saved="download" in request.query_params)
    name = f"gutgraph-story-{story.short_id}.{suffix}"
    headers["content-disposition"] = f'{kind}; filename="{name}"'
    return Response(
        form.draw(story, snapshot, options), media_type=form.media_type, headers=headers
    )


def _written(settings: Settings) -> Route:
    """The file with choices that an address cannot hold: a template of one's own."""

    @answered
    async def route(request: Request) -> Response:
        id_, _, suffix = request.path_params["name"].partition(".")
        form, how = story_format(suffix), await asked_writing(request)
        return await run_in_threadpool(_drawn, settings, id_, form, how)

    return route


def _drawn(settings: Settings, wanted: str, form: StoryFormat, how: Written) -> Response:
    story, snapshot = stories.read(reader(settings), wanted)
    link = snapshot_link(settings.public_url, snapshot.id)
    options = replace(options_of(how.choices, link), template=how.template)
    name = f"gutgraph-story-{story.short_id}.{form.suffix}"
    data = form.draw(story, snapshot, options)
    return saved(data, form.media_type, name, form.advice(story, snapshot, options))


def _presented(settings: Settings, wanted: str) -> Response:
    story, snapshot = stories.read(reader(settings), wanted)
    options = options_of({}, snapshot_link(settings.public_url, snapshot.id))
    told = page(story, snapshot, options, served=f"./{_SCRIPT}", leave="../stories")
    return HTMLResponse(told, headers={"cache-control": "no-cache"})


def _looked_at(settings: Settings) -> Route:
    @answered
    async def route(request: Request) -> Response:
        body = await json_body(request, _LONGEST_BODY)
        fields: dict[str, Any] = body if isinstance(body, dict) else {}
        story, step = fields.get("story"), fields.get("step")
        if not isinstance(story, dict) or not isinstance(step, int):
            raise GutgraphError('A step is asked for with {"story": {…}, "step": 0}.')
        return await run_in_threadpool(_step, settings, story, step)

    return route


def _step(settings: Settings, fields: dict[str, Any], step: int) -> Response:
    story = Story.from_json(json.dumps({"schema_version": 1} | fields))
    if not 0 <= step < len(story.steps):
        raise GutgraphError(f"Step {step + 1} is not among the {len(story.steps)} of this story.")
    snapshot = snapshots.read(reader(settings), story.snapshot)
    drawing = step_drawings(story, snapshot, options_of({}))[step]
    return Response(svg(drawing), media_type="image/svg+xml")
