"""The console's examples and its schema card are true of a graph, on both engines."""

import pytest

from graph.ask import console
from graph.ask.examples import QUESTIONS, WALKS, Example, questions, walks
from graph.ask.overview import overview
from graph.ask.schema_card import CLAIM, counted, properties, schema_card
from graph.engine.bolt import BoltStore
from graph.model.vocabulary import predicates
from graph.settings import Settings
from tests.house.project import ROOT
from web.console.recognised import recognised
from web.console.values import names, typed

pytestmark = pytest.mark.engine

_AKKERMANSIA = "NCBITaxon:239934~INCREASED_IN~MONDO:0005301"
_EVERY = (*questions(), *walks())
# How the graph is kept, and what its search looks names up by: nothing to ask for.
_INNER = {"name_keys", "near_keys", "search_text", "degree_digits"}
_KEYS = "MATCH (n:Entity) UNWIND keys(n) AS key RETURN DISTINCT key AS key"
_CLAIM_KEYS = "MATCH (:Entity)-[r]->(:Entity) UNWIND keys(r) AS key RETURN DISTINCT key AS key"


def test_every_text_of_the_folder_is_an_example_and_there_are_enough() -> None:
    assert {path.stem for path in (ROOT / "cypher/console").iterdir()} == {*QUESTIONS, *WALKS}
    assert len(_EVERY) >= 8
    assert all(names(one.text) == tuple(one.values) for one in _EVERY)
    assert all(one.why for one in walks() if one.name != "counted")


@pytest.mark.parametrize("example", _EVERY, ids=lambda one: one.name)
def test_an_example_runs_through_the_guard_and_finds_something(
    ground: BoltStore, example: Example
) -> None:
    values = typed(example.text, example.values)
    table = console.run(ground, example.text, Settings(), values)
    assert table.rows
    assert not table.truncated
    plan = console.explain(ground, example.text, Settings(), values)
    assert plan.operator


def test_a_walk_over_claims_meets_entities_alone(ground: BoltStore) -> None:
    text = next(one.text for one in walks() if one.name == "claims_only")
    found = recognised(console.run(ground, text, Settings()))
    assert found.entities
    assert found.claims
    assert not found.others
    assert not found.apart


def test_the_walk_that_leaves_rejected_evidence_out_does(ground: BoltStore) -> None:
    rejected = ground.read(
        "MATCH (v:Review {verdict: 'rejected'}) MATCH (e:Evidence {id: v.evidence}) "
        "RETURN e.claim AS claim, e.quote AS quote"
    )[0]
    walk = next(one.text for one in walks() if one.name == "not_rejected")
    text = walk.replace(_AKKERMANSIA, rejected["claim"])
    left = console.run(ground, text, Settings())
    assert rejected["quote"] not in [row[1] for row in left.rows]
    text = text.replace("WHERE coalesce(verdict, '') <> 'rejected'\n", "")
    every = console.run(ground, text, Settings())
    assert rejected["quote"] in [row[1] for row in every.rows]


def test_the_card_has_the_words_of_this_graph_and_says_which_are_claims(ground: BoltStore) -> None:
    card = schema_card(ground)
    labels = {one.name for one in card.labels}
    assert {"Entity", "Disease", "Taxon", "Evidence", "Publication", "Document"} <= labels
    assert not labels & {"Graph", "Lease", "PublicationKey"}
    claims = {one.name: one.meaning for one in card.types if one.claim}
    assert claims.keys() <= predicates().keys()
    assert claims["INCREASED_IN"] == "is increased in"
    others = {one.name for one in card.types if not one.claim}
    assert {"SUBJECT", "OBJECT", "FOUND_IN"} <= others
    assert all(one.meaning for one in card.types)


def test_the_card_counts_what_is_there_and_not_what_is_known(ground: BoltStore) -> None:
    card = schema_card(ground)
    kept = {"Evidence": -1}
    found = counted(ground, card, kept)
    assert found["Evidence"] == -1
    assert found["Entity"] == overview(ground).entities
    rows = ground.read("MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(r) AS number")
    claims = {one.name for one in card.types if one.claim}
    assert {name: found[name] for name in claims if found[name]} == {
        row["type"]: row["number"] for row in rows
    }
    assert counted(ground, card, kept, seconds=0.0) == kept


def test_every_property_there_is_to_ask_for_has_its_meaning(ground: BoltStore) -> None:
    told = {of: {one.name for one in properties() if one.of == of} for of in ("Entity", CLAIM)}
    assert {row["key"] for row in ground.read(_KEYS)} - _INNER <= told["Entity"]
    assert {row["key"] for row in ground.read(_CLAIM_KEYS)} <= told[CLAIM]
    for of in ("Evidence", "Publication", "Document", "Review"):
        keys = ground.read(f"MATCH (n:{of}) UNWIND keys(n) AS key RETURN DISTINCT key AS key")
        assert {row["key"] for row in keys} <= {one.name for one in properties() if one.of == of}
