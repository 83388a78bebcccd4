"""The neighbours of a hub as a list, a page at a time."""

import pytest

from graph.ask.neighbour_claims import FIRST, NeighbourClaim, neighbour_claims
from graph.engine.bolt import BoltStore
from graph.errors import NotFound
from tests.ask.sample import HUB_NEIGHBOURS
from tests.write.sample import AKKERMANSIA, DOWN, MS, UP

pytestmark = pytest.mark.engine


def test_pages_of_any_size_make_the_same_list(graph: BoltStore) -> None:
    whole = neighbour_claims(graph, MS, 10_000)
    assert whole.more is False
    assert len(whole.claims) > HUB_NEIGHBOURS
    found: list[NeighbourClaim] = []
    after, more = FIRST, True
    while more:
        page = neighbour_claims(graph, MS, 7, after)
        assert len(page.claims) <= 7
        found += page.claims
        after, more = page.claims[-1].place, page.more
    assert tuple(found) == whole.claims
    places = [(-one.place.papers, -one.place.statements, one.place.claim) for one in found]
    assert places == sorted(set(places))


def test_a_list_is_kept_to_relations_and_categories(graph: BoltStore) -> None:
    taxa = neighbour_claims(graph, MS, 100, categories=["Taxon"]).claims
    assert {one.claim.id for one in taxa} >= {UP, DOWN}
    assert {one.category for one in taxa} == {"Taxon"}
    (down,) = neighbour_claims(graph, MS, 100, predicates=["DECREASED_IN"]).claims
    assert (down.neighbour, down.claim.id) == (AKKERMANSIA, DOWN)


def test_the_neighbours_of_nobody_are_not_found(graph: BoltStore) -> None:
    with pytest.raises(NotFound, match="'MONDO:9' is not in the graph"):
        neighbour_claims(graph, "MONDO:9", 5)
