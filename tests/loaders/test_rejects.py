"""Rows that are not loaded: told, written down, and none unaccounted for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.bolt import BoltStore
from graph.errors import LoadError
from graph.model.document import Document
from graph.model.identity import DocumentId
from graph.write.writer import DocumentReport
from loaders.rejects import REPORTED, Rejects, beside, places
from loaders.report import LoadedInput
from loaders.rows import Problem, Read, Rejected, RowsRead
from loaders.run import load_input

GOOD = "NCBITaxon:239934,INCREASED_IN,MONDO:0005301,1\n"
HEADER = "subject,predicate,object,pmid\n"
BAD = "nobody,INCREASED_IN,MONDO:0005301,x\n"


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    return path


def loaded(store: BoltStore, path: Path, place: Path | None = None) -> LoadedInput:
    return load_input(store, path, 5000, rejects_file=place)


def test_rejected_rows_go_to_a_file_beside_the_input_a_line_a_problem(
    store: BoltStore, table: Path
) -> None:
    report = loaded(store, table)
    assert (report.rows, report.rejected, report.refused, report.complete) == (2, 1, False, False)
    assert report.documents[0].evidence == 1
    assert report.rejects_file == table.parent / "claims.csv.rejects.tsv"
    header, *lines = report.rejects_file.read_text(encoding="utf-8").splitlines()
    assert header == "line\tcolumn\tvalue\treason\tway_out"
    assert [line.split("\t")[:3] for line in lines] == [
        ["3", "subject", "nobody"],
        ["3", "pmid", "x"],
    ]
    assert lines[1] == "3\tpmid\tx\tis no PMID\tWrite it a number, for example 27352007."


def test_loading_the_same_again_tells_the_same_and_changes_nothing(
    store: BoltStore, table: Path
) -> None:
    first, second = loaded(store, table), loaded(store, table)
    assert second.documents[0].outcome == "unchanged"
    assert (second.rows, second.rejects) == (first.rows, first.rejects)


def test_a_mended_table_takes_the_place_of_the_old_and_its_rejects_file_goes(
    store: BoltStore, table: Path
) -> None:
    loaded(store, table)
    table.write_text(HEADER + GOOD + GOOD.replace(",1", ",2"), encoding="utf-8")
    report = loaded(store, table)
    assert report.complete
    assert (report.documents[0].outcome, report.documents[0].evidence) == ("replaced", 2)
    assert not beside(table).exists()


def test_a_file_of_that_name_that_is_not_ours_stays(store: BoltStore, table: Path) -> None:
    table.write_text(HEADER + GOOD, encoding="utf-8")
    beside(table).write_text("mine", encoding="utf-8")
    assert loaded(store, table).complete
    assert beside(table).read_text(encoding="utf-8") == "mine"


def test_every_row_rejected_is_no_loss(store: BoltStore, table: Path) -> None:
    table.write_text(HEADER + BAD, encoding="utf-8")
    report = loaded(store, table)
    assert (report.rows, report.rejected, report.documents[0].evidence) == (1, 1, 0)
    assert report.error is None


def test_a_rejects_file_that_cannot_be_written_is_told_and_stops_nothing(
    store: BoltStore, table: Path
) -> None:
    place = table / "no folder" / "rejects.tsv"
    report = loaded(store, table, place)
    assert report.documents[0].evidence == 1
    assert report.rejected == 1
    assert report.rejects_file is None
    assert report.trouble == (
        f"The rejects file {place} cannot be written (Not a directory); "
        "name a folder for it with --rejects."
    )


def test_a_table_larger_than_a_batch_accounts_for_every_row(
    store: BoltStore, tmp_path: Path
) -> None:
    path = tmp_path / "large.csv"
    lines = [GOOD.replace(",1", f",{number}") for number in range(1, 101)]
    lines[50:50] = [BAD.replace(",x", f",x{number}") for number in range(7)]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    report = load_input(store, path, 30)
    assert (report.rows, report.rejected, report.documents[0].evidence) == (107, 7, 100)
    assert report.error is None


def test_a_row_that_was_lost_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    with Rejects(path, beside(path)) as rejects:
        list(rejects.sift([_rejected(2), RowsRead(3)]))
        with pytest.raises(LoadError) as caught:
            rejects.account([DocumentReport("d", "loaded", 2, evidence=1)])
    assert str(caught.value) == (
        f"{path}: 3 rows were read, but 1 are in the graph and 1 were rejected. "
        "This is a fault of the loader: report it with the file, and do not trust this document "
        "(gutgraph forget takes it out)."
    )


def test_rows_may_become_more_than_one_kind_of_thing(tmp_path: Path) -> None:
    path = tmp_path / "nodes.tsv"
    with Rejects(path, beside(path)) as rejects:
        list(rejects.sift([RowsRead(5, ("definitions", "assertions"))]))
        rejects.account([DocumentReport("d", "loaded", 9, definitions=3, assertions=2)])


def test_a_million_rejects_are_counted_and_the_first_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"

    def stream() -> Iterator[Read]:
        yield Document(DocumentId("d"), "0" * 64, "table", "d")
        for line in range(REPORTED + 50):
            yield _rejected(line)

    with Rejects(path, beside(path)) as rejects:
        assert [type(one) for one in rejects.sift(stream())] == [Document]
    assert rejects.count == REPORTED + 50
    assert len(rejects.reported) == REPORTED
    assert len(beside(path).read_text(encoding="utf-8").splitlines()) == REPORTED + 51


def test_no_two_inputs_share_a_rejects_file() -> None:
    paths = [Path("a/x.csv"), Path("b/x.csv"), Path("b/y.csv")]
    assert list(places(paths, Path("out")).values()) == [
        Path("out/x.csv.rejects.tsv"),
        Path("out/x.csv.2.rejects.tsv"),
        Path("out/y.csv.rejects.tsv"),
    ]
    assert places(paths, None)[paths[1]] == Path("b/x.csv.rejects.tsv")


def _rejected(line: int) -> Rejected:
    return Rejected(line, (Problem("pmid", "x", "is no PMID", "Write a number."),))
