"""Whoever reads the graph over Bolt reads the same: the ready lines of `gutgraph engine status`."""

import json
import subprocess

import pytest

from graph.ask.neighbourhood import neighbourhood
from graph.engine.connect import open_store
from graph.settings import Settings
from tests.clients import reading, shell
from tests.clients.conftest import Typed
from tests.clients.reading import Read
from tests.write.sample import MS

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def lines(typed: Typed) -> dict[str, str]:
    """The line of each client, as the command prints it."""
    status = typed("gutgraph engine status --json", "")
    return {one["client"]: one["line"] for one in json.loads(status.stdout)["clients"]}


@pytest.fixture(scope="module")
def ours(sampled: Settings) -> Read:
    with open_store(sampled, "reader") as store:
        return reading.of_gutgraph(neighbourhood(store, [MS], limit=1000))


def said(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_sample_around_ms_is_worth_comparing(ours: Read) -> None:
    assert len(ours.entities) > 80
    assert len(ours.claims) > 50


def test_the_neo4j_driver_reads_the_subgraph_that_gutgraph_reads(
    typed: Typed, lines: dict[str, str], ours: Read
) -> None:
    asked = "from tests.clients.reading import print_by_driver; print_by_driver(session)\n"
    assert Read.from_json(said(typed(lines["Python driver"], asked))) == ours


def test_py2neo_reads_the_subgraph_that_gutgraph_reads(
    typed: Typed, lines: dict[str, str], ours: Read
) -> None:
    asked = "from tests.clients.reading import print_by_py2neo; print_by_py2neo(graph)\n"
    assert Read.from_json(said(typed(lines["py2neo"], asked))) == ours


def test_cypher_shell_reads_the_subgraph_that_gutgraph_reads(
    typed: Typed, lines: dict[str, str], ours: Read
) -> None:
    line = lines["cypher-shell"] + " --format plain"
    entities, claims = (shell.rows(said(typed(line, text))) for text in reading.TABLES)
    assert Read.of(entities, claims) == ours


def test_a_write_through_cypher_shell_is_refused(typed: Typed, lines: dict[str, str]) -> None:
    done = typed(lines["cypher-shell"], "CREATE (n:Entity {id: 'X:1'});")
    assert done.returncode == 1
    found = typed(lines["cypher-shell"], "MATCH (n:Entity {id: 'X:1'}) RETURN count(n) AS n;")
    assert found.stdout.splitlines() == ["n", "0"]


def test_no_line_holds_a_password(typed: Typed, lines: dict[str, str], sampled: Settings) -> None:
    printed = typed("gutgraph engine status", "").stdout
    secret = sampled.neo4j_password.get_secret_value()
    if not sampled.neo4j_uri:
        secret = typed("gutgraph engine password", "").stdout.strip()
    assert len(secret) > 10
    assert secret not in printed
    assert not any(secret in line for line in lines.values())
    for client, line in lines.items():
        assert f"{client}\n  {line}\n" in printed
