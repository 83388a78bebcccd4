"""What went wrong, as a page: for a person who followed a link to a figure that is not there."""

from html import escape
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Gutgraph: not here</title>
<body style="font: 17px/1.5 'Source Sans 3', sans-serif; max-width: 34rem; margin: 12vh auto;
padding: 0 1.5rem; color: #1f2933">
<h1 style="font-size: 1.4rem">This cannot be shown</h1>
<p>{said}</p>
<p><a href="../{shelf}" style="color: #205e97">All {shelf} of this graph</a></p>
</body></html>"""
_SHELVES: Final = ("snapshots", "stories")


def followed_a_link(request: Request) -> bool:
    """Say whether a person opened the address of a snapshot or story in a browser."""
    _, shelf, *_ = request.url.path.split("/")
    wants_a_page = "text/html" in request.headers.get("accept", "")
    return request.method == "GET" and shelf in _SHELVES and wants_a_page


def page_of(said: str, status: int, path: str) -> Response:
    """Say it, and lead to the list of those there are."""
    shelf = path.split("/")[1]
    page = _PAGE.format(said=escape(said), shelf=shelf)
    return HTMLResponse(page, status, {"cache-control": "no-store"})
