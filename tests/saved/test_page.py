"""What the page and the files say of a saved query's answer, without a browser."""

import json

import pytest

from graph.ask.answers import Table
from graph.ask.saved import SavedAnswer, every_saved
from graph.ask.saved_file import TOPICS, Parameter, SavedQuery
from graph.ask.saved_values import Taken
from shapes.saved import query_shape
from web.saved import answer, catalogue, filled_in, form
from web.saved_files import as_csv, as_json

_HOST = Parameter("host", "text", "Where.", "Homo sapiens")
_LIMIT = Parameter("limit", "integer", "Rows.", "100", least=1, most=1000)
_TEXT = "MATCH (n) WHERE n.host = $host RETURN n.id AS id LIMIT $limit\n"
_QUERY = SavedQuery("one", "A title", "What?", "taxa", (_HOST, _LIMIT), _TEXT)
_CLAIM = "CHEBI:1~INCREASES~CL:2"


def asked(host: str, columns: tuple[str, ...] = (), *rows: tuple[object, ...]) -> SavedAnswer:
    values = (Taken(_HOST, host, host, said="it was taken"), Taken(_LIMIT, "100", 100))
    return SavedAnswer(_QUERY, values, Table(columns, rows, truncated=False))


def test_a_claim_is_said_in_one_cell_that_leads_to_the_canvas() -> None:
    columns = ("subject_id", "subject", "says", "object_id", "object", "papers", "claim_id")
    found = answer(asked("x", columns, ("CHEBI:1", "zinc", "INCREASES", "CL:2", "T", 3, _CLAIM)))
    assert found["columns"] == ["claim", "papers"]
    (row,) = found["rows"]
    assert [(cell["text"], cell["number"]) for cell in row["cells"]] == [
        ("zinc increases T", False),
        ("3", True),
    ]
    assert row["link"] == "./?ids=CHEBI%3A1%2CCL%3A2&focus=CHEBI%3A1~INCREASES~CL%3A2"
    assert found["all"] == "./?ids=CHEBI%3A1%2CCL%3A2"
    assert found["said"] == ["host: it was taken"]


def test_a_way_keeps_the_direction_of_each_claim() -> None:
    columns = ("way", "says", "way_ids", "claim_ids")
    row = (["T", "zinc"], ["INCREASES"], ["CL:2", "CHEBI:1"], [_CLAIM])
    back = answer(asked("x", columns, row))
    assert back["columns"] == ["way"]
    assert back["rows"][0]["cells"][0]["text"] == "T ← increases — zinc"
    forth = (["zinc", "T"], ["INCREASES"], ["CHEBI:1", "CL:2"], [_CLAIM])
    said = answer(asked("x", columns, forth))["rows"][0]["cells"][0]["text"]
    assert said == "zinc — increases → T"


def test_a_publication_leads_to_where_it_is_and_nothing_else_does() -> None:
    rows = [(id_,) for id_ in ("PMID:7", "DOI:10.1000/<a>", "DOI:no", "javascript:alert(1)")]
    found = answer(asked("x", ("publication",), *rows))
    assert [row["cells"][0]["link"] for row in found["rows"]] == [
        "https://pubmed.ncbi.nlm.nih.gov/7/",
        "https://doi.org/10.1000/%3Ca%3E",
        "",
        "",
    ]
    assert {row["link"] for row in found["rows"]} == {""}


@pytest.mark.parametrize(
    ("value", "literal"), [("a'b\\", r"'a\'b\\'"), ("$limit $host", "'$limit $host'")]
)
def test_the_console_gets_the_values_as_cypher_writes_them(value: str, literal: str) -> None:
    assert filled_in(asked(value)) == (
        f"MATCH (n) WHERE n.host = {literal} RETURN n.id AS id LIMIT 100\n"
    )


def test_files_hold_every_column_and_no_formula() -> None:
    found = asked("x", ("object_id", "names", "n"), ("CL:2", ["=SUM(A1)", "b"], -3))
    assert (
        as_csv(found.table).decode("utf-8-sig") == "object_id,names,n\r\nCL:2,'=SUM(A1); b,-3\r\n"
    )
    assert json.loads(as_json(found)) == {
        "name": "one",
        "title": "A title",
        "question": "What?",
        "parameters": [
            {"name": "host", "value": "x", "taken": "it was taken"},
            {"name": "limit", "value": 100},
        ],
        "columns": ["object_id", "names", "n"],
        "rows": [["CL:2", ["=SUM(A1)", "b"], -3]],
        "truncated": False,
        "reason": "",
    }


def test_a_form_has_a_field_for_each_parameter_with_what_was_given() -> None:
    query = every_saved()["contested"]
    fields = form(query, {"category": "Taxon"}, {})["fields"]
    assert [(one["name"], one["value"]) for one in fields] == [
        ("kind", "any"),
        ("predicate", ""),
        ("category", "Taxon"),
        ("limit", "100"),
    ]
    assert fields[1]["choices"][:2] == [
        {"value": "", "label": "anything"},
        {"value": "ASSOCIATED_WITH", "label": "is associated with"},
    ]


def test_every_query_is_listed_under_its_topic_and_described() -> None:
    listed = catalogue(every_saved().values())
    assert [topic["topic"] for topic in listed] == list(TOPICS.values())
    names = [query["name"] for topic in listed for query in topic["queries"]]
    assert names == list(every_saved())
    assert query_shape(every_saved()["markers"]).written()["parameters"][0] == {
        "name": "disease",
        "type": "entity",
        "help": "The disease or condition.",
        "default": "MONDO:0005301",
        "choices": [],
        "optional": False,
    }
