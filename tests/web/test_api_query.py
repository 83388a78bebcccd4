"""`/api/query`: a stranger's Cypher over HTTP."""

import json

import pytest

from tests.web.conftest import Dashboard
from tests.web.programs import Program
from tests.web.sample import MS


@pytest.fixture
def program(dashboard: Dashboard) -> Program:
    return Program(dashboard)


def test_a_query_is_answered_with_its_columns_rows_and_time(program: Program) -> None:
    answer = program.query("MATCH (n:Entity {id: $id}) RETURN n.id AS id, n.name AS name", id=MS)
    assert answer.status == 200
    assert answer.json["columns"] == ["id", "name"]
    assert answer.json["rows"] == [[MS, "multiple sclerosis"]]
    assert (answer.json["truncated"], answer.json["reason"]) == (False, "")
    assert 0 < answer.json["seconds"] < 10


def test_a_query_that_is_cut_says_so(program: Program) -> None:
    answer = program.query("UNWIND range(1, 5000) AS n RETURN n")
    assert len(answer.json["rows"]) == 1000
    assert answer.json["truncated"] is True
    assert answer.json["reason"].startswith("cut after 1,000 rows")


def test_a_write_is_refused_with_a_query_that_would_pass(program: Program) -> None:
    status, told = program.query("CREATE (n:Entity {id: 'x'})").problem
    assert status == 400
    assert "This would pass" in told


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b"{", 400, "JSON"),
        (b"[]", 400, "the body"),
        ({"text": "RETURN 1"}, 400, "query: Field required"),
        ({"query": "RETURN 1", "rows": 5}, 400, "rows"),
        ({"query": "RETURN $x", "parameters": {"x": 2**64}}, 400, "64 bits"),
        (b'{"query": "RETURN $x", "parameters": {"x": "\\ud800"}}', 400, "half a character"),
        (b'{"query": "RETURN 1", "parameters": ' + b"[" * 60_000, 400, ""),
        ({"query": "RETURN 1" + " " * 30_000}, 413, "30,008 characters"),
        ({"query": "RETURN 1" + " " * 2_000_000}, 413, "1,000,000 bytes"),
        ({"query": "RETURN 1 +"}, 400, ""),
    ],
)
def test_what_is_no_query_is_told_in_a_problem_document(
    program: Program, body: object, status: int, told: str
) -> None:
    code, said = program.post(body).problem
    assert code == status
    assert told in said
    assert "/" not in said.replace("'/'", "")
    assert "Traceback" not in said


def test_numbers_and_texts_that_json_has_no_word_for_come_as_text(program: Program) -> None:
    answer = program.query("RETURN 0.0 / 0.0 AS no, $half AS text", half="\u202e")
    assert answer.status == 200
    assert json.loads(answer.body, parse_constant=pytest.fail)["rows"][0][1] == "\u202e"
