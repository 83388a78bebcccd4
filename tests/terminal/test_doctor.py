"""The doctor: everything said, nothing secret, nothing changed, exit code 3 without a store."""

from pathlib import Path

import pytest

from graph.engine import diagnosis
from graph.engine.bolt import BoltStore
from graph.settings import Settings
from tests.house.test_docs import variables
from tests.terminal.conftest import Run

pytestmark = pytest.mark.engine


def test_everything_is_said(run: Run, page: Path, graph_settings: Settings) -> None:
    run("load", page)
    told = run("doctor", "--json").json
    assert {one["variable"] for one in told["settings"]} == variables()
    assert told["machine"]["data_folder"] == str(graph_settings.data)
    assert told["machine"]["free_disk_bytes"] > 0
    assert told["machine"]["java"][:2].isdigit()
    ours = told["store"]["engine"] == "arcadedb"
    assert told["store"]["server"].startswith("ArcadeDB " if ours else "Neo4j ")
    assert told["store"]["address"].startswith("bolt://127.0.0.1:")
    assert told["store"]["schema_missing"] == []
    assert told["store"]["write_refused"] is ours
    assert told["graph"]["documents"] == 1
    assert len(told["graph"]["data_version"]) == 32
    printed = run("doctor").out
    assert ("refused by the server" if ours else "not refused: this login can write") in printed
    assert "GUTGRAPH_PATH_LENGTH" in printed


def test_no_secret_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "hush-hush")
    for arguments in (("doctor",), ("doctor", "--json")):
        answer = run(*arguments)
        assert "hush-hush" not in answer.out + answer.err
        assert "(set)" in answer.out


def test_without_a_store_it_says_the_rest_and_the_way_out(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("NEO4J_PASSWORD", "hush-hush")
    answer = run("doctor", "--json")
    assert answer.code == 3
    assert "store" not in answer.json
    assert "hush-hush" not in answer.out + answer.err
    assert "check NEO4J_URI" in answer.err


def test_an_address_with_a_login_is_refused_without_showing_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://me:hush-hush@127.0.0.1:9")
    answer = run("doctor", "--json")
    assert answer.code == 2
    assert "hush-hush" not in answer.out + answer.err


@pytest.mark.parametrize("engine", ["arcadedb", "neo4j"], indirect=True)
def test_trying_a_write_changes_nothing(store: BoltStore, reader_store: BoltStore) -> None:
    assert diagnosis.refuses_writes(reader_store) is (store.engine == "arcadedb")
    assert store.read("MATCH (n) RETURN n LIMIT 1") == []
    found = diagnosis.diagnosed(reader_store)
    assert found.schema_missing == ()
    assert found.server.split()[0] in ("ArcadeDB", "Neo4j")
