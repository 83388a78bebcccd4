"""A preview: what a load would report, and a graph that stays as it was."""

from pathlib import Path

import pytest

from graph.ask.overview import overview
from graph.engine.bolt import BoltStore
from graph.write.checksum import checksum
from loaders.base import Source
from loaders.preview import SHOWN, Stated, compared, preview
from loaders.rejects import beside
from loaders.run import inputs, load_input
from tests.house.project import ROOT

HEADER = "subject,predicate,object,pmid,quote\n"
GOOD = "Akkermansia,INCREASED_IN,MS,1,It rose.\n"
BAD = "nobody,INCREASED_IN,MS,x,\n"
EXAMPLES = inputs([ROOT / "examples"])


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    return path


def test_a_preview_says_what_the_table_holds_in_words(table: Path) -> None:
    read = preview(table)
    assert read.loader == "claims table"
    assert [(one.title, one.kind) for one in read.documents] == [("claims", "table")]
    assert (read.claims, read.entities) == (1, 2)
    assert read.statements == (
        Stated(
            "Akkermansia is increased in multiple sclerosis", "supports", "asserted", "It rose."
        ),
    )
    (report,) = read.report.documents
    assert (report.outcome, report.records, report.evidence, report.citations) == ("read", 5, 1, 1)


def test_rejected_rows_are_shown_and_no_file_is_written_unless_one_is_named(
    table: Path, tmp_path: Path
) -> None:
    read = preview(table).report
    assert (read.rows, read.rejected, read.complete, read.refused) == (2, 1, False, False)
    assert [one.column for one in read.rejects[0].problems] == ["subject", "pmid"]
    assert list(tmp_path.iterdir()) == [table]
    named = preview(table, tmp_path / "out.tsv").report
    assert named.rejects_file == tmp_path / "out.tsv"
    assert "nobody" in named.rejects_file.read_text(encoding="utf-8")


def test_a_preview_leaves_the_rejects_of_an_earlier_load_where_they_are(
    store: BoltStore, table: Path
) -> None:
    load_input(store, table, 5000)
    table.write_text(HEADER + GOOD, encoding="utf-8")
    assert preview(table).report.complete
    assert beside(table).exists()


def test_what_is_refused_is_in_the_answer_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG")
    read = preview(path)
    assert read.report.refused
    assert str(read.report.error).startswith(f"{path}: No loader reads this kind of file (.png). ")
    assert (read.loader, read.documents, read.statements) == ("", (), ())
    gone = preview(tmp_path / "gone.md").report
    assert str(gone.error) == f"{tmp_path / 'gone.md'}: There is no such file. Check the path."


def test_bytes_at_hand_are_read_as_a_file_of_that_name() -> None:
    read = preview(Source.of("upload.csv", (HEADER + GOOD).encode()))
    assert read.report.path == Path("upload.csv")
    assert [one.id for one in read.documents] == ["upload.csv"]
    assert read.claims == 1


def test_no_more_than_the_first_statements_are_kept_and_no_text(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = [
        GOOD.replace(",1,", f",{number},").replace("rose", f"rose {number}")
        for number in range(1, 41)
    ]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    read = preview(path)
    assert len(read.statements) == SHOWN
    assert read.report.documents[0].evidence == 40
    assert all(one.text is None for one in preview(EXAMPLES[-1]).documents)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_preview_counts_what_a_load_then_reports(store: BoltStore, path: Path) -> None:
    before = checksum(store)
    read = compared(preview(path), store)
    assert checksum(store) == before
    assert read.report.documents == load_input(store, path, 5000).documents
    there = overview(store)
    assert (there.entities, there.claims) == (read.entities, read.claims)


def test_compared_with_a_graph_it_says_what_a_load_would_do(store: BoltStore, table: Path) -> None:
    assert _outcome(store, table) == "loaded"
    load_input(store, table, 5000)
    assert _outcome(store, table) == "unchanged"
    table.write_text(HEADER + GOOD, encoding="utf-8")
    assert _outcome(store, table) == "replaced"


def _outcome(store: BoltStore, path: Path) -> str:
    return compared(preview(path), store).report.documents[0].outcome
