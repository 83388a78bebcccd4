"""The bench compares like with like: whoever loads the made data, the graph is the same."""

from pathlib import Path

import pytest

from benchmarks import bare, page, py2neo_bulk, results
from benchmarks.drawing import Drawing
from benchmarks.graphs import found
from benchmarks.hubs import Hubs
from benchmarks.loading import Loading
from benchmarks.made import Made
from benchmarks.memory import Memory
from benchmarks.same import contents, differences, size
from graph.engine.bolt import BoltStore
from graph.settings import Settings
from graph.write.writer import write_records
from tests.engines import emptied

MADE = Made(12, 60)  # ten claims an entity, from which its degree is indexed
WRITTEN = {
    "Entity": 12,
    "Evidence": 60,
    "Document": 1,
    "AFFECTS": 60,
    "SUBJECT": 60,
    "OBJECT": 60,
    "FOUND_IN": 60,
    "DEFINES": 12,
}


def test_the_made_pairs_are_distinct_and_join_two_entities() -> None:
    for made in (MADE, Made(7, 13), Made(1000, 3000)):
        pairs = list(made.pairs())
        assert len(set(pairs)) == made.claims
        assert all(subject != object_ for subject, object_ in pairs)


def test_more_claims_than_pairs_are_refused() -> None:
    with pytest.raises(ValueError, match="3 entities have no room for 9 claims"):
        list(Made(3, 9).pairs())


@pytest.mark.engine
def test_the_bare_driver_and_py2neo_write_the_graph_that_a_load_writes(
    store: BoltStore, graph_settings: Settings
) -> None:
    write_records(store, MADE.records(), 25)
    ours = contents(store)
    assert size(store) == WRITTEN
    for load in (bare.load, py2neo_bulk.load):
        emptied(store)
        assert list(load(found(graph_settings), MADE, 25)) == [12, 37, 62, 72]
        differences(ours, contents(store))


def test_a_difference_is_named() -> None:
    with pytest.raises(ValueError, match="only ours: a; only the bare driver's: b"):
        differences(frozenset("a"), frozenset("b"))


def test_the_page_shows_what_is_kept_as_ratios(tmp_path: Path) -> None:
    seconds = {"ours": 10.0, "bare": 8.0, "py2neo": 50.0}
    results.keep_loading(
        Loading("neo4j", MADE, seconds, {"ours": 4.0, "bare": 3.0}, 100.0, 105.0, WRITTEN), tmp_path
    )
    results.keep_hubs(Hubs("neo4j", 50_000, 0.5, 0.6, 1.0), tmp_path)
    clicks = {60: [100.0, 120.0, 140.0], 300: [300.0]}
    results.keep_drawing(Drawing(clicks, {"engine up": [3.0, 2.0, 4.0]}), tmp_path)
    results.keep_memory(Memory(200, 400.0, 420.0), tmp_path)
    text = page.write(tmp_path, tmp_path / "performance.md")
    assert (tmp_path / "performance.md").read_text(encoding="utf-8") == text
    assert "| neo4j | 12 | 60 | 10.0 | 8.0 | 0.80 | 0.75 | 100 | 105 | 1.05 |" in text
    assert "| neo4j | 60 | 10.0 | 8.0 | 50.0 | 5.00 × |" in text
    assert "| neo4j | 50,000 | 0.50 | 0.60 | 1.00 | 2.00 × |" in text
    assert "Each wrote, at the largest size: Entity 12, Evidence 60" in text
    assert "| 60 | 3 | 120 | 138 | 100 |" in text
    assert "| 300 | 1 | 300 | 300 | 300 |" in text
    assert "| engine up | 3 | 3.0 | 2.0 |" in text
    assert "| 200 | 400 | 420 | 1.05 |" in text
