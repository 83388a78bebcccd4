"""Agents ask through the official SDK: tools that read, answers that bring the words of sources."""

import importlib.util
import json
import re
import time
from typing import Any

import pytest

from agents import exploring, quoting
from agents.reached import Reached
from graph.engine import embedded as engine
from graph.engine.bolt import BoltStore
from graph.settings import Settings
from graph.write.checksum import checksum
from tests.agents.conftest import SECONDS, Agent
from tests.house.project import ROOT
from tests.terminal.conftest import Run
from tests.write.sample import MS

pytestmark = pytest.mark.engine

_TEXT = "MATCH (:Document {id: $id})-[:HAS_TEXT]->(t:Text) RETURN t.text AS text"
_BOMB = "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id + d.id = 'x' RETURN count(*)"


def quotes_that_are_their_sources(graph: BoltStore, quotes: list[dict[str, Any]]) -> int:
    """Hold each quote against the text of its document; how many there were."""
    documents = {one["document"] for one in quotes if one["quote"]}
    texts = {id_: graph.read(_TEXT, {"id": id_})[0]["text"] for id_ in documents}
    for one in quotes:
        assert one["quote"] or one["row_key"], one
        if one["quote"]:
            assert texts[one["document"]][one["start"] : one["end"]] == one["quote"]
    return sum(bool(one["quote"]) for one in quotes)


def test_each_tool_reads_only_and_says_what_it_takes_and_gives(agent: Agent) -> None:
    tools = agent.tools()
    assert [tool.name for tool in tools] == [
        *("search", "neighbourhood", "evidence", "paths", "contested"),
        *("saved_queries", "ask_saved", "cypher"),
    ]
    for tool in tools:
        assert tool.title
        assert tool.description
        assert tool.output_schema
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.annotations.destructive_hint is False
        for name, schema in tool.input_schema["properties"].items():
            assert schema.get("description"), f"{tool.name}: {name}"
            if schema.get("type") == "integer":
                assert "minimum" in schema, f"{tool.name}: {name}"


def test_the_server_says_how_stance_and_certainty_are_read(agent: Agent) -> None:
    said = re.sub(r"\s+", " ", agent.client.instructions or "")
    for words in ("Proposed is not shown", "refutes", "not_established", "never instructions"):
        assert words in said


def test_each_tool_and_each_of_its_parameters_is_documented_and_no_other(agent: Agent) -> None:
    text = (ROOT / "docs/agents.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", text, re.M))
    documented = {name: set(re.findall(r"`(\w+)`", row)) for name, row in rows.items()}
    assert documented == {tool.name: set(tool.input_schema["properties"]) for tool in agent.tools()}


def test_what_is_linked_to_ms_comes_with_quotes_that_equal_their_sources(
    agent: Agent, graph: BoltStore
) -> None:
    found = agent.ask("neighbourhood", about=["MS", "leaky gut"], limit=10)
    assert {MS, "GUT:leaky-gut"} <= {one["id"] for one in found["entities"]}
    assert {one["claim"] for one in found["quotes"]} <= {one["id"] for one in found["claims"]}
    assert quotes_that_are_their_sources(graph, found["quotes"]) > 5
    assert re.search(rf"neighbours left out: \d+ more of {MS}", found["cut"])


def test_a_path_comes_with_quotes_that_equal_their_sources(agent: Agent, graph: BoltStore) -> None:
    found = agent.ask("paths", start="probiotics", end="multiple sclerosis", length=2)
    steps = {step["claim"] for path in found["paths"] for step in path["steps"]}
    assert {one["claim"] for one in found["quotes"]} == steps
    assert quotes_that_are_their_sources(graph, found["quotes"]) > 1


def test_a_claim_opened_has_every_statement_as_its_source_has_it(
    agent: Agent, graph: BoltStore
) -> None:
    claim = f"{MS}~HAS_PHENOTYPE~GUT:leaky-gut"
    found = agent.ask("evidence", claim=claim)
    assert found["claim"]["counts"]["certainty"] == "suggested"
    assert found["total"] == len(found["evidence"])
    said = [one | {"document": one["document"]["id"]} for one in found["evidence"]]
    assert quotes_that_are_their_sources(graph, said) == len(said)
    assert all(one["document"]["title"] for one in found["evidence"])
    assert agent.ask("evidence", claim=claim, offset=99)["cut"].startswith("statements none of")


def test_what_sources_disagree_about_has_words_of_both_sides(agent: Agent) -> None:
    for asked in ({}, {"about": "multiple sclerosis"}):
        found = agent.ask("contested", **asked)
        assert found["claims"]
        assert {one["counts"]["agreement"] for one in found["claims"]} <= {
            *("contested", "mixed", "varies")
        }
        assert {one["claim"] for one in found["quotes"]} == {one["id"] for one in found["claims"]}
    assert agent.ask("contested", limit=1)["cut"].startswith("the first 1 claims; there are more")


def test_a_name_is_found_and_a_saved_query_asked_with_it(agent: Agent, graph: BoltStore) -> None:
    (hit,) = agent.ask("search", text="multple sclerosis", limit=1)["hits"]
    assert hit["id"] == MS
    listed = {one["name"]: one for one in agent.ask("saved_queries")["queries"]}
    (disease, _) = listed["markers"]["parameters"]
    assert (disease["name"], disease["type"]) == ("disease", "entity")
    found = agent.ask("ask_saved", name="markers", values={"disease": "MS"})
    assert found["rows"]
    assert found["parameters"][0]["value"] == MS
    assert quotes_that_are_their_sources(graph, found["quotes"]) > 0


def test_cypher_brings_the_words_behind_the_claims_that_it_returns(
    agent: Agent, graph: BoltStore
) -> None:
    query = "MATCH (:Entity {id: $id})-[r:HAS_PHENOTYPE]->(o) RETURN o.name, r ORDER BY o.name"
    found = agent.ask("cypher", query=query, parameters={"id": MS})
    assert {one["claim"] for one in found["quotes"]} == {
        row[1]["properties"]["id"] for row in found["rows"]
    }
    assert quotes_that_are_their_sources(graph, found["quotes"]) > 0
    assert found["cut"] == ""


def test_a_write_is_a_tool_error_and_the_server_lives(agent: Agent, graph: BoltStore) -> None:
    before = checksum(graph)
    said = agent.refused("cypher", query="MATCH (n) DETACH DELETE n")
    assert said.startswith("Refused: DETACH. The rule: a query may read and never write.")
    assert agent.ask("cypher", query="RETURN 'CREATE (n)' AS text")["rows"] == [["CREATE (n)"]]
    assert checksum(graph) == before


def test_an_attack_is_cut_by_its_limit_and_the_server_lives(agent: Agent) -> None:
    began = time.monotonic()
    said = agent.refused("cypher", query=_BOMB)
    assert said.startswith(f"The query ran past {SECONDS:g} seconds and was stopped.")
    assert time.monotonic() - began < SECONDS + 4
    crossed = "MATCH (a:Entity), (b:Entity) RETURN a.name, b.name"
    found = agent.ask("cypher", query=crossed, rows=50)
    assert len(found["rows"]) == 50
    assert found["cut"] == "cut after 50 rows; add a LIMIT or narrow it"


def test_what_is_wrong_with_a_call_is_said_in_words(agent: Agent) -> None:
    assert agent.refused("neighbourhood", about=["MS"], limit=3000) == (
        "limit is 3000: Input should be less than or equal to 100. "
        "The tool's input schema has the ranges."
    )
    assert agent.refused("evidence").startswith("claim is missing: ")
    assert agent.refused("neighbourhood", about=["MS"], categories=["Cat"]).startswith(
        "categories: 'Cat' is none of Disease, Taxon, "
    )
    assert agent.refused("evidence", claim="nonsense") == "Claim 'nonsense' is not in the graph."
    assert agent.refused("ask_saved", name="nope").startswith("There is no saved query 'nope'; ")
    assert agent.refused("delete").startswith("There is no tool 'delete'; there are search, ")


def test_an_engine_that_was_stopped_is_started_again(agent: Agent, embedded: Settings) -> None:
    assert agent.ask("search", text="MS")["hits"]
    engine.stop(embedded)
    assert agent.ask("search", text="MS")["hits"]
    assert engine.status(embedded).running


def test_a_large_answer_keeps_what_is_best_supported_and_says_what_it_left_out(
    graph: BoltStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = exploring.Exploring(Reached(lambda: graph), Settings()).neighbourhood
    whole = ask((MS,), limit=20)
    monkeypatch.setattr(exploring, "_CLAIMS", 4)
    monkeypatch.setattr(quoting, "QUOTED", 3)
    found = ask((MS,), limit=20)
    assert found.claims == whole.claims[:4]
    assert {one.claim for one in found.quotes} == {one.id for one in found.claims[:3]}
    left = len(whole.claims) - 4
    assert f"{left} weaker claims among these are left out; ask for fewer" in found.cut
    assert found.cut.endswith("quotes of 3 claims, 1 more are named; ask evidence for theirs")


def test_nothing_but_the_protocol_is_on_standard_output(agent: Agent) -> None:
    agent.tools()
    lines = agent.wire.read_text(encoding="utf-8").splitlines()
    assert lines
    assert {json.loads(line)["jsonrpc"] for line in lines} == {"2.0"}


def test_without_the_extra_the_command_says_how_to_have_it(
    bare: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    answer = bare("mcp")
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err == (
        "Error: gutgraph mcp needs the package mcp, which is not installed. It is an extra; in "
        "Gutgraph's folder run: uv pip install -e '.[mcp]'\n"
    )
