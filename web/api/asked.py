"""What a figure is asked for with, as JSON: a view, its words, choices, a template."""

import base64
import binascii
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from graph.errors import GutgraphError
from web.api.body import json_body

_LONGEST_BODY: Final = 64_000
LARGEST_TEMPLATE: Final = 20_000_000  # bytes
_LONGEST_TITLE: Final = 200
_LONGEST_CAPTION: Final = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """A view as query parameters, and the words on its figure."""

    query: dict[str, str]
    title: str
    caption: str


@dataclass(frozen=True, slots=True)
class Written:
    """How a figure is written.

    Attributes:
        choices: See `figures.chosen.options_of`.
        template: A presentation whose look a PPTX takes; it is used for the answer alone.

    """

    choices: dict[str, str]
    template: bytes


async def asked_figure(request: Request, *, written: bool = False) -> tuple[Asked, Written]:
    """Read which figure is asked for, and how it is written.

    Args:
        request: JSON of at most 64 kB.
        written: It may bring a template of 20 MB beside it.

    Raises:
        GutgraphError: It is no such JSON.
        TooLarge: It is longer.

    """
    fields = await (_with_template(request) if written else json_body(request, _LONGEST_BODY))
    fields = fields if isinstance(fields, dict) else {}
    query, title, caption = fields.get("query"), fields.get("title"), fields.get("caption", "")
    if not isinstance(query, dict) or not isinstance(title, str) or not isinstance(caption, str):
        raise GutgraphError('A figure is asked for with {"title": "…", "query": {"ids": "…"}}.')
    titled, captioned = title.strip()[:_LONGEST_TITLE], caption.strip()[:_LONGEST_CAPTION]
    return Asked(_texts(query), titled, captioned), _written(fields)


async def asked_writing(request: Request) -> Written:
    """Read how something that is kept is written.

    Raises:
        GutgraphError: It is no such JSON.
        TooLarge: The template is larger than 20 MB.

    """
    fields = await _with_template(request)
    return _written(fields if isinstance(fields, dict) else {})


async def _with_template(request: Request) -> Any:
    most = _LONGEST_BODY + LARGEST_TEMPLATE * 4 // 3  # in base 64
    return await json_body(request, most, "take the pictures out of the template")


def _written(fields: dict[str, Any]) -> Written:
    choices, template = fields.get("choices"), fields.get("template") or ""
    try:
        packed = base64.b64decode(template, validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise GutgraphError(f"The template is not in base 64: {error}.") from error
    return Written(_texts(choices) if isinstance(choices, dict) else {}, packed)


def _texts(fields: dict[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in fields.items()}
