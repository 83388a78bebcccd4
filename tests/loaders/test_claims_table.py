"""The claims table: what a curator may write, and what is said of a row that is wrong."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from graph.errors import LoadError
from graph.model.document import Document
from graph.model.entity import Definition
from graph.model.publication import Citation
from loaders.base import HEAD_BYTES
from loaders.claims_table import loader as claims_table
from loaders.claims_table.columns import columns, words
from loaders.claims_table.template import template
from loaders.rows import RowsRead
from loaders.run import find_loader
from tests.house.project import ROOT
from tests.loaders.shared import evidence, read, rejected

MS = "MONDO:0005301"
AKKERMANSIA = "NCBITaxon:239934"
EXAMPLE = ROOT / "examples" / "gut-taxa-in-multiple-sclerosis.tsv"


def one_row(**cells: str) -> str:
    """A table of one row that is right but for some cells."""
    row = {"subject": AKKERMANSIA, "predicate": "INCREASED_IN", "object": MS, "pmid": "1"} | cells
    quoted = ('"' + cell.replace('"', '""') + '"' for cell in row.values())
    return f"{','.join(row)}\n{','.join(quoted)}\n"


def workbook(rows: Sequence[Sequence[object]], sheet: str = "Sheet") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FULL = {
    "subject": AKKERMANSIA,
    "predicate": "INCREASED_IN",
    "object": MS,
    "stance": "refutes",
    "certainty": "suggested",
    "negation": "denied",
    "quote": "There was no more of it, we believe.",
    "section": "Results",
    "pmid": "99000001",
    "doi": "10.1000/xyz",
    "title": "A study made up for this test",
    "authors": "Doe J; Roe R",
    "journal": "Journal of Tests",
    "year": "2020",
    "publication_kind": "primary",
    "study_type": "cohort",
    "host": "human",
    "body_site": "stool",
    "population": "MS",
    "comparator": "controls",
    "n_cases": "31",
    "n_controls": "36",
    "method": "16S",
    "p_value": "0.4",
    "effect": "none",
    "via": "butyrate",
    "condition": "untreated",
    "purpose": "therapy",
}


def as_csv(separator: str) -> bytes:
    cells = (f'"{cell}"' for cell in FULL.values())
    return f"{separator.join(FULL)}\n{separator.join(cells)}\n".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", as_csv(";")),
        ("t.tsv", as_csv("\t")),
        ("t.csv", b"\xef\xbb\xbf" + as_csv("\t").replace(b"\n", b"\r\n")),
        ("t.jsonl", json.dumps(FULL).encode()),
        ("t.xlsx", workbook([list(FULL), list(FULL.values())])),
    ],
)
def test_every_format_gives_the_same_evidence_with_every_cell(name: str, data: bytes) -> None:
    yielded = read(claims_table, name, data)
    (one,) = evidence(yielded)
    assert claims_table.recognises(Path(name), data[:HEAD_BYTES])
    assert one.claim.id == f"{AKKERMANSIA}~INCREASED_IN~{MS}"
    assert (one.stance, one.certainty, one.negation) == ("refutes", "suggested", "denied")
    assert (one.quote, one.section) == (FULL["quote"], "Results")
    assert one.cited == ("PMID:99000001",)
    context = one.context
    assert (context.n_cases, context.n_controls, context.p_value) == (31, 36, 0.4)
    for column in (
        "study_type", "host", "body_site", "population", "comparator", "method", "effect", "via",
        "condition", "purpose",
    ):  # fmt: skip
        assert getattr(context, column) == FULL[column]
    (paper,) = (one.publication for one in yielded if isinstance(one, Citation))
    assert paper.authors == ("Doe J", "Roe R")
    assert (paper.doi, paper.year, paper.kind) == ("10.1000/xyz", 2020, "primary")
    assert (paper.title, paper.journal) == (FULL["title"], "Journal of Tests")
    assert RowsRead(1) in yielded


def test_headers_may_be_called_otherwise() -> None:
    text = (
        "Subject ID,Direction,OBJECT,PubMed ID,Group 1 sample size,Species,Notes,my own\n"
        f"{AKKERMANSIA},increased,{MS},https://pubmed.ncbi.nlm.nih.gov/123/,60,mouse,hm,x\n"
    )
    (one,) = evidence(read(claims_table, "t.csv", text))
    assert one.cited == ("PMID:123",)
    assert (one.context.n_cases, one.context.host) == (60, "mouse")


def test_a_name_a_synonym_and_another_id_are_the_entity_and_the_match_is_told() -> None:
    for said in ("multiple sclerosis", "MS", "DOID:2377", "mondo:0005301"):
        (one,) = evidence(read(claims_table, "t.csv", one_row(object=said)))
        assert one.object == MS
        assert one.inferred == f"object {said!r} read as multiple sclerosis ({MS})"
    (one,) = evidence(read(claims_table, "t.csv", one_row()))
    assert one.inferred == ""


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("is decreased in", f"{AKKERMANSIA}~DECREASED_IN~{MS}"),
        ("depleted in", f"{AKKERMANSIA}~DECREASED_IN~{MS}"),
        ("increased in", f"{AKKERMANSIA}~INCREASED_IN~{MS}"),
        ("biolink:causes", f"{AKKERMANSIA}~CAUSES~{MS}"),
        ("caused by", f"{MS}~CAUSES~{AKKERMANSIA}"),
        ("HAS_DECREASED", f"{MS}~DECREASED_IN~{AKKERMANSIA}"),
        ("associated with", f"{MS}~ASSOCIATED_WITH~{AKKERMANSIA}"),
    ],
)
def test_a_predicate_by_name_phrase_synonym_or_inverse(said: str, claim: str) -> None:
    (one,) = evidence(read(claims_table, "t.csv", one_row(predicate=said)))
    assert one.claim.id == claim
    assert one.subject == AKKERMANSIA  # in the order of the row


def test_words_for_stance_certainty_and_negation() -> None:
    (one,) = evidence(read(claims_table, "t.csv", one_row(certainty="may", negation="yes")))
    assert (one.stance, one.certainty, one.negation) == ("refutes", "suggested", "denied")
    (one,) = evidence(read(claims_table, "t.csv", one_row(stance="against", negation="no")))
    assert (one.stance, one.negation) == ("refutes", "")


def test_an_entity_that_is_new_is_named_by_any_row_of_the_table() -> None:
    text = (
        "subject,subject name,predicate,object,pmid\n"
        f"NCBITaxon:76892,,INCREASED_IN,{MS},1\n"
        f"NCBITaxon:76892,Caulobacteraceae,INCREASED_IN,{MS},2\n"
    )
    yielded = read(claims_table, "t.csv", text)
    assert len(evidence(yielded)) == 2
    (new,) = (
        one.entity
        for one in yielded
        if isinstance(one, Definition) and one.entity.id == "NCBITaxon:76892"
    )
    assert (new.name, new.category) == ("Caulobacteraceae", "Taxon")


def test_every_problem_of_a_row_is_said_at_once_and_other_rows_load() -> None:
    text = (
        "subject,predicate,object,stance,certainty,n cases,p value,pmid,year,body site\n"
        f"Akermansia,growing in,SCTID:24700007,perhaps,sure,many,2,abc,16,stool\n"
        f"{AKKERMANSIA},INCREASED_IN,{MS},,,,,1,,\n"
    )
    yielded = read(claims_table, "t.csv", text)
    assert len(evidence(yielded)) == 1
    (said,) = rejected(yielded)
    assert said.startswith("2: subject 'Akermansia' is no name that Gutgraph knows. Nearest: ")
    assert "Akkermansia" in said
    for problem in (
        "predicate 'growing in' is no predicate. Use one of ASSOCIATED_WITH, INCREASED_IN,",
        "object 'SCTID:24700007' has a prefix that is none of NCBITaxon, MONDO,",
        "stance 'perhaps' is none of supports, refutes. Use one of these, or leave it blank.",
        "certainty 'sure' is none of asserted, suggested, proposed. Use one of these",
        "n cases 'many' is not a whole number. Write digits alone, for example 60.",
        "p value '2' is not between 0 and 1. Write it as 0.03, or as <0.001.",
        "pmid 'abc' is no PMID. Write it a number, for example 27352007.",
        "year '16' is no year. Write four digits, for example 2016.",
    ):
        assert problem in said
    assert RowsRead(2) in yielded


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"subject": ""},
            "subject '' is empty. Give a CURIE or a name.",
        ),
        (
            {"subject": "NCBITaxon:841", "subject_name": "Akkermansia"},
            f"subject_name 'Akkermansia' is {AKKERMANSIA}, and subject says NCBITaxon:841 "
            "(Roseburia). Mend the one that is wrong.",
        ),
        (
            {"subject": "NCBITaxon:76892"},
            "subject 'NCBITaxon:76892' is an id that Gutgraph does not know. "
            "Check it, and fill in subject_name.",
        ),
        (
            {"subject": "GUT:new", "subject_name": "new"},
            "subject 'GUT:new' does not tell what it is. Fill in subject_category.",
        ),
        (
            {"negation": "denied", "stance": "supports"},
            "negation 'denied' goes with a stance of refutes alone. "
            "Write refutes for the stance, or leave the negation blank.",
        ),
        (
            {"pmid": ""},
            "'The row' says nothing of where this stands. "
            "Give its pmid, doi or title, or at least a quote.",
        ),
        (
            {"doi": "xyz"},
            "doi 'xyz' is no DOI. Write it as 10.1038/ncomms12015.",
        ),
    ],
)
def test_a_row_that_is_wrong_is_rejected_in_words(cells: dict[str, str], said: str) -> None:
    yielded = read(claims_table, "t.csv", one_row(**cells))
    assert evidence(yielded) == []
    assert [text.replace("The row says", "'The row' says") for text in rejected(yielded)] == [
        f"2: {said}"
    ]


def test_a_bound_is_no_p_value() -> None:
    (one,) = evidence(read(claims_table, "t.csv", one_row(p_value="<0.001", effect="d = 0.4")))
    assert one.context.p_value is None
    assert one.context.effect == "d = 0.4, p < 0.001"


def test_a_row_with_a_quote_alone_is_evidence_that_cites_nothing() -> None:
    (one,) = evidence(read(claims_table, "t.csv", one_row(pmid="", quote="It was more.")))
    assert one.cited == ()


def test_rows_that_say_the_same_are_told_apart_or_refused() -> None:
    head, row = one_row().splitlines()
    other = row.replace('"1"', '"2"')
    yielded = read(claims_table, "t.csv", f"{head}\n{row}\n{other}\n{row}\n")
    assert len({one.id for one in evidence(yielded)}) == 2
    assert len(evidence(yielded)) == 2
    (said,) = rejected(yielded)
    assert said.startswith("4: ")
    assert said.endswith("repeats line 2. Delete one of them, or give each a row_id.")
    table = f"{head},row id,effect\n{row},a,x\n{row},a,y\n{row},b,x\n"
    yielded = read(claims_table, "t.csv", table)
    assert len({one.id for one in evidence(yielded)}) == 2
    assert rejected(yielded) == ["3: row id 'a' is the id of line 2. Give each row its own."]


def test_one_quote_of_two_papers_is_two_pieces_of_evidence() -> None:
    head, row = one_row(quote="It was more.").splitlines()
    other = row.replace('"1"', '"2"')
    yielded = read(claims_table, "t.csv", f"{head}\n{row}\n{other}\n")
    assert len({one.id for one in evidence(yielded)}) == 2


def test_the_order_of_rows_does_not_change_ids() -> None:
    head, *rows = EXAMPLE.read_text(encoding="utf-8").split("\nsubject")[1].splitlines()
    there, back = (
        {
            one.id
            for one in evidence(read(claims_table, "t.tsv", "\n".join([f"subject{head}", *one])))
        }
        for one in (rows, rows[::-1])
    )
    assert there == back


def test_a_publication_that_is_known_brings_its_other_cells() -> None:
    yielded = read(claims_table, "t.csv", one_row(pmid="29860380"))
    (paper,) = (one.publication for one in yielded if isinstance(one, Citation))
    assert (paper.doi, paper.journal, paper.year) == ("10.1093/brain/awy131", "Brain", 2018)


def test_rows_that_contradict_each_other_on_a_paper_are_told() -> None:
    text = (
        "subject,predicate,object,pmid,doi,year,publication kind\n"
        f"{AKKERMANSIA},INCREASED_IN,{MS},1,10.1000/a,2016,primary\n"
        f"NCBITaxon:841,INCREASED_IN,{MS},1,10.1000/b,2017,review\n"
        f"NCBITaxon:838,INCREASED_IN,{MS},2,10.1000/A,,\n"
        f"NCBITaxon:816,INCREASED_IN,{MS},1,,,\n"
    )
    yielded = read(claims_table, "t.csv", text)
    assert [one.subject for one in evidence(yielded)] == [AKKERMANSIA, "NCBITaxon:816"]
    mend = "Mend the row that is wrong."
    assert rejected(yielded) == [
        f"3: doi '10.1000/b' is not what an earlier row says of PMID:1. {mend} "
        f"year '2017' is not what an earlier row says of PMID:1. {mend} "
        f"publication kind 'review' is not what an earlier row says of PMID:1. {mend}",
        f"4: doi '10.1000/A' is that of PMID 1 in an earlier row. {mend}",
    ]


def test_line_numbers_count_comments_and_lines_within_cells() -> None:
    text = f'# note\n\nsubject,predicate,object,quote\n,CAUSES,{MS},"two\nlines"\n,CAUSES,{MS},b\n'
    lines = [text.partition(":")[0] for text in rejected(read(claims_table, "t.csv", text))]
    assert lines == ["4", "6"]


def test_comments_before_the_header_describe_the_table() -> None:
    text = "# title: My table\n# licence: CC0-1.0\n# anything: else\n" + one_row()
    document = read(claims_table, "t.csv", text)[0]
    assert isinstance(document, Document)
    assert (document.title, document.licence, document.kind) == ("My table", "CC0-1.0", "table")
    assert document.id == "t.csv"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "t.csv",
            "subject,predicate,pmid\nMS,CAUSES,1\n",
            "t.csv:1: There is no column 'object' (the columns are subject, predicate, pmid). "
            "Rename the columns; `gutgraph template` writes a table with all of them.",
        ),
        (
            "t.csv",
            "subject,predicate,object,subject id,certainity\n",
            "t.csv:1: Two columns mean 'subject'; Column 'certainity' is not known; 'certainty' is "
            "(the columns are subject, predicate, object, subject id, certainity). "
            "Rename the columns; `gutgraph template` writes a table with all of them.",
        ),
        (
            "t.csv",
            "subject,predicate,object\n\n,,\n",
            "t.csv: There is no row below the header. Fill in a row.",
        ),
        (
            "t.csv",
            'subject,predicate,object\na,b,c\n"never closed,b,c\n',
            "t.csv:3: The row that begins here cannot be read (unexpected end of data). "
            'Close each quotation mark; one inside a quoted cell is written twice ("").',
        ),
        (
            "t.xlsx",
            b"PK\x03\x04 and no more",
            "t.xlsx: This is no workbook that can be read (BadZipFile). "
            "Save it as .xlsx anew, or as .csv.",
        ),
        ("t.xlsx", workbook([]), "t.xlsx: The sheet is empty. Fill in a table of claims."),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(name: str, data: str | bytes, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(claims_table, name, data)
    assert str(caught.value) == said


def test_lines_of_json_that_are_none_are_rejected_one_by_one() -> None:
    good = json.dumps(
        {"subject": {"id": AKKERMANSIA}, "predicate": "causes", "object": "MS", "pmid": 7}
    )
    bad = ['{"subject":', "[1]", json.dumps({"subject": "MS", "quote": {"a": 1}})]
    yielded = read(claims_table, "t.jsonl", "\n".join([good, *bad]))
    assert [one.cited for one in evidence(yielded)] == [("PMID:7",)]
    assert [text.partition(":")[0] for text in rejected(yielded)] == ["2", "3", "4"]


def test_numbers_and_dates_of_a_workbook_are_read_as_they_are_meant() -> None:
    rows: list[list[object]] = [
        ["# title: A book"],
        ["subject", "predicate", "object", "pmid", "n cases", "p value"],
        [None, None, None, None, None, None],
        [AKKERMANSIA, "causes", "MS", 27352007.0, 60, 0.03],
    ]
    yielded = read(claims_table, "t.xlsx", workbook(rows, "claims"))
    (one,) = evidence(yielded)
    assert one.cited == ("PMID:27352007",)
    assert (one.context.n_cases, one.context.p_value) == (60, 0.03)
    assert isinstance(yielded[0], Document)
    assert yielded[0].title == "A book"


def test_the_example_loads_cleanly_and_holds_the_facts() -> None:
    data = EXAMPLE.read_bytes()
    assert find_loader(EXAMPLE, data[:HEAD_BYTES]) is claims_table
    yielded = read(claims_table, "examples/" + EXAMPLE.name, data)
    assert rejected(yielded) == []
    assert len(evidence(yielded)) == 49
    assert len({one.claim.id for one in evidence(yielded)}) == 38
    assert isinstance(yielded[0], Document)
    assert yielded[0].licence == "CC BY 4.0 (BugSigDB, https://bugsigdb.org)"


@pytest.mark.parametrize("format_", ["csv", "tsv", "xlsx"])
def test_the_template_filled_in_is_a_table(format_: str) -> None:
    data = template(format_)
    path = Path(f"t.{format_}")
    row = {name: column.example for name, column in columns().items()}
    if format_ == "xlsx":
        book = load_workbook(io.BytesIO(data))
        book["claims"].append(list(row.values()))
        out = io.BytesIO()
        book.save(out)
        data = out.getvalue()
    else:
        mark = "," if format_ == "csv" else "\t"
        data += mark.join(f'"{cell}"' for cell in row.values()).encode() + b"\n"
    assert find_loader(path, data[:HEAD_BYTES]) is claims_table
    yielded = read(claims_table, str(path), data)
    assert rejected(yielded) == []
    assert len(evidence(yielded)) == 1
    assert isinstance(yielded[0], Document)
    assert (yielded[0].title, yielded[0].licence) == ("t", "")


def test_each_column_is_documented_and_no_word_stands_for_two_columns() -> None:
    text = (ROOT / "docs" / "claims-table.md").read_text(encoding="utf-8")
    assert [name for name in columns() if f"`{name}`" not in text] == []
    headers = [word for column in columns().values() for word in (column.name, *column.also)]
    folded = ["".join(c for c in word.casefold() if c.isalnum()) for word in headers]
    assert sorted({word for word in folded if folded.count(word) > 1}) == []


def test_each_word_of_the_tables_stands_for_a_value_of_the_model() -> None:
    from graph.model import vocabulary
    from graph.model.evidence import CERTAINTIES, NEGATIONS, PURPOSES, STANCES, STATUSES
    from graph.model.publication import KINDS

    allowed = {
        "stance": STANCES,
        "certainty": CERTAINTIES,
        "negation": NEGATIONS,
        "status": STATUSES,
        "publication_kind": KINDS,
        "purpose": PURPOSES,
        "predicate": tuple(vocabulary.predicates()),
    }
    strangers = [
        (kind, meaning)
        for kind, values in allowed.items()
        for meaning in words(kind).values()
        if meaning not in values
    ]
    assert strangers == []
