"""The routes for programs, as FastAPI lays them out: described, checked, errors as documents."""

from operator import attrgetter
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import GutgraphError
from graph.settings import Settings
from web.api.asking import Asking
from web.api.claims import claim_router
from web.api.described import ERRORS, TOKEN, VERSION
from web.api.entities import entity_router
from web.api.health import health_router
from web.api.paths import path_router
from web.api.problems import Problem, told, told_http, told_invalid, told_unforeseen
from web.api.query import query_router
from web.api.saved import saved_router
from web.api.search import search_router

_LONGEST_BODY: Final = 1_000_000


def program_routes(settings: Settings) -> list[Route]:
    """The routes for programs; to come after the others under `/api`: they answer the rest too."""
    app = Narrow(programs(settings))
    return [Route(path, app) for path in ("/health", "/api", "/api/{rest:path}")]


def programs(settings: Settings) -> FastAPI:
    """Build the application that answers programs."""
    asking = Asking(settings)
    app = Described(
        title="Gutgraph",
        version=VERSION,
        summary="An evidence graph of the gut barrier in multiple sclerosis, for programs",
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=attrgetter("name"),
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        responses=ERRORS,
        exception_handlers={
            GutgraphError: told,
            RequestValidationError: told_invalid,
            HTTPException: told_http,
            Exception: told_unforeseen,
        },
    )
    for router in (search_router, entity_router, claim_router, path_router, saved_router):
        app.include_router(router(asking), dependencies=[TOKEN])
    app.include_router(query_router(asking), dependencies=[TOKEN])
    app.include_router(health_router())
    return app


class Described(FastAPI):
    """One whose description has the problem document that every route may answer."""

    def openapi(self) -> dict[str, Any]:
        """Describe all routes."""
        described = super().openapi()
        described["components"]["schemas"].setdefault("Problem", Problem.model_json_schema())
        return described


class Narrow:
    """ASGI middleware: HEAD is GET without its body; a body past the limit is not read on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        asked = {**scope, "method": "GET"} if head else scope
        await self._app(asked, _limited(receive), _bodiless(send) if head else send)


def _limited(receive: Receive) -> Receive:
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > _LONGEST_BODY:
            raise HTTPException(413, f"The request is longer than {_LONGEST_BODY:,} bytes.")
        return message

    return limited


def _bodiless(send: Send) -> Send:
    async def bodiless(message: Message) -> None:
        body = message["type"] == "http.response.body"
        await send({**message, "body": b""} if body else message)

    return bodiless
