"""How a route answers: JSON, and RFC 9457 problem documents for what went wrong."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import (
    GutgraphError,
    NotFound,
    QueryTimeout,
    StoreUnavailable,
    TooLarge,
    UnknownFormat,
)

Route = Callable[[Request], Awaitable[Response]]

_STATUS: tuple[tuple[type[GutgraphError], int], ...] = (
    (NotFound, 404),
    (UnknownFormat, 404),
    (TooLarge, 413),
    (QueryTimeout, 504),
    (StoreUnavailable, 503),
)


def answered(route: Route) -> Route:
    """Wrap a route so that an error of ours becomes a problem document."""

    @wraps(route)
    async def answer(request: Request) -> Response:
        try:
            return await route(request)
        except GutgraphError as error:
            return problem(error)

    return answer


def problem(error: GutgraphError) -> Response:
    """An error in words, with its status."""
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": type(error).__name__,
        "status": status,
        "detail": str(error),
    }
    return JSONResponse(body, status, media_type="application/problem+json")
