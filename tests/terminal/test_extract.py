"""`extract` prints what a document claims, and touches no graph."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Run

FIELDS = (
    "subject", "predicate", "biolink_predicate", "object", "stance", "certainty", "status", "cue",
    "quote", "start", "end", "section", "inferred", "cited", "negation", "via", "condition",
    "purpose", "population", "comparator", "rule",
)  # fmt: skip


def test_each_claim_is_a_line_with_every_field_and_its_quote_is_the_source(
    bare: Run, page: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    answer = bare("--data", data, "extract", page, "--json")
    text = page.read_text(encoding="utf-8")
    assert [tuple(row) for row in answer.lines] == [FIELDS] * 4
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in answer.lines)
    assert all(
        text[end["start"] : end["end"]] == end["text"]
        for row in answer.lines
        for end in (row["subject"], row["object"])
    )
    assert not data.exists()


def test_mentions_instead_of_claims(bare: Run, page: Path) -> None:
    rows = bare("extract", page, "--mentions", "--json").lines
    assert {tuple(row) for row in rows} == {
        ("id", "name", "category", "text", "start", "end", "section")
    }
    assert [row["text"] for row in rows if row["id"] == "NCBITaxon:841"] == ["Roseburia"]


def test_a_document_without_claims_says_what_to_try(bare: Run, tmp_path: Path) -> None:
    path = tmp_path / "dull.txt"
    path.write_text("It rained all day.", encoding="utf-8")
    answer = bare("extract", path)
    assert answer.code == 0
    assert "No claims found. Try --mentions to see what was recognised." in answer.out


def test_fifty_megabytes_of_one_line_are_refused_at_once(bare: Run, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"zinc and leaky gut " * 2_700_000)
    answer = bare("extract", path)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert "line" in answer.err


def test_a_missing_path(bare: Run, tmp_path: Path) -> None:
    answer = bare("extract", tmp_path / "gone.txt")
    assert answer.code == 1
    assert answer.err.endswith("gone.txt: There is no such file. Check the path.\n")


def test_a_wrong_call(bare: Run) -> None:
    assert bare("extract").code == 2


def test_a_setting_that_cannot_be_used_is_named(bare: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUTGRAPH_BATCH_SIZE", "0")
    answer = bare("sources")
    assert answer.code == 2
    assert answer.err.startswith("Error: GUTGRAPH_BATCH_SIZE is '0'")
    assert "for example GUTGRAPH_BATCH_SIZE=5000" in answer.err
