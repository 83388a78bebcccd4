"""What a figure is asked for with: a view's query, a title and a caption, as JSON."""

import json
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from graph.errors import GutgraphError, TooLarge

_LONGEST_BODY: Final = 64_000
_LONGEST_TITLE: Final = 200
_LONGEST_CAPTION: Final = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """A view as query parameters, and the words on its figure."""

    query: dict[str, str]
    title: str
    caption: str


async def asked_figure(request: Request) -> Asked:
    """Read what is asked for.

    Raises:
        GutgraphError: It is no such JSON.
        TooLarge: It is longer than 64 kB.

    """
    body = await json_body(request)
    fields = body if isinstance(body, dict) else {}
    query, title, caption = fields.get("query"), fields.get("title"), fields.get("caption", "")
    if not isinstance(query, dict) or not isinstance(title, str) or not isinstance(caption, str):
        raise GutgraphError('A figure is asked for with {"title": "…", "query": {"ids": "…"}}.')
    return Asked(
        {str(key): str(value) for key, value in query.items()},
        title.strip()[:_LONGEST_TITLE],
        caption.strip()[:_LONGEST_CAPTION],
    )


async def json_body(request: Request) -> Any:
    """Read JSON, at most 64 kB of it.

    Raises:
        GutgraphError: It is no JSON.
        TooLarge: It is longer.

    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST_BODY:
            raise TooLarge(f"The request is longer than {_LONGEST_BODY:,} bytes; draw less.")
    try:
        return json.loads(body)
    except ValueError as error:
        raise GutgraphError(f"The request is no JSON: {error}.") from error
