"""What a figure is asked for with: a view's query, a title and a caption, as JSON."""

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from graph.errors import GutgraphError
from web.api.body import json_body

_LONGEST_BODY: Final = 64_000
_LONGEST_TITLE: Final = 200
_LONGEST_CAPTION: Final = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """A view as query parameters, the words on its figure, and how it is drawn.

    Attributes:
        choices: See `figures.chosen.options_of`.

    """

    query: dict[str, str]
    title: str
    caption: str
    choices: dict[str, str]


async def asked_figure(request: Request) -> Asked:
    """Read what is asked for.

    Raises:
        GutgraphError: It is no such JSON.
        TooLarge: It is longer than 64 kB.

    """
    body = await json_body(request, _LONGEST_BODY)
    fields = body if isinstance(body, dict) else {}
    query, title, caption = fields.get("query"), fields.get("title"), fields.get("caption", "")
    if not isinstance(query, dict) or not isinstance(title, str) or not isinstance(caption, str):
        raise GutgraphError('A figure is asked for with {"title": "…", "query": {"ids": "…"}}.')
    choices = fields.get("choices")
    return Asked(
        _texts(query),
        title.strip()[:_LONGEST_TITLE],
        caption.strip()[:_LONGEST_CAPTION],
        _texts(choices) if isinstance(choices, dict) else {},
    )


def _texts(fields: dict[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in fields.items()}
