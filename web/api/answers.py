"""How a route answers: JSON, and RFC 9457 problem documents for what went wrong."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from graph.errors import (
    GutgraphError,
    NotFound,
    QueryTimeout,
    SettingsError,
    StoreError,
    StoreUnavailable,
    TooBusy,
    TooLarge,
    UnknownFormat,
)
from web.api.told_people import followed_a_link, page_of

Route = Callable[[Request], Awaitable[Response]]

PROBLEM: Final = "application/problem+json"
_FOLDER: Final = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][\w.@+-]+){2,}")
_AGAIN: Final = {"retry-after": "2"}  # seconds
_STATUS: tuple[tuple[type[GutgraphError], int], ...] = (
    (NotFound, 404),
    (UnknownFormat, 404),
    (TooBusy, 429),
    (TooLarge, 413),
    (SettingsError, 500),
    (QueryTimeout, 504),
    (StoreUnavailable, 503),
)


class JsonResponse(Response):
    """JSON as people read it; half a character, which no text may have, becomes `?`."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Write it as UTF-8."""
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def answered(route: Route) -> Route:
    """Wrap a route so that an error of ours becomes a problem document."""

    @wraps(route)
    async def answer(request: Request) -> Response:
        try:
            return await route(request)
        except GutgraphError as error:
            if followed_a_link(request):
                return page_of(_said(error), _status(error), request.url.path)
            return problem(error, request.url.path)

    return answer


def problem(error: GutgraphError, path: str) -> Response:
    """An error in words, with its status; without the folders of the machine."""
    headers = _AGAIN if isinstance(error, TooBusy) else None
    return problem_document(_status(error), type(error).__name__, _said(error), path, headers)


def _status(error: GutgraphError) -> int:
    return next((code for kind, code in _STATUS if isinstance(error, kind)), 400)


def _said(error: GutgraphError) -> str:
    hidden = isinstance(error, StoreError | SettingsError)
    return _FOLDER.sub("…", str(error)) if hidden else str(error)


def problem_document(
    status: int, title: str, detail: str, path: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem in words.

    Args:
        status: Of the answer.
        title: The kind of problem.
        detail: What is wrong, and a way out.
        path: What was asked.
        headers: Further headers.

    """
    body = {
        "type": "about:blank",
        "title": title,
        "status": int(status),
        "detail": detail,
        "instance": path,
    }
    kept = {"cache-control": "no-store", **(headers or {})}
    return JsonResponse(body, status, kept, media_type=PROBLEM)
