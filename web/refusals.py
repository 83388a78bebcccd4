"""What the gate answers whom it does not let in: people a page, programs a document."""

from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from web.api.answers import problem_document

_FOR_PROGRAMS: Final = "/api"
_WANTED: Final = (
    "This dashboard answers whoever started it: send its launch token, the one in the link that "
    "gutgraph serve printed or that GUTGRAPH_TOKEN says, as Authorization: Bearer TOKEN."
)
_NOT_SIGNED_IN: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<title>Gutgraph: not signed in</title>
<body style="font: 17px/1.5 'Source Sans 3', sans-serif; max-width: 34rem; margin: 12vh auto;
padding: 0 1.5rem; color: #1f2933">
<h1 style="font-size: 1.4rem">This browser is not signed in</h1>
<p>This dashboard opens for whoever started it. Open the link that <code>gutgraph serve</code>
printed in its terminal; it ends in <code>?token=</code> and a secret, and this browser stays
signed in until the dashboard stops.</p>
<p>Came here from a link on another site? <a href="">Try once more from here</a>.</p>
<p>The link is lost? Stop the dashboard with Ctrl+C and run <code>gutgraph serve</code> again.</p>
</body></html>"""


def for_programs(path: str) -> bool:
    """Say whether programs ask for an address."""
    return path == _FOR_PROGRAMS or path.startswith(f"{_FOR_PROGRAMS}/")


def not_signed_in(path: str, headers: Headers) -> Response:
    """Tell a person, or a program, how to get in."""
    if not for_programs(path) and "authorization" not in headers:
        return HTMLResponse(_NOT_SIGNED_IN, 403)
    wanted = {"www-authenticate": 'Bearer realm="gutgraph"'}
    return problem_document(401, "Unauthorized", _WANTED, path, wanted)


def not_taken(path: str, method: str) -> Response:
    """Refuse a program what no route of programs takes."""
    told = f"Programs GET and HEAD, and POST to /api/query; this is {method} {path}."
    return problem_document(405, "Method Not Allowed", told, path, {"allow": "GET, HEAD"})


def other_page(path: str) -> Response:
    """Refuse a request that another page sent."""
    return _refused(403, "Forbidden", "Requests from other pages are refused.", path)


def unknown_host(path: str, host: str) -> Response:
    """Refuse a request to a name that is not this server's."""
    shown = host if host.isprintable() else "?"
    told = (
        f"This server is not called {shown!r}. Open it as http://127.0.0.1 with its port, or set "
        "GUTGRAPH_PUBLIC_URL to the address it has."
    )
    return _refused(421, "Misdirected Request", told, path)


def _refused(status: int, title: str, told: str, path: str) -> Response:
    if for_programs(path):
        return problem_document(status, title, told, path)
    return PlainTextResponse(told, status)
