"""Tables at the terminal: the template, and a load of which some rows are wrong."""

from pathlib import Path

from openpyxl import load_workbook

from loaders.claims_table.columns import columns
from tests.terminal.conftest import Run

HEADER = "subject,predicate,object,pmid\n"
GOOD = "Akkermansia,INCREASED_IN,MS,1\n"


def test_a_load_with_a_wrong_row_loads_the_others_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + GOOD + "nobody,INCREASED_IN,MS,1\n", encoding="utf-8")
    answer = run("load", table, "--json", "--rejects", tmp_path / "out")
    assert answer.code == 1
    (one,) = answer.json
    assert (one["rows"], one["rejected"], one["error"]) == (2, 1, None)
    assert one["documents"][0]["evidence"] == 1
    assert one["rejects"][0]["line"] == 3
    assert one["rejects"][0]["problems"][0]["column"] == "subject"
    assert one["rejects_file"] == str(tmp_path / "out" / "claims.csv.rejects.tsv")
    assert Path(one["rejects_file"]).exists()
    assert not (tmp_path / "claims.csv.rejects.tsv").exists()


def test_the_report_for_people_names_line_value_and_way_out(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + GOOD + "nobody,INCREASED_IN,MS,1\n", encoding="utf-8")
    answer = run("load", table)
    assert answer.code == 1
    words = " ".join(answer.out.split())
    assert ":3: subject 'nobody' is no name that Gutgraph knows." in words
    assert "Give its CURIE." in words
    assert "1 of 2 rows were not loaded" in words
    assert "claims.csv.rejects.tsv" in answer.out.replace("\n", "")


def test_a_rejects_file_is_not_read_as_an_input(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEADER + "nobody,INCREASED_IN,MS,1\n" + GOOD, encoding="utf-8")
    run("load", tmp_path)
    assert [one["path"] for one in run("load", tmp_path, "--json").json] == [str(table)]


def test_the_template_goes_to_standard_output_or_a_file(bare: Run, tmp_path: Path) -> None:
    said = bare("template")
    assert said.code == 0
    assert said.out.splitlines()[-1] == ",".join(columns())
    for name in ("t.csv", "t.tsv", "t.xlsx"):
        assert bare("template", "--out", tmp_path / name).code == 0
    book = load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["claims", "explanations"]
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == said.out


def test_the_template_as_json_explains_each_column(bare: Run) -> None:
    answer = bare("template", "--json")
    assert [one["column"] for one in answer.json] == list(columns())
    assert all(one["what it says"] for one in answer.json)


def test_the_template_overwrites_nothing_and_knows_its_endings(bare: Run, tmp_path: Path) -> None:
    there = tmp_path / "mine.csv"
    there.write_text("mine", encoding="utf-8")
    answer = bare("template", "--out", there)
    assert answer.code == 2
    assert "is there already" in answer.err
    assert there.read_text(encoding="utf-8") == "mine"
    answer = bare("template", "--out", tmp_path / "t.ods")
    assert answer.code == 2
    assert ".csv, .tsv, .xlsx" in answer.err
