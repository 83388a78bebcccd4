"""Questions: capped on a hub, complete otherwise, and clear about what is not there."""

from collections.abc import Callable

import pytest

from graph.ask import entity, evidence, overview, sources, subgraph, suggest
from graph.ask.answers import Overview
from graph.ask.neighbourhood import neighbourhood
from graph.ask.starting import starting_view
from graph.engine.bolt import BoltStore
from graph.engine.store import Store
from graph.errors import NotFound
from tests.ask.sample import HUB_NEIGHBOURS
from tests.write.sample import AKKERMANSIA, DOWN, MS, UP

pytestmark = pytest.mark.engine


def test_a_hub_gives_its_best_neighbours_and_says_how_many_are_hidden(graph: BoltStore) -> None:
    found = neighbourhood(graph, [MS], limit=6)
    assert [one.id for one in found.entities] == [
        *(f"HGNC:{number:03}" for number in range(5)),
        MS,
        AKKERMANSIA,
    ]
    assert found.hidden[found.entities[5].id] == HUB_NEIGHBOURS + 3 - 6
    assert {claim.id for claim in found.claims} >= {UP, DOWN}


def test_a_neighbourhood_has_every_claim_among_what_it_shows(graph: BoltStore) -> None:
    found = neighbourhood(graph, ["X:1", "X:2"])
    assert [claim.id for claim in found.claims] == [
        "X:1~ASSOCIATED_WITH~X:2",
        f"X:1~CAUSES~{MS}",
    ]
    assert set(found.hidden) == {MS}


def test_a_subgraph_adds_nothing_to_what_was_asked_for(graph: BoltStore) -> None:
    found = subgraph.among(graph, [MS, AKKERMANSIA])
    assert [one.id for one in found.entities] == [MS, AKKERMANSIA]
    assert [claim.id for claim in found.claims] == [DOWN, UP]


def test_an_entity_tells_its_claims_by_kind_and_its_documents(graph: BoltStore) -> None:
    found = entity.known(graph, MS, limit=5)
    assert found.by_predicate == {
        "CAUSES": HUB_NEIGHBOURS + 1,
        "ASSOCIATED_WITH": 1,
        "DECREASED_IN": 1,
        "INCREASED_IN": 1,
    }
    assert (found.total, len(found.claims)) == (HUB_NEIGHBOURS + 4, 5)
    assert [claim.counts.papers for claim in found.claims] == [2] * 5
    assert found.documents == ("a", "b", "hub")


def test_a_claim_opens_into_statements_with_their_publications(graph: BoltStore) -> None:
    found = evidence.of_claim(graph, UP)
    assert [(one.document.id, one.evidence.quote, one.counts) for one in found.statements] == [
        ("a", "Akkermansia rose in MS.", True),
        ("b", "It rose.", True),
    ]
    assert [paper.id for one in found.statements for paper in one.publications] == ["PMID:1"] * 2
    assert (found.subject.name, found.object.name) == ("Akkermansia", "multiple sclerosis")
    assert found.opposite is not None
    assert found.opposite.id == DOWN


def test_documents_are_listed_with_what_they_brought(graph: BoltStore) -> None:
    listed = [(one.document.id, one.evidence, one.mentions) for one in sources.documents(graph)]
    assert listed == [("a", 2, 2), ("b", 2, 0), ("hub", HUB_NEIGHBOURS, 0)]


def test_the_graph_in_numbers(graph: BoltStore) -> None:
    found = overview.overview(graph)
    assert (found.entities, found.claims) == (HUB_NEIGHBOURS + 5, HUB_NEIGHBOURS + 5)
    assert (found.documents, found.publications, len(found.data_version)) == (3, 3, 32)


def test_an_empty_graph_has_no_version_and_nothing_to_start_from(store: BoltStore) -> None:
    assert overview.overview(store) == Overview(0, 0, 0, 0, 0, "")
    assert suggest.suggestions(store, 5) == ()
    assert starting_view(store, 5).entities == ()


def test_explore_opens_on_the_entities_with_most_claims(graph: BoltStore) -> None:
    assert suggest.suggestions(graph, 1)[0].entity.id == MS
    assert len(starting_view(graph, 300).entities) == HUB_NEIGHBOURS + 5
    some = starting_view(graph, 3)
    assert len(some.entities) == 3
    assert some.hidden


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (
            lambda store: entity.known(store, "MONDO:0005302", 5),
            "Entity 'MONDO:0005302' is not in the graph. "
            "Nearest: MONDO:0005301 (multiple sclerosis).",
        ),
        (
            lambda store: neighbourhood(store, ["GUT:akkermansia"]),
            "Entity 'GUT:akkermansia' is not in the graph. "
            "Nearest: NCBITaxon:239934 (Akkermansia).",
        ),
        (
            lambda store: evidence.of_claim(store, "X:1~CAUSES~X:2"),
            "Claim 'X:1~CAUSES~X:2' is not in the graph. Nearest: X:1~ASSOCIATED_WITH~X:2.",
        ),
        (
            lambda store: evidence.of_claim(store, "no claim"),
            "Claim 'no claim' is not in the graph.",
        ),
        (
            lambda store: evidence.of_claim(store, "x~Y~z"),
            "Claim 'x~Y~z' is not in the graph.",
        ),
        (
            lambda store: evidence.of_claim(store, "X:1~CAUSED_BY~X:2"),
            "Claim 'X:1~CAUSED_BY~X:2' is not in the graph.",
        ),
    ],
)
def test_what_is_not_there_is_said_with_the_nearest(
    graph: BoltStore, ask: Callable[[Store], object], text: str
) -> None:
    with pytest.raises(NotFound) as missing:
        ask(graph)
    assert str(missing.value) == text
