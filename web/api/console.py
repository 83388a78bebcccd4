"""`/api/console/…`: the console's queries, called off when whoever asked hangs up; their files."""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route as Path

from figures.style import themes
from graph.ask.running import Running
from graph.errors import GutgraphError, NotFound, QueryCancelled
from graph.settings import Settings
from web.api.answers import Route, answered
from web.api.body import json_body
from web.api.wanted import while_wanted
from web.connection import console_gate, reader
from web.console import desks
from web.console.address import asked as in_words
from web.console.asking import KINDS, asked
from web.console.counts import counts
from web.console.desk import Answer, Desk, Question
from web.console.files import MEDIA_TYPES, file_name, written
from web.console.graph import picture, shown

_LONGEST_BODY: Final = 256_000
_MOST_VALUES: Final = 100
_SVG: Final = "svg"


def console_routes(settings: Settings) -> list[Path]:
    """The routes of the console of this graph."""
    return [
        Path("/api/console/run", _run_route(settings), methods=["POST"]),
        Path("/api/console/schema", _schema_route(settings)),
        Path("/api/console/answers/{desk}/{number:int}.{suffix}", _file_route(settings)),
    ]


def _run_route(settings: Settings) -> Route:
    @answered
    async def route(request: Request) -> Response:
        desk, question, kind = _asked(await json_body(request, _LONGEST_BODY))
        running = Running()

        def work() -> Answer:  # in a thread of its own: the engine may have to be started first
            gate = console_gate(settings)
            return asked(question, kind, reader(settings), settings, gate, running)

        try:
            answer = await while_wanted(request, work, running)
        except QueryCancelled:
            return Response(status_code=204)  # nobody reads it
        return JSONResponse({"number": desk.keep(answer)})

    return route


def _asked(body: Any) -> tuple[Desk, Question, str]:
    told = body if isinstance(body, dict) else {}
    text, values, kind = told.get("text"), told.get("values", {}), told.get("kind")
    if not isinstance(text, str) or kind not in KINDS or not _are_values(values):
        raise GutgraphError(
            'A query is asked with {"console": "…", "kind": "run", "text": "…", "values": {}}.'
        )
    return _desk(told.get("console")), in_words(text, values), kind


def _are_values(values: Any) -> bool:
    return (
        isinstance(values, dict)
        and len(values) <= _MOST_VALUES
        and all(isinstance(one, str) for one in values.values())
    )


def _desk(id_: Any) -> Desk:
    desk = desks.found(str(id_))
    if desk is None:
        raise NotFound("This console: its tab was closed; reload the page. It")
    return desk


def _schema_route(settings: Settings) -> Route:
    @answered
    async def route(_: Request) -> Response:
        found = await run_in_threadpool(lambda: counts(settings))
        return JSONResponse({"counts": found})

    return route


def _file_route(settings: Settings) -> Route:
    @answered
    async def route(request: Request) -> Response:
        path, suffix = request.path_params, request.path_params["suffix"]
        answer = _desk(path["desk"]).answer(path["number"])
        if answer is None:
            raise NotFound("This answer: it is not kept any more; run the query again. It")
        if suffix == _SVG:
            theme = request.query_params.get("theme", "")
            return await run_in_threadpool(_drawn, settings, answer, theme)
        if suffix not in MEDIA_TYPES:
            raise NotFound(f"A file {suffix!r}")
        content = await run_in_threadpool(written, answer, suffix)
        headers = {
            "content-disposition": f'attachment; filename="{file_name(answer, suffix)}"',
            "cache-control": "no-store",
        }
        return Response(content, media_type=MEDIA_TYPES[suffix], headers=headers)

    return route


def _drawn(settings: Settings, answer: Answer, theme: str) -> Response:
    part = shown(reader(settings), answer.found)
    if not part.drawable:
        raise NotFound("A picture of this answer")
    look = theme if theme in themes() else next(iter(themes()))
    return Response(
        picture(part, look), media_type="image/svg+xml", headers={"cache-control": "no-store"}
    )
