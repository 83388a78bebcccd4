"""Who gets in: the token once, the cookie after, loopback names, this page's own origin."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from web.content_policy import content_policy
from web.gate import Gate

GATE = Gate(PlainTextResponse("inside"), token="secret", policy="default-src 'self'")
HOST = "127.0.0.1:8501"


def ask(
    path: str = "/",
    query: str = "",
    method: str = "GET",
    kind: str = "http",
    **headers: str,
) -> tuple[int, dict[str, str], str]:
    """Send one request through the gate: status, headers, body."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": kind,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [
            (name.encode(), value.encode()) for name, value in ({"host": HOST} | headers).items()
        ],
    }
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, GATE(scope, receive, send)).result()
    if kind == "websocket":
        return sent[0].get("code", 0), {}, ""
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answered, b"".join(one.get("body", b"") for one in sent[1:]).decode()


def signed_in() -> str:
    _, headers, _ = ask(query="token=secret")
    return headers["set-cookie"].partition(";")[0]


def test_without_a_token_the_page_says_how_to_get_in() -> None:
    status, _, body = ask()
    assert status == 403
    assert "gutgraph serve" in body
    assert "inside" not in body


def test_the_token_is_traded_for_a_cookie_and_leaves_the_address() -> None:
    status, headers, _ = ask(query="token=secret&ids=MONDO%3A1&focus=")
    assert status == 303
    assert headers["location"] == "/?ids=MONDO%3A1&focus="
    assert "HttpOnly" in headers["set-cookie"]
    assert "SameSite=strict" in headers["set-cookie"]
    assert "secret" not in headers["set-cookie"]


def test_a_visit_from_another_page_is_sent_on_from_a_page_of_ours() -> None:
    sent = {"sec-fetch-site": "cross-site"}
    status, headers, body = ask(query='token=secret&ids=MONDO%3A1&focus=">', **sent)
    assert status == 200
    assert 'content="0;url=/?ids=MONDO%3A1&amp;focus=%22%3E"' in body
    assert "secret" not in body
    assert "SameSite=strict" in headers["set-cookie"]


def test_the_cookie_opens_the_page() -> None:
    assert ask(cookie=signed_in())[2] == "inside"


def test_a_wrong_token_or_cookie_opens_nothing() -> None:
    assert ask(query="token=guess")[0] == 403
    assert ask(cookie="gutgraph_8501=secret")[0] == 403


def test_the_trade_never_leads_to_another_server() -> None:
    _, headers, _ = ask(path="//example.org/", query="token=secret")
    assert headers["location"] == "/example.org/"


@pytest.mark.parametrize("path", ["/api/search", "/snapshots/abc.svg", "/api/query"])
def test_a_program_reads_with_the_token_and_gets_no_cookie(path: str) -> None:
    status, headers, body = ask(path, authorization="Bearer secret")
    assert (status, body) == (200, "inside")
    assert "set-cookie" not in headers
    assert ask(path, authorization="bearer  secret")[0] == 200
    for wrong in ("Bearer guess", "Bearer", "Basic secret", "secret", "Bearer s\xe9cret"):
        status, headers, body = ask(path, authorization=wrong)
        assert status == 401
        assert headers["www-authenticate"].startswith("Bearer")
        assert headers["content-type"] == "application/problem+json"


def test_the_token_opens_no_page_to_a_program_and_lets_it_change_nothing() -> None:
    for path in ("/", "/query", "/_stcore/stream", "/stories", "/apis"):
        assert ask(path, authorization="Bearer secret")[0] == 401
    assert ask("/api/snapshots", method="POST", authorization="Bearer secret")[0] == 405
    assert ask("/api/query", method="POST", authorization="Bearer secret")[2] == "inside"
    elsewhere = {"authorization": "Bearer secret", "origin": "https://example.org"}
    assert ask("/api/query", method="POST", **elsewhere)[0] == 403
    assert ask("/api/search", host="example.org", authorization="Bearer secret")[0] == 421


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org:8501", "", "a:b:c"])
def test_another_host_name_is_refused_even_with_the_cookie(host: str) -> None:
    status, _, body = ask(cookie=signed_in(), host=host)
    assert status == 421
    assert "GUTGRAPH_PUBLIC_URL" in body


@pytest.mark.parametrize("host", ["localhost:8501", "[::1]:8501"])
def test_every_loopback_name_is_known(host: str) -> None:
    assert ask(path="/health", host=host)[0] == 200


def test_a_write_from_another_origin_or_from_none_is_refused() -> None:
    cookie = signed_in()
    assert ask(method="POST", cookie=cookie, origin="http://127.0.0.1:9999")[0] == 403
    assert ask(method="POST", cookie=cookie)[0] == 403
    assert ask(method="POST", cookie=cookie, origin=f"http://{HOST}")[2] == "inside"


def test_a_websocket_needs_the_cookie_and_this_origin() -> None:
    assert ask(kind="websocket", cookie=signed_in())[0] == 4403
    assert ask(kind="websocket", origin=f"http://{HOST}")[0] == 4403


@pytest.mark.parametrize("foreign", ["a/b=1", 'foo={"a":1}', "=", 'x="', "gutgraph", "é=ü"])
def test_a_cookie_that_another_server_set_on_this_host_locks_nobody_out(foreign: str) -> None:
    assert ask(cookie=foreign)[0] == 403
    assert ask(cookie=f"{foreign}; {signed_in()}")[2] == "inside"
    assert ask(cookie=f"{signed_in()}; {foreign}")[2] == "inside"


def test_an_origin_that_is_no_address_is_foreign() -> None:
    assert ask(cookie=signed_in(), origin="http://[")[0] == 403
    assert ask(kind="websocket", cookie=signed_in(), origin="http://[")[0] == 4403


def test_every_answer_carries_the_policy() -> None:
    for answer in (ask(), ask(cookie=signed_in()), ask(query="token=secret"), ask(host="x.org")):
        assert answer[1]["content-security-policy"] == "default-src 'self'"
        assert answer[1]["referrer-policy"] == "no-referrer"


def test_the_policy_allows_one_inline_script_and_no_other_server() -> None:
    scripts = next(part for part in content_policy().split("; ") if part.startswith("script-src"))
    assert scripts.count("'sha256-") == 1
    assert "unsafe-inline" not in scripts
    assert "http" not in content_policy()
