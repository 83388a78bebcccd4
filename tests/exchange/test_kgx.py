"""KGX held against the schema of the Biolink model."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from figures.kgx import edges, nodes
from graph.model import known, vocabulary
from graph.model.entity import Entity
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.subgraph import Subgraph
from tests.exchange.sample import every_category, every_predicate
from tests.figures.sample import snapshot


@cache
def schema() -> dict[str, Any]:
    found = find_spec("biolink_model")
    assert found is not None
    assert found.submodule_search_locations is not None
    path = Path(next(iter(found.submodule_search_locations))) / "schema/biolink_model.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - safe
    return read


def camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


@cache
def classes() -> dict[str, str]:
    return {f"biolink:{camel(name)}": name for name in schema()["classes"]}


@cache
def slots() -> dict[str, str]:
    return {name.replace(" ", "_"): name for name in schema()["slots"]}


def line_of(kind: str, name: str) -> list[str]:
    found = [name]
    while parent := schema()[kind][found[-1]].get("is_a"):
        found.append(parent)
    return found


def required(kind: str) -> set[str]:
    return {
        slot.replace(" ", "_")
        for name in line_of("classes", kind)
        for slot in schema()["classes"][name].get("slots", [])
        if schema()["slots"].get(slot, {}).get("required")
    }


def vocabulary_as_snapshot() -> Snapshot:
    return Snapshot.of(Subgraph.of(known.entities().values(), []))


@pytest.mark.parametrize("take", [snapshot, every_category, vocabulary_as_snapshot])
def test_every_category_is_a_class_below_named_thing(take: Any) -> None:
    rows = nodes(take())
    assert rows
    for row in rows:
        categories = row["category"]
        assert isinstance(categories, list)
        for category in map(str, categories):
            assert "named thing" in line_of("classes", classes()[category]), row["id"]
        assert required("named thing") <= row.keys()


@pytest.mark.parametrize("take", [snapshot, every_category, every_predicate])
def test_every_predicate_is_below_related_to_and_nothing_required_is_missing(take: Any) -> None:
    for row in edges(take()):
        name = slots()[str(row["predicate"]).removeprefix("biolink:")]
        assert "related to" in line_of("slots", name), row["id"]
        assert {key for key in required("association") if not row[key]} == set()
        for key, values in (
            ("knowledge_level", "KnowledgeLevelEnum"),
            ("agent_type", "AgentTypeEnum"),
        ):
            assert row[key] in schema()["enums"][values]["permissible_values"]
        strange = [key for key in row if key.endswith("_qualifier") and key not in slots()]
        assert strange == []


def test_ends_are_turned_where_biolink_has_them_the_other_way_round() -> None:
    rows = {str(row["original_predicate"]): row for row in edges(every_predicate())}
    turned = {name for name, row in rows.items() if row["subject"] == "MONDO:0005301"}
    symmetric = {"ASSOCIATED_WITH"}
    assert turned - symmetric == {name for name, row in vocabulary.predicates().items() if row.swap}
    assert rows["INCREASED_IN"]["predicate"] == "biolink:has_increased_amount"
    assert rows["INCREASED_IN"]["object_aspect_qualifier"] == "abundance"
    assert rows["CAUSES"]["subject_aspect_qualifier"] == "abundance"
    assert rows["CAUSES"]["qualifier_dose"] == "2"


def test_a_direction_is_a_qualifier_and_an_unknown_predicate_is_related_to() -> None:
    rows = {str(row["original_predicate"]): row for row in edges(every_predicate())}
    assert rows["INCREASES"]["predicate"] == rows["DECREASES"]["predicate"] == "biolink:affects"
    assert rows["INCREASES"]["object_direction_qualifier"] == "increased"
    assert rows["DECREASES"]["object_direction_qualifier"] == "decreased"
    assert rows["DECREASES"]["qualified_predicate"] == "biolink:causes"
    assert rows["NOBODY_KNOWS"]["predicate"] == "biolink:related_to"


def test_who_says_so_is_told() -> None:
    told = [row for row in edges(every_predicate()) if row["publications"]]
    assert [row["publications"] for row in told] == [["doi:10.1000/a.b"]]
    assert told[0]["supporting_text"] == ["It is so."]
    assert told[0]["agent_type"] == "manual_validation_of_automated_agent"
    assert told[0]["primary_knowledge_source"] == "infores:gutgraph"
    other = next(row for row in edges(every_predicate()) if not row["publications"])
    assert other["primary_knowledge_source"] == "infores:ctd"
    assert other["aggregator_knowledge_source"] == ["infores:gutgraph"]
    assert other["agent_type"] == "not_provided"


@pytest.mark.parametrize(
    ("source", "publication"),
    [
        (Source(1, "x", id="PMID:123"), "PMID:123"),
        (Source(1, "x", id="DOI:10.1000/a.b"), "doi:10.1000/a.b"),
        (Source(1, "x", link="https://pubmed.ncbi.nlm.nih.gov/123/"), "PMID:123"),
        (
            Source(1, "x", "document", "https://example.org/a", id="page.md"),
            "https://example.org/a",
        ),
    ],
)
def test_a_publication_goes_by_its_curie(source: Source, publication: str) -> None:
    story_ = snapshot()
    claim = story_.subgraph.claims[0].claim.id
    cited = Snapshot.of(
        story_.subgraph, citations=[source], statements=[Stated(claim, 1, "So it is.")]
    )
    assert edges(cited)[0]["publications"] == [publication]


def test_what_is_only_refuted_is_negated() -> None:
    rows = edges(every_category())
    assert {row["negated"] for row in rows} == {True, False}
    assert all(row["negated"] == (bool(row["refutes"]) and not row["supports"]) for row in rows)


def test_a_biolink_class_that_is_none_gives_way_to_its_categorys() -> None:
    odd = Entity(known.entities()[next(iter(known.entities()))].id, "odd", "Gene", biolink="junk")
    (row,) = nodes(Snapshot.of(Subgraph.of([odd], [])))
    assert row["category"] == ["biolink:Gene"]
