"""The command line as a person calls it, in this process, on the tests' own engine."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import gutgraph
from graph.engine.bolt import BoltStore
from graph.settings import Settings
from tests.engines import engine, variables


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


__all__ = ["Answer", "Run", "bare", "engine", "page", "run"]

Run = Callable[..., Answer]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with nothing set up for it."""

    def run(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["gutgraph", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        code = 0
        try:
            gutgraph.main()
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def run(
    bare: Run, graph_settings: Settings, store: BoltStore, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command on an empty graph."""
    assert not store.read("MATCH (n) RETURN n LIMIT 1")
    for name, value in variables(graph_settings).items():
        monkeypatch.setenv(name, value)

    def on_data(*arguments: str | Path) -> Answer:
        return bare("--data", graph_settings.data, *arguments)

    return on_data


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small document that says four things, one of them denied."""
    path = tmp_path / "page.md"
    path.write_text(
        "---\ntitle: A page on taxa\nlicence: CC0-1.0\n---\n\n# Taxa in multiple sclerosis\n\n"
        "Akkermansia was increased in patients with multiple sclerosis. "
        "Roseburia was decreased in patients with multiple sclerosis.\n\n"
        "Intestinal dysbiosis may cause barrier dysfunction. "
        "Faecal microbiota transplantation has been proposed for multiple sclerosis.\n",
        encoding="utf-8",
    )
    return path
