"""Who may enter: loopback names, this page's own origin, and whoever holds the launch token."""

import hashlib
import hmac
from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.refusals import for_programs, not_signed_in, not_taken, other_page, unknown_host

LOOPBACK_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})
OPEN_PATHS: Final = frozenset({"/health"})
_SAFE_METHODS: Final = frozenset({"GET", "HEAD"})
_QUERY: Final = "/api/query"  # a read that is sent as POST
_REFUSED_WEBSOCKET: Final = 4403

_FROM_HERE: Final = frozenset({"none", "same-origin"})
_GO_ON: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Gutgraph</title>
<meta http-equiv="refresh" content="0;url={address}">
<p><a href="{address}">Open Gutgraph</a></p></html>"""


class Gate:
    """ASGI middleware that stands before every page, route and websocket.

    Args:
        app: What it guards.
        token: The launch token; it is traded for a cookie on the first visit.
        policy: The Content Security Policy each answer carries.
        public_hosts: Further names this server may be called by.

    """

    def __init__(
        self, app: ASGIApp, token: str, policy: str, public_hosts: Iterable[str] = ()
    ) -> None:
        self._app = app
        self._token = token
        self._policy = policy
        self._hosts = LOOPBACK_NAMES | frozenset(public_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] == "http":
            refusal = self._http_refusal(scope)
            guarded = self._with_headers(send)
            await (refusal or self._app)(scope, receive, guarded)
        elif scope["type"] == "websocket" and not self._websocket_may_enter(scope):
            await send({"type": "websocket.close", "code": _REFUSED_WEBSOCKET})
        else:
            await self._app(scope, receive, send)

    def _http_refusal(self, scope: Scope) -> Response | None:
        headers, path = Headers(scope=scope), scope["path"]
        let_in = _may_be_a_program(scope) and self._has_token(headers)
        if not self._known_host(headers):
            return unknown_host(path, headers.get("host", ""))
        if for_programs(path) and not let_in and self._has_token(headers):
            return not_taken(path, scope["method"])
        # No page can send the token in a header, so a program needs to say of no page that it is.
        if not _same_origin(headers, required=not (scope["method"] in _SAFE_METHODS or let_in)):
            return other_page(path)
        if path in OPEN_PATHS or let_in:
            return None
        trade = self._trade(scope, headers)
        if trade is not None:
            return trade
        return None if self._signed_in(headers) else not_signed_in(path, headers)

    def _websocket_may_enter(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return (
            self._known_host(headers)
            and _same_origin(headers, required=True)
            and self._signed_in(headers)
        )

    def _known_host(self, headers: Headers) -> bool:
        return _host_name(headers.get("host", "")) in self._hosts

    def _trade(self, scope: Scope, headers: Headers) -> Response | None:
        """Take the token out of the address and answer with a cookie instead."""
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        tokens = [value for key, value in pairs if key == "token"]
        if not tokens or not _equal(tokens[0], self._token):
            return None
        rest = urlencode([pair for pair in pairs if pair[0] != "token"])
        # One leading slash only: "//host/" would lead to another server.
        path = "/" + scope["path"].lstrip("/\\")
        answer: Response = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        if headers.get("sec-fetch-site", "none") not in _FROM_HERE:
            # Sent on from another page, the browser would keep the cookie to itself once more.
            answer = HTMLResponse(_GO_ON.format(address=escape(answer.headers["location"])))
        answer.set_cookie(
            _cookie_name(headers), self._pass, httponly=True, samesite="strict", path="/"
        )
        answer.headers["cache-control"] = "no-store"
        return answer

    @property
    def _pass(self) -> str:
        """What the cookie holds: made from the token, but not the token."""
        return hmac.new(self._token.encode(), b"gutgraph cookie", hashlib.sha256).hexdigest()

    def _signed_in(self, headers: Headers) -> bool:
        # Not http.cookies: it raises, or stops reading, at what others set on this host.
        jar = cookie_parser("; ".join(headers.getlist("cookie")))
        return _equal(jar.get(_cookie_name(headers), ""), self._pass)

    def _has_token(self, headers: Headers) -> bool:
        """Say whether a program sent the launch token; it gets no cookie for it."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and _equal(token.strip(), self._token)

    def _with_headers(self, send: Send) -> Send:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = self._policy
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "no-referrer"
                headers["cross-origin-opener-policy"] = "same-origin"
                headers["cross-origin-resource-policy"] = "same-origin"
            await send(message)

        return guarded


def _may_be_a_program(scope: Scope) -> bool:
    """Say whether a route is one that a program reads."""
    path = scope["path"]
    if path == _QUERY:
        return True
    read = path.startswith(("/snapshots/", "/stories/")) or for_programs(path)
    return read and scope["method"] in _SAFE_METHODS


def _same_origin(headers: Headers, *, required: bool) -> bool:
    """Compare Origin with Host; a browser sends Origin with every write and websocket."""
    origin = headers.get("origin")
    if origin is None:
        return not required
    try:
        return urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False  # no address at all, so not ours


def _host_name(host: str) -> str:
    """Take the name from a Host header: `[::1]:8501` is `::1`."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _cookie_name(headers: Headers) -> str:
    """Name the cookie by port: browsers share cookies between the ports of a host."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"gutgraph_{port}" if port.isdigit() else "gutgraph"


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
