"""What the console makes of a question and of an answer, without a browser."""

import asyncio
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message

from graph.ask.answers import Table
from graph.ask.running import Running
from graph.errors import GutgraphError, QueryCancelled
from web.api.wanted import while_wanted
from web.console.address import question_of, written
from web.console.desk import Answer, Desk, Question
from web.console.files import file_name
from web.console.files import written as file_of
from web.console.monaco import monaco_files
from web.console.readable import readable
from web.console.recognised import recognised
from web.console.told import said
from web.console.values import names, typed

_GUT = {
    "labels": ["Entity", "Phenotype"],
    "properties": {"id": "GUT:leaky-gut", "name": "leaky gut"},
}
_MS = {"labels": ["Disease", "Entity"], "properties": {"id": "MONDO:0005301", "name": "MS"}}
_PAPER = {"labels": ["Publication"], "properties": {"id": "PMID:1", "title": "A title"}}
_CLAIM_ID = "GUT:leaky-gut~CONTRIBUTES_TO~MONDO:0005301"
_CLAIM = {
    "type": "CONTRIBUTES_TO",
    "from": "GUT:leaky-gut",
    "to": "MONDO:0005301",
    "properties": {"id": _CLAIM_ID},
}
_CITES = {"type": "CITES", "from": "a page", "to": "PMID:1", "properties": {}}


def table(*columns: str, rows: list[tuple[Any, ...]]) -> Table:
    return Table(columns, tuple(rows), truncated=False, seconds=0.123)


def test_a_parameter_is_found_where_cypher_has_one_and_not_in_strings_names_or_comments() -> None:
    text = """MATCH (n {id: $id}) // not $one
    WHERE n.name = '$two \\' $three' AND n.`$four` > $größe /* $five
    */ RETURN "$six", $id, $_7, n.x$y"""
    assert names(text) == ("id", "größe", "_7", "y")
    assert names("RETURN '$open") == ()


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("5", 5),
        ('"5"', "5"),
        ("-1.5e3", -1500.0),
        ("true", True),
        ("null", None),
        ('["a", 1]', ["a", 1]),
        ("{", "{"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("007", "007"),
        (" leaky gut ", "leaky gut"),
        ("'); DROP", "'); DROP"),
        ("9223372036854775807", 2**63 - 1),
    ],
)
def test_a_value_is_json_where_it_reads_as_json_and_text_everywhere_else(
    raw: str, value: object
) -> None:
    assert typed("RETURN $x", {"x": raw}) == {"x": value}


@pytest.mark.parametrize("raw", ["9223372036854775808", "9" * 5000, "[-1e999]", "[" * 100_000])
def test_a_number_or_depth_that_no_engine_takes_is_refused_before_it_is_sent(raw: str) -> None:
    with pytest.raises(GutgraphError, match=r"\$x has a number or a depth that no engine takes"):
        typed("RETURN $x", {"x": raw})


def test_every_value_that_is_missing_is_named_with_the_way_out() -> None:
    with pytest.raises(GutgraphError) as refused:
        typed("RETURN $a, $b, $c", {"b": "1", "c": " ", "d": "2"})
    assert str(refused.value) == (
        '$a has no value; type one (null for none, "" for an empty text); '
        '$c has no value; type one (null for none, "" for an empty text).'
    )


def test_a_question_and_its_values_are_the_address_until_it_is_too_long() -> None:
    question = Question("RETURN $a + $b", {"a": "1", "b": "x y"})
    address, fits = written(question, {"theme": "dark", "saved": "markers", "p.c": "gone"})
    assert fits
    assert address == {"cypher": "RETURN $a + $b", "p.a": "1", "p.b": "x y", "theme": "dark"}
    assert question_of({**address, "p.c": "of no use"}) == question
    assert question_of({"theme": "dark"}) is None
    assert written(Question("RETURN 1 //" + "x" * 2000), {"theme": "dark"}) == (
        {"theme": "dark"},
        False,
    )


def test_values_of_the_graph_are_said_as_cypher_draws_them() -> None:
    assert readable(_GUT) == "(leaky gut :Phenotype)"
    assert readable({"labels": ["Entity"], "properties": {}}) == "( :Entity)"
    assert readable(_CLAIM) == "[:CONTRIBUTES_TO]"
    path = {"nodes": [_MS, _GUT], "relations": [_CLAIM]}
    assert readable(path) == "(MS)<-[CONTRIBUTES_TO]-(leaky gut)"
    assert readable([_GUT, _MS]) == "(leaky gut :Phenotype), (MS :Disease)"
    assert readable(["a", None]) == '["a", null]'
    assert readable({"a": 1}) == '{"a": 1}'


def test_entities_and_claims_are_recognised_and_what_is_neither_is_counted() -> None:
    rows = [(_PAPER, [{"x": {"nodes": [_MS, _GUT], "relations": [_CLAIM, _CITES]}}], "CHEBI:1")]
    found = recognised(table("p", "list", "text", rows=rows))
    assert set(found.entities) == {"MONDO:0005301", "GUT:leaky-gut"}
    assert found.claims == (_CLAIM_ID,)
    assert found.others == {"CITES": 1}
    assert found.apart == {"Publication": 1}


def test_ids_are_recognised_in_columns_called_so_and_a_lie_is_nothing() -> None:
    named = recognised(table("id", "e.id", "claim_ids", rows=[("CHEBI:1", None, [_CLAIM_ID])]))
    assert named.entities == ("CHEBI:1", "GUT:leaky-gut", "MONDO:0005301")
    lie = {**_CLAIM, "type": "CITES", "properties": {"id": 7}}
    broken = {"labels": ["Entity"], "properties": {"id": ["CHEBI:1"]}}
    assert not recognised(table("r", "n", "id", rows=[(lie, broken, "no id")]))


def test_files_hold_the_question_and_no_formula_of_a_document() -> None:
    rows = [("=1+1", _GUT, None), ("a\tb\nc", 3, True)]
    answer = Answer(Question("RETURN 1"), table("x", "n", "z", rows=rows))
    text = file_of(answer, "csv").decode("utf-8-sig")
    assert text.splitlines()[:2] == ["x,n,z", "'=1+1,(leaky gut :Phenotype),"]
    assert file_of(answer, "tsv").decode() == (
        "x\tn\tz\n'=1+1\t(leaky gut :Phenotype)\t\na b c\t3\tTrue"
    )
    named = Answer(answer.question, table("=1+1", rows=[(" \n@SUM(A1)",)]))
    assert file_of(named, "csv").decode("utf-8-sig").splitlines()[0] == "'=1+1"
    assert file_of(named, "tsv").decode() == "'=1+1\n'@SUM(A1)"
    whole = json.loads(file_of(answer, "json"))
    assert (whole["query"], whole["rows"][0][1], whole["seconds"]) == ("RETURN 1", _GUT, 0.123)
    assert file_name(answer, "csv") == f"gutgraph-query-{answer.when:%Y-%m-%d-%H%M%S}.csv"


def test_a_tab_keeps_its_last_answers_and_no_more_than_memory_allows() -> None:
    desk = Desk()
    questions = [Question(f"RETURN {number}") for number in range(6)]
    numbers = [desk.keep(Answer(one, table("x", rows=[(1,)]))) for one in questions]
    assert desk.latest(questions[0]) is None
    assert desk.answer(numbers[1]) is None
    kept = desk.latest(questions[5])
    assert kept is not None
    assert kept[0] == numbers[5]
    large = Answer(Question("RETURN 7"), table("x", rows=[(1,)] * 50_000))
    assert desk.answer(desk.keep(large)) is large
    assert desk.answer(numbers[5]) is None


def test_a_query_is_cancelled_when_whoever_asked_hangs_up() -> None:
    async def hung_up() -> Message:
        return {"type": "http.disconnect"}

    running = Running()
    request = Request({"type": "http"}, hung_up)
    began = time.monotonic()

    def asked() -> None:
        asyncio.run(while_wanted(request, lambda: running.wait(_endless(running), 30.0), running))

    # In a thread of its own: the browser's tests keep a loop in this one.
    with ThreadPoolExecutor(1) as pool, pytest.raises(QueryCancelled):
        pool.submit(asked).result()
    assert time.monotonic() - began < 5
    assert running.stop.is_set()  # the engine is told to let go of it


def _endless(running: Running) -> Callable[[], str]:
    return lambda: str(running.stop.wait(30.0))


def test_how_much_and_how_long_is_said_plainly() -> None:
    assert said(Table((), (), truncated=False, seconds=0.0001)) == "No rows in 0.01 s"
    assert said(Table(("x",), ((1,),), truncated=False, seconds=0.126)) == "1 row in 0.13 s"
    assert said(Table(("x",), ((1,),) * 1000, True, "…", 1.234)) == "1,000 rows in 1.2 s"


def test_the_editors_files_are_served_under_their_version() -> None:
    files = monaco_files()
    assert set(files) == {"css", "api", "cypher", "worker"}
    assert all(one.startswith("/vendor/monaco/0.") for one in files.values())
