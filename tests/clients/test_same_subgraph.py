"""Whoever reads the graph over Bolt reads the same: the ready lines of `gutgraph engine status`."""

import subprocess

import pytest

from graph.ask.neighbourhood import neighbourhood
from graph.engine import embedded
from graph.engine.client_lines import client_lines
from graph.engine.connect import open_store
from graph.settings import Settings
from tests.clients import reading, shell
from tests.clients.conftest import Typed
from tests.clients.reading import Read
from tests.write.sample import MS

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def lines(sampled: Settings) -> dict[str, str]:
    """The line of each client, as the command prints it."""
    listed = client_lines(sampled, embedded.status(sampled))
    return {one.client: one.line for one in listed}


@pytest.fixture(scope="module")
def ours(sampled: Settings) -> Read:
    with open_store(sampled, "reader") as store:
        return reading.of_gutgraph(neighbourhood(store, [MS], limit=1000))


@pytest.fixture(scope="module")
def shelled(typed: Typed, lines: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """What cypher-shell says to a write and then to a question."""
    line = f"{lines['cypher-shell']} --format plain --fail-at-end"
    return typed(line, f"CREATE (n:Entity {{id: 'X:1'}});\n{reading.TABLES}")


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
    shelled: "subprocess.CompletedProcess[str]", ours: Read
) -> None:
    assert Read.from_tables(shell.rows(shelled.stdout)) == ours


def test_a_write_through_cypher_shell_is_refused(
    shelled: "subprocess.CompletedProcess[str]", sampled: Settings
) -> None:
    assert shelled.returncode == 1
    refused = "Writing in read access mode" if sampled.neo4j_uri else "is not allowed to create"
    assert refused in shelled.stderr
    with open_store(sampled, "reader") as store:
        assert not store.read("MATCH (n:Entity {id: 'X:1'}) RETURN n.id AS id")
