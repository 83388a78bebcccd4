"""The command line when NEO4J_URI names a server: it is used, and never started or stopped."""

import pytest

from graph.settings import Settings
from tests.terminal.conftest import Run

pytestmark = [
    pytest.mark.engine,
    pytest.mark.parametrize("engine", ["neo4j"], indirect=True),
]


@pytest.mark.parametrize("command", ["start", "stop", "restart"])
def test_a_server_of_someone_else_is_not_started_or_stopped(
    run: Run, graph_settings: Settings, command: str
) -> None:
    answer = run("engine", command)
    assert answer.code == 2
    assert (
        f"NEO4J_URI is '{graph_settings.neo4j_uri}': that server is not Gutgraph's to start or "
        "stop. Unset NEO4J_URI to use the embedded engine, for example: unset NEO4J_URI"
    ) in answer.err
    assert run("query", "RETURN 1 AS one", "--json").json["rows"] == [[1]]


def test_engine_status_says_that_another_server_is_used(run: Run, graph_settings: Settings) -> None:
    answer = run("engine", "status", "--json")
    assert answer.json["running"] is False
    assert f"every command uses {graph_settings.neo4j_uri}, not this engine." in answer.err
    lines = {one["client"]: one["line"] for one in answer.json["clients"]}
    assert lines["cypher-shell"] == (
        f"cypher-shell -a {graph_settings.neo4j_uri} -u neo4j -d neo4j --access-mode read"
    )
    assert graph_settings.neo4j_password.get_secret_value() not in answer.out


def test_the_password_of_a_server_of_someone_else_is_not_printed(
    run: Run, graph_settings: Settings
) -> None:
    answer = run("engine", "password")
    assert answer.code == 2
    assert answer.out == ""
    assert "the password of that server is yours, as NEO4J_PASSWORD has it" in answer.err
    assert graph_settings.neo4j_password.get_secret_value() not in answer.err


def test_a_wrong_password_is_exit_code_3_and_says_what_to_look_at(
    run: Run, graph_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    answer = run("search", "MS")
    assert answer.code == 3
    assert f"The store at {graph_settings.neo4j_uri} refuses the login: " in answer.err
    assert "Check NEO4J_USERNAME and NEO4J_PASSWORD" in answer.err
    assert "Traceback" not in answer.err


def test_no_server_is_exit_code_3_with_the_address(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    answer = run("search", "MS")
    assert answer.code == 3
    assert "No store answers at bolt://127.0.0.1:9: " in answer.err
    assert "check NEO4J_URI" in answer.err
