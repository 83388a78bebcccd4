"""ASGI middleware: addresses for programs are matched as they were sent, so that ids stay whole."""

from typing import Final
from urllib.parse import quote

from starlette.types import ASGIApp, Receive, Scope, Send

from web.refusals import for_programs

_KEPT: Final = "/:~!$&'()*+,;=@%"


class AsSent:
    """Puts the path as it was sent in the place of the decoded one.

    Decoded, an id could end in `/neighbours`, or have dots and bytes that Streamlit's own check of
    file paths sends away without a word.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on."""
        sent = scope.get("raw_path", b"").decode("latin-1")
        if scope["type"] == "http" and for_programs(sent):
            scope = {**scope, "path": quote(sent, safe=_KEPT).replace("..", "%2E%2E")}
        await self._app(scope, receive, send)
