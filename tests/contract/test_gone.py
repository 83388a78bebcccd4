"""What the terminal and the pages say when the server goes, or does not let anyone in."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from graph.engine import embedded
from graph.engine.folder import DataFolder
from tests.contract.gate import Gate, Moment
from tests.contract.ground import Ground
from tests.engines import variables
from tests.failures import seen

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]  # servers are started again

QUERY = "MATCH (n:Entity) RETURN n.id AS id ORDER BY id"


def test_a_server_that_goes_in_the_middle_of_a_query(ground: Ground) -> None:
    way = ground.server.through(Moment(QUERY, 1, "answered"))
    ground.commands.start("query", QUERY, environment=ground.environment | way.environment)
    assert way.gate.reached.wait(240)
    way.close()
    ended = ground.commands.wait()
    assert ended.out == ""
    if ground.engine == "arcadedb":  # it was the way that was cut: the engine is there still
        seen("gone and started again while reading", ended.err, ended.code)
    else:
        seen("gone while reading", ended.err, ended.code)
    again = ground.commands.run("query", QUERY, environment=ground.environment)
    assert again.code == 0
    assert "NCBITaxon:7000001" in again.out


def test_a_wrong_password(ground: Ground) -> None:
    wrong = as_a_server(ground) | {"NEO4J_PASSWORD": "wrong"}
    # Two: after the third in a row Neo4j lets nobody in for some seconds.
    for command in (("query", QUERY), ("load", ground.folder)):
        ended = ground.commands.run(*command, environment=wrong)
        seen("wrong password", ended.err, ended.code)
        assert ended.out == ""
    right = ground.commands.run("query", QUERY, environment=as_a_server(ground))
    assert right.code == 0


def test_no_server_at_the_address(ground: Ground) -> None:
    nowhere = as_a_server(ground) | {"NEO4J_URI": "bolt://127.0.0.1:9"}
    ended = ground.commands.run("search", "MS", environment=nowhere)
    seen("no server", ended.err, ended.code)


def test_the_embedded_engine_takes_the_passwords_of_its_file_when_it_is_started_again(
    ground: Ground,
) -> None:
    if ground.engine != "arcadedb":
        return  # a server of someone else has no such file
    folder = DataFolder(ground.server.settings.data)
    state = folder.read()
    assert state is not None
    folder.write(replace(state, reader="of a backup", writer="of a backup, too"))
    ended = ground.commands.run("query", QUERY, environment=ground.environment)
    seen("other passwords", ended.err, ended.code)
    assert ground.commands.run("engine", "restart", environment=ground.environment).code == 0
    assert ground.commands.run("query", QUERY, environment=ground.environment).code == 0
    assert ground.state() == ground.wanted[ground.held]


@pytest.fixture
def gate(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A way that the pages take to the server, and that can be cut."""
    there = as_a_server(ground)
    with Gate(there["NEO4J_URI"]) as way:
        for name, value in (there | {"NEO4J_URI": way.address}).items():
            monkeypatch.setenv(name, value)
        yield way


def test_the_query_page_when_the_server_goes(gate: Gate) -> None:
    page = AppTest.from_function(query_page, default_timeout=60).run()
    assert not page.exception
    assert not page.subheader
    gate.close()
    page.run()
    assert [one.value for one in page.subheader] == ["The graph does not answer"]
    assert [one.label for one in page.button] == ["Try again"]
    seen("gone under a page", page.text[0].value, None)
    assert not page.exception


def test_the_explore_page_when_the_server_goes(gate: Gate) -> None:
    page = AppTest.from_function(explore_page, default_timeout=60).run()
    assert not page.subheader
    gate.close()
    page.run()
    assert [one.value for one in page.subheader] == ["The graph does not answer"]
    assert [one.label for one in page.button] == ["Try again"]
    seen("gone under a page", page.text[0].value, None)
    assert not page.exception


def query_page() -> None:
    """The script of the page alone."""
    import streamlit as st

    from graph.settings import Settings
    from web.pages.query import query

    query(Settings.read(), st.Page(lambda: None, title="Explore", url_path="explore"))


def explore_page() -> None:
    """The script of the page alone."""
    from graph.settings import Settings
    from web.pages.explore import explore

    explore(Settings.read())


def as_a_server(ground: Ground) -> dict[str, str]:
    """Name the variables that lead to the server as to one of someone else."""
    if ground.engine == "neo4j":
        return variables(ground.server.settings)
    status = embedded.status(ground.server.settings)
    return variables(ground.server.settings) | {
        "NEO4J_URI": status.address,
        "NEO4J_USERNAME": status.username,
        "NEO4J_PASSWORD": status.password,
        "NEO4J_DATABASE": status.database,
    }
