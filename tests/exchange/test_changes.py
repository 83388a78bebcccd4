"""What has changed since a snapshot was taken, in words; the terminal says it too."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.changes import changed_since
from archive.freeze import freeze
from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.ask.neighbourhood import neighbourhood
from graph.engine.bolt import BoltStore
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.terminal.conftest import Run, bare, run
from tests.write.sample import MS, document_a, document_b

__all__ = ["bare", "run"]

SAME = "The graph is still the one that this snapshot was taken from."


def taken(store: BoltStore) -> Snapshot:
    return freeze(store, neighbourhood(store, [MS], 30), "All about MS")


@pytest.fixture
def graph(store: BoltStore) -> BoltStore:
    write_records(store, [*document_a(), *document_b()], 1000)
    return store


def test_nothing_has_changed_in_the_same_graph(graph: BoltStore) -> None:
    changes = changed_since(graph, taken(graph))
    assert changes.same
    assert changes.words == SAME


def test_a_load_that_says_more_changes_numbers_and_brings_claims(store: BoltStore) -> None:
    write_records(store, document_a(), 1000)
    before = taken(store)
    write_records(store, document_b(), 1000)
    changes = changed_since(store, before)
    assert not changes.same
    assert changes.claims_changed
    assert not changes.claims_went
    counts = {one.id: one.counts for one in neighbourhood(store, [MS], 30).claims}
    was = {one.id: one.counts for one in before.subgraph.claims}
    assert {one.id for one in changes.claims_changed} == {
        id_ for id_ in was if counts[id_] != was[id_]
    }
    assert "other numbers" in changes.words


def test_what_was_forgotten_is_gone_and_its_sources_are_named(graph: BoltStore) -> None:
    before = taken(graph)
    forget(graph, "a")
    changes = changed_since(graph, before)
    left = {one.id for one in neighbourhood(graph, [MS], 30).claims}
    shown = {one.id for one in before.subgraph.claims}
    assert {one.id for one in changes.claims_went} == shown - left != set()
    assert changes.sources.forgotten
    assert "are gone" in changes.words or "is gone" in changes.words
    assert "forgotten" in changes.words


def test_claims_that_a_snapshot_leaves_out_are_told_once_the_graph_is_another(
    graph: BoltStore,
) -> None:
    whole = taken(graph)
    part = Subgraph.of(whole.subgraph.entities, whole.subgraph.claims[1:])
    changes = changed_since(graph, replace(whole, subgraph=part, data_version="older"))
    assert [one.id for one in changes.claims_came] == [whole.subgraph.claims[0].id]
    assert changes.words == "In the graph now, 1 more claim is between its entities."


def test_a_snapshot_of_another_graph_is_held_against_this_one(store: BoltStore) -> None:
    write_records(store, document_a(), 1000)
    before = taken(store)
    forget(store, "a")
    changes = changed_since(store, before)
    assert len(changes.entities_went) == len(before.subgraph.entities)
    assert len(changes.claims_went) == len(before.subgraph.claims)


def test_the_terminal_opens_a_file_and_says_what_has_changed(
    run: Run, graph_settings: object, store: BoltStore, tmp_path: Path
) -> None:
    write_records(store, document_a(), 1000)
    before = taken(store)
    file = tmp_path / "figure.pptx"
    file.write_bytes(FORMATS["pptx"].draw(before, FigureOptions()))
    same = run("snapshot", "open", file)
    assert same.code == 0
    assert before.id in same.out
    assert SAME in same.out
    write_records(store, document_b(), 1000)
    later = run("snapshot", "open", file, "--json").json
    assert later["id"] == before.id
    assert later["claims_changed"]
    assert later["words"].startswith("In the graph now, ")
    assert "changed" in run("snapshot", "open", file).out


def test_the_terminal_says_what_a_file_is_not(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    assert "it cannot be read" in run("snapshot", "open", file).err
    file.write_text("Some words.", encoding="utf-8")
    refused = run("snapshot", "open", file)
    assert refused.code == 1
    assert "it is none of the files that a figure opens from" in " ".join(refused.err.split())
