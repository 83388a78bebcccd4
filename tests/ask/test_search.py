"""Search: by id, name, synonym, beginning, words and misspelling."""

import pytest

from graph.ask.search import search
from graph.engine.bolt import BoltStore
from tests.write.sample import AKKERMANSIA, MS

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "id_", "matched", "how"),
    [
        (MS, MS, MS, "exact"),
        ("mondo:0005301", MS, MS, "exact"),
        ("MESH:D009103", MS, "MESH:D009103", "exact"),
        ("Multiple Sclerosis", MS, "multiple sclerosis", "exact"),
        ("ms", MS, "MS", "exact"),
        ("multiple scl", MS, "multiple sclerosis", "prefix"),
        ("sclerosis", MS, "multiple sclerosis", "word"),
        ("sclerosis multiple", MS, "multiple sclerosis", "word"),
        ("multple sclerosis", MS, "multiple sclerosis", "misspelling"),
        ("akkermansa", AKKERMANSIA, "Akkermansia", "misspelling"),
        ("alias007", "HGNC:007", "alias007", "exact"),
    ],
)
def test_an_entity_is_found(graph: BoltStore, text: str, id_: str, matched: str, how: str) -> None:
    hit = search(graph, text)[0]
    assert (hit.entity.id, hit.matched, hit.how) == (id_, matched, how)


def test_of_equal_matches_the_one_with_more_claims_comes_first(graph: BoltStore) -> None:
    hits = search(graph, "gene")
    assert hits[0].entity.id == "X:1"
    assert [hit.claims for hit in hits] == sorted((hit.claims for hit in hits), reverse=True)


def test_search_stops_at_its_limit(graph: BoltStore) -> None:
    assert len(search(graph, "gene", limit=7)) == 7


@pytest.mark.parametrize(
    "text", ["", " ", ":", "Q:7", "~*?", "zzzzzz", "a" * 5000, "AND OR", '"\\']
)
def test_what_names_nothing_finds_nothing(graph: BoltStore, text: str) -> None:
    assert search(graph, text) == ()
