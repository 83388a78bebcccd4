"""Entity tags: the state of the graph and what was asked, so that equal tags are equal answers."""

from typing import Final

from starlette.requests import Request

from graph.ask.overview import overview
from graph.engine.store import Store
from graph.model.identity import digest
from graph.settings import Settings
from web.api.described import VERSION

# Settings that an answer depends on.
_LIMITS: Final = {"path_length", "paths", "console_seconds", "console_rows", "console_bytes"}


def tag(store: Store, request: Request, settings: Settings) -> str:
    """Make the tag of an address; "" while the graph changes, or for one that is empty.

    It is weak: the same answer may be laid out in other bytes one day.
    """
    numbers = overview(store)
    if numbers.changing or not numbers.data_version:
        return ""
    limits = settings.model_dump_json(include=_LIMITS)
    address = (request.scope["path"], request.url.query)
    return f'W/"{digest(VERSION, limits, numbers.data_version, *address)}"'


def matches(tag: str, request: Request) -> bool:
    """Say whether a program has the answer of that tag already."""
    named = ",".join(request.headers.getlist("if-none-match")).split(",")
    return any(one.strip() in {tag, tag.removeprefix("W/"), "*"} for one in named)
