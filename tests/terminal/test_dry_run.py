"""`gutgraph load --dry-run`, and loads of several inputs of which some are bad."""

import re
from pathlib import Path

import pytest

from graph.engine.bolt import BoltStore
from graph.write.checksum import checksum
from tests.terminal.conftest import Run

HEADER = "subject,predicate,object,pmid\n"
GOOD = "Akkermansia,INCREASED_IN,MS,1\n"
BAD = "nobody,INCREASED_IN,MS,1\n"


def test_a_dry_run_says_what_a_load_would_do_and_writes_nothing(
    run: Run, page: Path, tmp_path: Path, store: BoltStore
) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    run("load", page)
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    before, files = checksum(store), sorted(tmp_path.iterdir())
    answer = run("load", "--dry-run", page, table)
    assert answer.code == 1
    assert f"Would replace {page}: 4 statements, " in answer.out
    assert f"Would load    {table}: 1 statements, " in answer.out
    assert "  1 claims about 2 entities, read by: claims table" in answer.out
    assert "  · Akkermansia is increased in multiple sclerosis (supports, asserted)" in answer.out
    assert f"Rejected {table}:3: subject 'nobody' is no name that Gutgraph knows." in answer.out
    assert "1 of 2 rows would not be loaded\n" in answer.out
    assert answer.out.endswith("Nothing was written.\n")
    assert (checksum(store), sorted(tmp_path.iterdir())) == (before, files)


def test_its_json_is_that_of_the_load_and_more(run: Run, page: Path) -> None:
    (tried,) = run("load", "--dry-run", "--json", page).json
    (loaded,) = run("load", "--json", page).json
    assert {key: tried[key] for key in loaded} == loaded
    assert sorted(set(tried) - set(loaded)) == ["claims", "entities", "loader", "statements"]
    assert len(tried["statements"]) == 4
    (again,) = run("load", "--dry-run", "--json", page).json
    assert again["documents"][0]["outcome"] == "unchanged"


def test_rejected_rows_are_written_where_a_folder_is_named(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    (tried,) = run("load", "--dry-run", "--json", "--rejects", tmp_path / "out", table).json
    assert tried["rejects_file"] == str(tmp_path / "out" / "claims.csv.rejects.tsv")
    assert "nobody" in Path(tried["rejects_file"]).read_text(encoding="utf-8")


def test_a_twin_is_noticed_before_it_is_loaded(run: Run, page: Path) -> None:
    run("load", page)
    twin = page.with_name("twin.md")
    twin.write_bytes(page.read_bytes())
    assert f"{twin} is the same, byte for byte, as {page}" in run("load", "--dry-run", twin).err


def test_a_graph_that_would_be_left_alone_is_said_to_be(run: Run, page: Path) -> None:
    run("load", page)
    answer = run("load", "--dry-run", "--if-empty", page)
    assert (answer.code, answer.out) == (0, "")
    assert "nothing would be loaded" in answer.err


def test_without_a_graph_everything_is_new_and_none_is_made(
    bare: Run, page: Path, tmp_path: Path
) -> None:
    data = tmp_path / "none"
    answer = bare("--data", data, "load", "--dry-run", page)
    assert answer.code == 0
    assert f"Would load    {page}: 4 statements" in answer.out
    assert answer.err == f"No graph is at {data} yet: everything would be new.\n"
    assert not data.exists()


def test_two_inputs_with_one_document_are_told_as_the_load_tells_them(run: Run, page: Path) -> None:
    front = "---\nurl: https://example.org/page\n---\n"
    other, same = page.with_name("other.md"), page.with_name("same.md")
    page.write_text(front + "Akkermansia was increased in MS.\n", encoding="utf-8")
    other.write_text(front + "Roseburia was decreased in MS.\n", encoding="utf-8")
    same.write_bytes(other.read_bytes())
    tried, loaded = (
        [one["documents"][0]["outcome"] for one in run(*call, page, other, same).json]
        for call in (("load", "--dry-run", "--json"), ("load", "--json"))
    )
    assert tried == loaded == ["loaded", "replaced", "unchanged"]


def test_with_no_server_it_is_read_all_the_same(
    bare: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    answer = bare("load", "--dry-run", page)
    assert answer.code == 0
    assert f"Read          {page}: 4 statements" in answer.out
    assert answer.err.startswith(
        "Read, but not compared with the graph. No store answers at bolt://127.0.0.1:1: "
    )


def test_of_several_inputs_each_good_one_is_loaded_and_each_bad_one_told(
    run: Run, page: Path, tmp_path: Path
) -> None:
    picture, gone, empty = tmp_path / "picture.png", tmp_path / "gone.md", tmp_path / "empty"
    table, latin = tmp_path / "claims.csv", tmp_path / "latin.txt"
    picture.write_bytes(b"\x89PNG")
    empty.mkdir()
    table.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    latin.write_bytes("Zöliakie".encode("latin-1"))
    inputs = (empty, picture, gone, page, latin, table)
    tried = run("load", "--dry-run", "--json", *inputs)
    answer = run("load", "--json", *inputs)
    assert (tried.code, answer.code) == (1, 1)
    told = {Path(one["path"]).name: one for one in answer.json}
    assert {name for name, one in told.items() if one["error"]} == {
        *("empty", "picture.png", "gone.md", "latin.txt")
    }
    assert [told[one.name]["documents"][0]["evidence"] for one in (page, table)] == [4, 1]
    assert told["claims.csv"]["rejected"] == 1
    assert {one["path"]: one["error"] for one in tried.json} == {
        one["path"]: one["error"] for one in answer.json
    }
    assert len(run("sources", "--json").json) == 2


def test_on_a_terminal_each_input_has_a_line_while_it_is_read(
    bare: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # the library that draws takes this for a terminal
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + GOOD, encoding="utf-8")
    drawn = bare("--data", tmp_path / "none", "load", "--dry-run", page, table).err
    plain = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", drawn)
    assert re.search(r"✓ 1 of 2  page\.md .* [1-9]\d* records", plain)
    assert "2 of 2  claims.csv" in plain
    monkeypatch.delenv("FORCE_COLOR")
    quiet = bare("--data", tmp_path / "none", "load", "--dry-run", page, table).err
    assert "of 2" not in quiet
