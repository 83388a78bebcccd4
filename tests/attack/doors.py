"""The doors a stranger's query comes in by, each asked in the same way."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any, Final

from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from graph.ask import console
from graph.engine.store import Store
from graph.errors import GutgraphError
from graph.settings import Settings
from terminal.app import app
from tests.engines import variables
from web.api.programs import program_routes

_CUT: Final = ("ran past", "broke the query off", "queries are running", "are waiting")
_LONGEST_ARGUMENT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Ending:
    """How a query ended: `refused`, `cut` or `harmless`, with what was said or answered."""

    how: str
    said: str
    rows: list[Any]


Door = Callable[[str, Mapping[str, Any]], Ending]


def by_console(store: Store, settings: Settings, gate: BoundedSemaphore) -> Door:
    def ask(text: str, parameters: Mapping[str, Any]) -> Ending:
        try:
            table = console.run(store, text, settings, parameters, gate=gate)
        except GutgraphError as error:
            return _failed(str(error))
        return _answered([list(row) for row in table.rows], table.truncated)

    return ask


def by_terminal(settings: Settings) -> Door:
    """The command in this process; one at a time, as it takes the process's own output."""
    environment = variables(settings) | {"GUTGRAPH_CONSOLE_SECONDS": str(settings.console_seconds)}

    def ask(text: str, parameters: Mapping[str, Any]) -> Ending:
        assert not parameters  # the command has none but a saved query's
        command = ["--data", str(settings.data), "query", "-", "--json"]
        ended = CliRunner().invoke(app, command, input=text, env=environment)
        if isinstance(ended.exception, GutgraphError):
            return _failed(str(ended.exception))
        assert ended.exception is None, ended.exception
        told = json.loads(ended.stdout)
        return _answered(told["rows"], told["truncated"])

    return ask


def by_http(settings: Settings) -> Door:
    client = TestClient(Starlette(routes=program_routes(settings)))

    def ask(text: str, parameters: Mapping[str, Any]) -> Ending:
        answer = client.post("/api/query", json={"query": text, "parameters": dict(parameters)})
        told = answer.json()
        if answer.status_code != 200:
            return _failed(told["detail"])
        return _answered(told["rows"], told["truncated"])

    return ask


def _failed(said: str) -> Ending:
    assert "\n" not in said, said
    assert not any(word in said for word in ("Traceback", ".java", "\tat ")), said
    return Ending("cut" if any(words in said for words in _CUT) else "refused", said, [])


def _answered(rows: list[Any], truncated: bool) -> Ending:
    return Ending("cut" if truncated else "harmless", "", rows)
