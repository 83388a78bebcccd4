"""The page a browser loads for each address, with the theme set before anything is drawn."""

import json
from pathlib import Path
from typing import Final

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from web.front.looks import streamlit_themes, style_sheet

_INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
_FIRST: Final = Path(__file__).with_name("first.js")
_BEFORE: Final = "<title>"
# Relative, as Streamlit's own files are: they work behind a path too.
_OURS: Final = (
    '<link rel="stylesheet" href="./look/themes.css" />\n'
    '    <script src="./look/first.js"></script>\n    '
)
_FRESH: Final = {"cache-control": "no-cache"}


class PageRoute(Route):
    """Every address that can be a page's: one word, or none."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Leave files (`favicon.png`) to Streamlit."""
        return (Match.NONE, {}) if "." in scope.get("path", "") else super().matches(scope)


def front_routes() -> list[Route]:
    """Routes of the pages' one index page, and of what it loads first; to come after all others."""
    return [
        Route("/look/themes.css", _themes),
        Route("/look/first.js", _first),
        PageRoute("/", _index),
        PageRoute("/{page}", _index),
    ]


async def _index(_: Request) -> Response:
    return HTMLResponse(index_page(), headers=_FRESH)


async def _themes(_: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers=_FRESH)


async def _first(_: Request) -> Response:
    return Response(first_script(), media_type="text/javascript", headers=_FRESH)


def index_page() -> str:
    """Streamlit's index page, with our style sheet and our script before its own."""
    page = _INDEX.read_text(encoding="utf-8")
    if page.count(_BEFORE) != 1:
        raise ValueError("Streamlit's index page is not the one this version was made for")
    return page.replace(_BEFORE, _OURS + _BEFORE)


def first_script() -> str:
    """Our script, with the themes it may choose from."""
    return f"const THEMES = {json.dumps(streamlit_themes())};\n{_FIRST.read_text('utf-8')}"
