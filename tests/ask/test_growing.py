"""Growing: from the end with few claims, narrowed by kind, and asked about before on a hub."""

import pytest

from graph.ask import subgraph, whole
from graph.ask.claims import claims_among
from graph.ask.hub import HubGroup, hub_question
from graph.ask.neighbourhood import neighbourhood
from graph.engine.bolt import BoltStore
from graph.errors import NotFound
from tests.ask.sample import HUB_NEIGHBOURS
from tests.write.sample import AKKERMANSIA, DOWN, MS, UP

pytestmark = pytest.mark.engine

EVERY = [MS, AKKERMANSIA, "X:1", "X:2", *(f"HGNC:{number:03}" for number in range(10))]


def test_a_hub_is_asked_about_by_relation_direction_and_category(graph: BoltStore) -> None:
    asked = hub_question(graph, MS, [AKKERMANSIA, "X:1", MS])
    assert asked.entity.name == "multiple sclerosis"
    assert asked.groups[0] == HubGroup("CAUSES", "in", "Gene", HUB_NEIGHBOURS + 1)
    assert asked.relations == {
        ("ASSOCIATED_WITH", "both"): 1,
        ("CAUSES", "in"): HUB_NEIGHBOURS + 1,
        ("DECREASED_IN", "in"): 1,
        ("INCREASED_IN", "in"): 1,
    }
    assert sum(asked.categories.values()) == asked.claims
    assert (asked.claims, asked.not_drawn) == (HUB_NEIGHBOURS + 4, HUB_NEIGHBOURS + 1)


def test_a_symmetric_relation_has_no_direction(graph: BoltStore) -> None:
    asked = hub_question(graph, "X:2")
    assert asked.relations == {("ASSOCIATED_WITH", "both"): 1}


def test_an_entity_that_is_not_there_has_no_hub_question(graph: BoltStore) -> None:
    with pytest.raises(NotFound, match="'MONDO:0005302' is not in the graph"):
        hub_question(graph, "MONDO:0005302")


def test_growing_keeps_to_the_relations_chosen(graph: BoltStore) -> None:
    found = neighbourhood(graph, [MS], 5, predicates=["INCREASED_IN", "DECREASED_IN"])
    assert [one.id for one in found.entities] == [MS, AKKERMANSIA]
    assert [claim.id for claim in found.claims] == [DOWN, UP]


def test_growing_keeps_to_the_categories_chosen(graph: BoltStore) -> None:
    found = neighbourhood(graph, [MS], 500, categories=["Gene", "Taxon"])
    near = {one.category for one in found.entities if one.id != MS}
    assert near == {"Gene", "Taxon"}
    assert len(found.entities) > HUB_NEIGHBOURS


def test_a_relation_that_is_none_is_refused(graph: BoltStore) -> None:
    with pytest.raises(ValueError, match="is no relation type"):
        neighbourhood(graph, [MS], predicates=["A]-() DELETE n //"])


def test_claims_among_hubs_are_those_found_from_every_side(graph: BoltStore) -> None:
    every = claims_among(graph, EVERY)
    hubs = {MS: 9000, AKKERMANSIA: 8000, "X:1": 7000}
    assert len(every) == 14
    assert claims_among(graph, EVERY, hubs) == every


def test_of_a_hub_the_claims_left_out_are_told(
    graph: BoltStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "COUNTED", 10)
    found = subgraph.among(graph, [MS, "HGNC:000"])
    hidden = {str(id_): number for id_, number in found.hidden.items()}
    assert hidden[MS] >= HUB_NEIGHBOURS + 1
    assert "HGNC:000" not in hidden
