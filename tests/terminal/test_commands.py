"""Each command on a real graph: what it prints for programs, and how it ends."""

import hashlib
from pathlib import Path

import pytest

from graph.engine.bolt import BoltStore
from graph.model.snapshot import Snapshot
from tests.terminal.conftest import Run

AKKERMANSIA = "NCBITaxon:239934~INCREASED_IN~MONDO:0005301"


def test_load_then_sources_names_the_document_with_its_hash(run: Run, page: Path) -> None:
    loaded = run("load", page, "--json")
    assert loaded.code == 0, loaded.err
    assert loaded.json[0]["documents"][0]["outcome"] == "loaded"
    (source,) = run("sources", "--json").json
    assert source["id"] == str(page)
    assert source["title"] == "A page on taxa"
    assert source["kind"] == "markdown"
    assert source["sha256"] == hashlib.sha256(page.read_bytes()).hexdigest()
    assert source["evidence"] == 4


def test_load_twice_changes_nothing(run: Run, page: Path) -> None:
    run("load", page)
    before = run("show", AKKERMANSIA, "--json").json
    again = run("load", page, "--json")
    assert again.json[0]["documents"][0]["outcome"] == "unchanged"
    assert run("show", AKKERMANSIA, "--json").json == before


def test_the_same_bytes_under_another_name_are_noticed(run: Run, page: Path) -> None:
    run("load", page)
    twin = page.with_name("twin.md")
    twin.write_bytes(page.read_bytes())
    answer = run("load", twin)
    assert answer.code == 0
    assert f"{twin} is the same, byte for byte, as {page}: what it says counts twice." in answer.err
    assert run("load", page.with_name("twin.md")).err == answer.err


def test_load_if_empty_leaves_a_graph_that_holds_something(run: Run, page: Path) -> None:
    run("load", page)
    other = page.with_name("other.md")
    other.write_text("Zinc may treat leaky gut.", encoding="utf-8")
    answer = run("load", "--if-empty", other)
    assert answer.code == 0
    assert "nothing was loaded" in answer.err
    assert len(run("sources", "--json").json) == 1


def test_one_refused_input_does_not_stop_the_others(run: Run, page: Path) -> None:
    empty = page.with_name("empty.md")
    empty.write_bytes(b"")
    answer = run("load", empty, page)
    assert answer.code == 1
    assert "The file is empty. Load a file that has text in it." in answer.out
    assert len(run("sources", "--json").json) == 1


def test_forget_takes_everything_a_document_brought(run: Run, page: Path) -> None:
    run("load", page)
    report = run("forget", page, "--json").json
    assert report["evidence"] == 4
    assert run("query", "MATCH (n:Entity) RETURN count(n) AS n", "--json").json["rows"] == [[0]]
    assert run("sources").out.startswith("The graph is empty. Load a document")


def test_forgetting_what_is_not_there_names_what_is(run: Run, page: Path) -> None:
    run("load", page)
    answer = run("forget", f"{page}x")
    assert answer.code == 1
    assert f"is not in the graph. Nearest: {page}." in answer.err


def test_search_finds_by_name_synonym_misspelling_and_curie(run: Run, page: Path) -> None:
    run("load", page)
    for text in ("multiple sclerosis", "MS", "multipel sclerosis", "MONDO:0005301"):
        assert run("search", text, "--json").json[0]["entity"]["id"] == "MONDO:0005301", text


def test_search_without_a_hit_says_what_to_try(run: Run) -> None:
    answer = run("search", "qwertyuiop")
    assert answer.code == 0
    assert "Nothing fits 'qwertyuiop'." in answer.out


def test_show_opens_a_claim_into_its_words(run: Run, page: Path) -> None:
    run("load", page)
    opened = run("show", "GUT:intestinal-dysbiosis~CAUSES~GUT:leaky-gut", "--json").json
    (stated,) = opened["statements"]
    assert stated["evidence"]["cue"] == "may"
    assert stated["evidence"]["certainty"] == "suggested"
    assert stated["evidence"]["quote"] in page.read_text(encoding="utf-8")
    assert "suggested" in run("show", "GUT:intestinal-dysbiosis~CAUSES~GUT:leaky-gut").out


def test_query_prints_columns_rows_and_whether_it_was_cut(run: Run, page: Path) -> None:
    run("load", page)
    text = (
        "MATCH (t:Taxon)-[c:INCREASED_IN]->(d:Disease) RETURN t.name AS taxon, c.certainty AS how"
    )
    assert run("query", text, "--json").json == {
        "columns": ["taxon", "how"],
        "rows": [["Akkermansia", "asserted"]],
        "truncated": False,
    }
    cut = run("query", "UNWIND range(1, 2000) AS x RETURN x", "--json").json
    assert cut["truncated"] is True
    assert len(cut["rows"]) == 1000


def test_query_refuses_to_write(run: Run) -> None:
    answer = run("query", "CREATE (n:Entity {id: 'X:1'}) RETURN n")
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert run("query", "MATCH (n:Entity) RETURN count(n)", "--json").json["rows"] == [[0]]


def test_query_wants_one_query(run: Run) -> None:
    assert run("query").code == 2


def test_an_unknown_saved_query_names_those_there_are(run: Run) -> None:
    answer = run("query", "--saved", "nosuch")
    assert answer.code == 2
    assert "taxa_in_disease" in answer.err


def test_a_saved_query_takes_values_and_says_what_it_took(run: Run, page: Path) -> None:
    run("load", page)
    asked = ("query", "--saved", "taxa_in_disease", "--set", "disease=MS")
    answer = run(*asked, "--set", "change=increased", "--json")
    assert answer.err == "disease: 'MS' was taken as multiple sclerosis (MONDO:0005301)\n"
    assert answer.json["saved"] == "taxa_in_disease"
    assert answer.json["parameters"] == {
        "disease": "MONDO:0005301",
        "change": "increased",
        "limit": 100,
    }
    assert [row[1:3] for row in answer.json["rows"]] == [["Akkermansia", "INCREASED_IN"]]
    wrong = run(*asked, "--set", "change=sideways")
    assert (wrong.code, wrong.err) == (
        2,
        "Error: change: 'sideways' is none of either, increased, decreased; give one of them.\n",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--set", "limit=3"), "add --saved NAME"),
        (("--saved", "markers", "--set", "limit"), "'limit' is not NAME=VALUE"),
        (("--saved", "markers", "--set", "limit=3", "--set", "limit=4"), "gives limit twice"),
    ],
)
def test_values_of_a_saved_query_are_names_with_values(
    run: Run, given: tuple[str, ...], said: str
) -> None:
    text = () if "--saved" in given else ("RETURN 1",)
    answer = run("query", *text, *given)
    assert answer.code == 2
    assert said in answer.err


def test_check_finds_a_count_that_was_tampered_with(run: Run, page: Path, store: BoltStore) -> None:
    run("load", page)
    assert run("check").code == 0
    with store.transaction() as tx:
        tx.run("MATCH (:Entity {id: 'NCBITaxon:239934'})-[c:INCREASED_IN]->() SET c.supports = 7")
    answer = run("check", "--json")
    assert answer.code == 1
    assert [problem["id"] for problem in answer.json] == [AKKERMANSIA]


def test_snapshot_writes_the_same_bytes_each_time(run: Run, page: Path, tmp_path: Path) -> None:
    run("load", page)
    call = ("snapshot", "--around", "MONDO:0005301", "--format", "svg,png,json", "--json")
    first = run(*call, "--out", tmp_path / "one").json
    second = run(*call, "--out", tmp_path / "two").json
    assert first["id"] == second["id"]
    pairs = [(Path(a), Path(b)) for a, b in zip(first["files"], second["files"], strict=True)]
    assert {path.suffix for path, _ in pairs} == {".svg", ".png", ".json"}
    assert all(a.read_bytes() == b.read_bytes() for a, b in pairs)
    frozen = Snapshot.from_json(
        next(path for path, _ in pairs if path.suffix == ".json").read_text(encoding="utf-8")
    )
    assert frozen.id == first["id"]
    assert [source.text for source in frozen.citations] == ["A page on taxa"]


def test_snapshot_of_an_unknown_format_is_a_wrong_call(run: Run) -> None:
    answer = run("snapshot", "--around", "MONDO:0005301", "--format", "gif")
    assert answer.code == 2
    assert "svg, png" in answer.err


def test_snapshot_around_what_is_not_there(run: Run, tmp_path: Path) -> None:
    answer = run("snapshot", "--around", "MONDO:1", "--out", tmp_path / "out")
    assert answer.code == 1
    assert "is not in the graph" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("engine", ["arcadedb"], indirect=True)
def test_engine_status_gives_the_read_only_login(run: Run) -> None:
    status = run("engine", "status", "--json").json
    assert status["running"] is True
    assert status["address"].startswith("bolt://127.0.0.1:")
    assert status["username"] == "reader"


@pytest.mark.parametrize("engine", ["arcadedb"], indirect=True)
def test_engine_status_prints_a_line_for_each_client_and_no_password(run: Run) -> None:
    password = run("engine", "password").out.strip()
    assert len(password) > 20
    said, told = run("engine", "status"), run("engine", "status", "--json")
    assert password not in said.out + said.err + told.out + told.err
    address = told.json["address"]
    lines = {one["client"]: one["line"] for one in told.json["clients"]}
    assert [*lines] == ["cypher-shell", "Neo4j Browser", "Python driver", "py2neo"]
    for client, line in lines.items():
        assert f"{client}\n  {line}\n" in said.out
        assert address in line
    assert lines["cypher-shell"].endswith(
        f'engine password)" cypher-shell -a {address} -u reader -d gutgraph --access-mode read'
    )


def test_engine_status_before_the_first_start_says_how_to_start(bare: Run, tmp_path: Path) -> None:
    answer = bare("--data", tmp_path / "new", "engine", "status")
    assert answer.code == 0
    assert "No client has an address yet. Start the server: gutgraph engine start" in answer.out
