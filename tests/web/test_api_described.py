"""The description of the routes: every answer is what it says, and the documents name all of it."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.house.project import ROOT
from tests.web.conftest import TOKEN, Dashboard
from tests.web.programs import PROBLEM, Program
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS
from web.api.query import AskedQuery

DOCUMENT = (ROOT / "docs/http.md").read_text(encoding="utf-8")
CLAIM = f"{COPROCOCCUS}~INCREASED_IN~{MS}"
# Addresses of each route that ask for something it has.
ASKED = {
    "/health": ["/health"],
    "/api/search": ["/api/search?q=ms", "/api/search?q=a&limit=1", "/api/search?q="],
    "/api/entities/{id}": [f"/api/entities/{MS}", f"/api/entities/{LEAKY}?limit=1"],
    "/api/entities/{id}/neighbours": [f"/api/entities/{MS}/neighbours?limit=2"],
    "/api/claims/{id}": [f"/api/claims/{CLAIM}", f"/api/claims/{CLAIM}?offset=10"],
    "/api/paths": [f"/api/paths?start={AKKERMANSIA}&end={LEAKY}", "/api/paths?start=MS&end=MS"],
    "/api/saved": ["/api/saved"],
    "/api/saved/{name}": ["/api/saved/taxa_in_disease", "/api/saved/both_sides?about=MS"],
}


@pytest.fixture
def program(dashboard: Dashboard) -> Program:
    return Program(dashboard)


@pytest.fixture
def described(program: Program) -> Any:
    return program.get("/api/openapi.json").json


def validator(described: Any, answer: Any) -> Draft202012Validator:
    (kind,) = answer["content"].values()
    return Draft202012Validator(kind["schema"] | {"components": described["components"]})


def operations(described: Any) -> dict[tuple[str, str], Any]:
    return {
        (method, path): one
        for path, methods in described["paths"].items()
        for method, one in methods.items()
    }


def test_each_route_answers_what_its_description_says(program: Program, described: Any) -> None:
    left = operations(described)
    for path, addresses in ASKED.items():
        schema = validator(described, left.pop(("get", path))["responses"]["200"])
        for address in addresses:
            answer = program.get(address)
            assert answer.status == 200, answer.body
            schema.validate(answer.json)
    one = left.pop(("post", "/api/query"))
    answer = program.query("MATCH (n:Entity)-[r]->(m) RETURN n, r, m.name, null AS no LIMIT 3")
    validator(described, one["responses"]["200"]).validate(answer.json)
    assert left == {}


def test_no_answer_has_a_field_that_is_not_described(program: Program, described: Any) -> None:
    """The schemas allow further fields, for those of a later version; this one has none."""
    for schema in described["components"]["schemas"].values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    test_each_route_answers_what_its_description_says(program, described)


def test_each_error_is_the_problem_that_is_described(program: Program, described: Any) -> None:
    for (method, path), one in operations(described).items():
        for code in ("4XX", "5XX"):
            assert set(one["responses"][code]["content"]) == {PROBLEM}
        assert "422" not in one["responses"]
        if path == "/health":
            continue
        wrong = path.replace("{id}", "X%3Anobody").replace("{name}", "nothing")
        answer = program.send(method.upper(), f"{wrong}?colour=red", b"{}")
        assert 400 <= answer.problem[0] < 500
        validator(described, one["responses"]["4XX"]).validate(answer.json)


def test_every_field_and_parameter_has_words_or_speaks_for_itself(described: Any) -> None:
    silent = [
        f"{name}.{field}"
        for name, schema in described["components"]["schemas"].items()
        for field, one in schema.get("properties", {}).items()
        if one.get("type") in {"string", "integer", "number", "boolean"}
        and "description" not in one
    ]
    # Names of what is well known, of a title or a question as a person reads it.
    plain = {"name", "title", "question", "journal", "year", "status", "detail", "effect"}
    assert {one.partition(".")[2] for one in silent} <= plain | {
        "study_type",
        "host",
        "body_site",
        "population",
        "comparator",
        "method",
    }
    for (_, path), one in operations(described).items():
        assert one["summary"]
        for parameter in one.get("parameters", ()):
            assert parameter["description"], (path, parameter["name"])


def test_the_documents_name_each_route_and_no_other(described: Any) -> None:
    named = re.findall(r"^\| `(GET|POST) ([^`?]+)[^`]*`", DOCUMENT, re.M)
    routes = {(method.upper(), path) for method, path in operations(described)}
    assert set(named) == routes | {("GET", "/api/openapi.json")}


def test_the_documents_name_each_parameter_of_a_route(described: Any) -> None:
    for (method, path), one in operations(described).items():
        (row,) = re.findall(rf"^\| `{method.upper()} {re.escape(path)}[`?].*$", DOCUMENT, re.M)
        for parameter in one.get("parameters", ()):
            assert parameter["in"] == "path" or f"`{parameter['name']}`" in row, (path, parameter)


def test_the_example_of_a_query_is_one(program: Program) -> None:
    fields = AskedQuery.model_json_schema()["properties"]
    query, parameters = (fields[name]["examples"][0] for name in ("query", "parameters"))
    assert program.query(query, **parameters).json["rows"] == [["multiple sclerosis"]]


def test_the_program_of_the_documents_runs(
    dashboard: Dashboard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (written,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.S)
    server = dashboard.address.rstrip("/")
    script = tmp_path / "program.py"
    script.write_text(written.replace("http://127.0.0.1:8501", server), encoding="utf-8")
    monkeypatch.setenv("GUTGRAPH_TOKEN", TOKEN)
    runpy.run_path(str(script))
    said = capsys.readouterr().out
    assert "Akkermansia is increased in multiple sclerosis 2\n" in said
    assert "['name', 'papers']" in said
