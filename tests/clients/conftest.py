"""The shipped sample on each engine, and the ready lines as a person would run them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.engine.store import Engine
from graph.settings import Settings
from tests.clients import shell
from tests.engines import Logins, engine, variables
from tests.house.project import ROOT
from tests.neo4j.server import NotHere
from tests.sampled import sampled as load_examples

__all__ = ["Typed", "engine", "sampled", "typed"]

# What a line answers when run in a shell with some text typed into it.
Typed = Callable[[str, str], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def sampled(engine: Engine, request: pytest.FixtureRequest) -> Settings:
    """Settings of a graph that holds the examples."""
    both: Logins = request.getfixturevalue(f"{engine}_logins")
    name = {"arcadedb": "embedded", "neo4j": "neo4j_settings"}[engine]
    settings: Settings = request.getfixturevalue(name)
    load_examples(both[0])
    return settings


@pytest.fixture(scope="module")
def typed(sampled: Settings, tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """Run a line in a shell that knows this Gutgraph, this Python and cypher-shell."""
    commands = tmp_path_factory.mktemp("commands")
    try:
        shell.install(commands)
    except NotHere as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"cypher-shell could not be had: {reason}")
        pytest.skip(f"cypher-shell could not be had: {reason}")
    path = os.pathsep.join([str(commands), str(Path(sys.executable).parent), os.environ["PATH"]])
    here = os.environ | variables(sampled) | {"PATH": path, "PYTHONWARNINGS": "ignore"}

    def run(line: str, text: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["sh", "-c", line], input=text, cwd=ROOT, env=here, capture_output=True, text=True
        )

    return run
