"""The same load gives the same graph on both engines, and every question the same answer."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from graph.ask.search import INDEX, search
from graph.engine.cypher import cypher, with_name, with_types
from graph.engine.store import Row, Store
from graph.model.nearness import near_queries
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.writer import write_records
from loaders.run import inputs, load_input
from tests.ask.sample import everything
from tests.contract.conftest import Both
from tests.contract.differences import Difference
from tests.engines import emptied
from tests.house.project import ROOT
from tests.write.sample import AKKERMANSIA, MS, UP

pytestmark = [pytest.mark.engine, pytest.mark.neo4j]

IDS = [MS, AKKERMANSIA, "X:1", "X:2", "HGNC:001"]
ASKED: dict[str, dict[str, Any]] = {
    "claims_among": {"ids": IDS, "few": IDS[1:], "hubs": [MS], "beside_hubs": IDS[1:]},
    "claims_among_hubs": {"smaller": [{"id": AKKERMANSIA, "larger": [MS]}]},
    "claims_beside": {"new": [AKKERMANSIA, "X:1"], "ids": IDS},
    "claims_between": {"subject": AKKERMANSIA, "object": MS, "ids": [UP]},
    "claims_of_entity": {"id": MS},
    "claims_of_pairs": {"pairs": [{"few": AKKERMANSIA, "many": MS}]},
    "claims_of_pair": {"subject": AKKERMANSIA, "object": MS, "limit": 5},
    "claims_streamed": {"ids": IDS},
    "count_label": {"__NAME__": "Taxon"},
    "count_type": {"__NAME__": "INCREASED_IN"},
    "documents": {},
    "document_evidence": {"document": "a", "skip": 0, "limit": 10},
    "document_mentions": {"document": "a"},
    "document_text": {"document": "a"},
    "documents_of_claims": {"claims": [UP, f"X:1~CAUSES~{MS}"]},
    "entities": {"ids": IDS},
    "entities_degrees": {"ids": IDS},
    "entity_claims": {"id": MS, "limit": 20},
    "entity_documents": {"id": MS},
    "entity_predicates": {"id": MS},
    "evidence": {"claims": [UP, f"X:1~CAUSES~{MS}"]},
    "forget_asserted": {"rows": [{"end": "X:1", "claims": ["X:1~ASSOCIATED_WITH~X:2"]}]},
    "forget_claims": {"document": "a"},
    "forget_claims_elsewhere": {"claims": [UP], "document": "a"},
    "forget_degrees": {"ids": IDS},
    "forget_named": {"document": "a"},
    "forget_named_elsewhere": {"ids": IDS, "document": "a"},
    "forget_publications": {"document": "b"},
    "hub": {"id": MS},
    "hub_drawn": {"id": MS, "drawn": [AKKERMANSIA, "X:1"]},
    "most_claims": {"limit": 30, "candidates": 240, "digits": [3, 2]},
    "most_claims_few": {"limit": 30, "candidates": 240},
    "neighbour_counts": {"ids": IDS},
    "neighbour_claims": {
        "id": MS,
        "categories": [],
        "papers": 99,
        "statements": 0,
        "claim": "",
        "limit": 50,
    },
    "neighbours": {"ids": IDS, "rows": 10, "categories": []},
    "overview": {},
    "parents": {"ids": ["MONDO:0005265"]},
    "stated_claims": {"documents": ["a", "b"]},
    "weighed": {"claims": [UP, f"X:1~CAUSES~{MS}"]},
    "strongest_claims": {"ids": IDS, "limit": 1000, "denied": True},
    "strongest_claims_to": {
        "ids": IDS,
        "others": dict.fromkeys(IDS, True),
        "limit": 1000,
        "denied": True,
    },
    "subjects": {},
    "search": {"index": "search_text", "query": "+gene*", "limit": 100},
    "search_near": {"index": "near_keys", "query": near_queries("akkermansa")[0], "limit": 100},
}
# What the embedded engine has ever had, even when nothing is left of it.
EVER_THERE = {"labels", "relation_types"}
SEARCHED = (
    *(MS, "MESH:D009103", "multiple sclerosis", "multple sclerosis", "sclerosis", "multiple scl"),
    *("gene", "akkermansa", "gut barrier", "leaky gut", "FMT", "dysbiosis", "~*?", "AND OR", ""),
)


def names(folder: str) -> list[str]:
    """The queries of a folder, without those an engine has for itself."""
    return sorted({path.name.partition(".")[0] for path in (ROOT / "cypher" / folder).iterdir()})


@pytest.fixture(scope="module")
def loaded(both: Both) -> Both:
    """The sample with a hub and the shipped examples, in both."""
    for store in both.values():
        emptied(store)
        write_records(store, everything(), 5000)
        for path in inputs([ROOT / "examples"]):
            assert not load_input(store, path, 5000).refused
    return both


def test_the_same_load_gives_the_same_checksum(loaded: Both) -> None:
    assert checksum(loaded["arcadedb"]) == checksum(loaded["neo4j"])


@pytest.mark.parametrize("name", [one for one in names("ask") if one not in EVER_THERE])
def test_a_question_of_the_product_has_one_answer(
    loaded: Both, differences: set[Difference], name: str
) -> None:
    def ask(store: Store) -> list[Row]:
        values = dict(ASKED[name])
        if "index" in values:
            values["index"] = INDEX[store.engine].format(values["index"])
        text = with_types(cypher(f"ask/{name}", store.engine), ())
        if "__NAME__" in values:
            text = with_name(text, values.pop("__NAME__"))
        return store.read(text, values)

    assert_same(loaded, differences, f"cypher/ask/{name}", ask)


@pytest.mark.parametrize("text", SEARCHED)
def test_search_has_the_same_hits_in_the_same_order(loaded: Both, text: str) -> None:
    assert search(loaded["arcadedb"], text) == search(loaded["neo4j"], text)


def test_after_forgetting_the_checksums_are_the_same_again(loaded: Both) -> None:
    sums = {}
    for name, store in loaded.items():
        forget(store, "a")
        sums[name] = checksum(store)
    assert sums["arcadedb"] == sums["neo4j"]


def assert_same(
    graphs: Both, differences: set[Difference], query: str, ask: Callable[[Store], list[Row]]
) -> None:
    """Equal rows; where a query gives no order, its rows may come in any, which is noted."""
    arcadedb, neo4j = (_timeless(ask(graphs[name])) for name in ("arcadedb", "neo4j"))
    assert arcadedb
    if arcadedb == neo4j:
        return
    assert "ORDER BY" not in cypher(query.removeprefix("cypher/"))
    assert sorted(map(_text, arcadedb)) == sorted(map(_text, neo4j))
    differences.add(
        Difference("rows without an order", query, "in its own order", "in its own order")
    )


def _timeless(value: Any) -> Any:
    """Leave out when a document was loaded: it was at two times."""
    if isinstance(value, dict):
        return {key: _timeless(held) for key, held in value.items() if key != "loaded_at"}
    return [_timeless(held) for held in value] if isinstance(value, list) else value


def _text(row: Row) -> str:
    return json.dumps(row, sort_keys=True, default=str)
