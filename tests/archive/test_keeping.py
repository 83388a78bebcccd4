"""A snapshot kept in the graph is the one that was taken, whatever comes after."""

from dataclasses import replace

import pytest

from archive.snapshots import delete, describe, described, keep, listed, read, resolved
from graph.engine.bolt import BoltStore
from graph.engine.schema import missing
from graph.errors import GutgraphError, LoadError, NotFound, StoreRejected, TooLarge
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from graph.write.check import check
from graph.write.checksum import checksum
from graph.write.forget import forget
from tests.archive.plain import version
from tests.contract.test_old_schema import without

pytestmark = pytest.mark.engine


def test_what_is_kept_reads_back_as_it_was_by_the_reader_too(
    graph: BoltStore, reader_store: BoltStore, taken: Snapshot
) -> None:
    kept = keep(graph, taken, "For the talk", "Ask about the second claim")
    assert kept.id == taken.id
    assert replace(read(reader_store, kept.id), created="") == taken
    assert (kept.name, kept.notes, kept.title) == (
        "For the talk",
        "Ask about the second claim",
        "All about MS",
    )
    assert kept.entities == len(taken.subgraph.entities)
    assert kept.claims == len(taken.subgraph.claims)
    assert kept.sources == len(taken.citations)
    assert kept.data_version == taken.data_version


def test_kept_again_it_stays_the_one_it_was(graph: BoltStore, taken: Snapshot) -> None:
    first = keep(graph, replace(taken, created="2026-01-01T00:00:00Z"), "A name")
    again = keep(graph, replace(taken, created="2027-01-01T00:00:00Z"))
    assert again == first
    assert listed(graph).total == 1


def test_keeping_disturbs_nothing_that_the_graph_says(graph: BoltStore, taken: Snapshot) -> None:
    before = (checksum(graph), version(graph), check(graph))
    keep(graph, taken)
    assert (checksum(graph), version(graph), check(graph)) == before
    assert before[2] == []


def test_what_is_forgotten_later_changes_nothing_in_it(graph: BoltStore, taken: Snapshot) -> None:
    keep(graph, taken)
    forget(graph, "a")
    assert read(graph, taken.id).content() == taken.content()


def test_it_is_found_by_the_beginning_of_its_id(graph: BoltStore, taken: Snapshot) -> None:
    keep(graph, taken)
    assert resolved(graph, taken.short_id) == taken.id
    assert resolved(graph, taken.id[:16].upper()) == taken.id


def test_a_beginning_that_several_have_names_them(store: BoltStore) -> None:
    with store.transaction() as transaction:
        for id_ in ("abcd" + "0" * 60, "abcd" + "1" * 60):
            transaction.run("CREATE (:Snapshot {id: $id})", {"id": id_})
    with pytest.raises(GutgraphError) as refused:
        resolved(store, "abcd")
    assert str(refused.value) == (
        "'abcd' is the beginning of more than one snapshot's id: abcd000000000000, "
        "abcd111111111111. Take more of it."
    )


def test_what_is_not_kept_is_said_to_be_missing(store: BoltStore) -> None:
    for wanted in ("", "abc", "0" * 64, "0" * 65, "not an id", "../etc", "%"):
        with pytest.raises(NotFound) as refused:
            read(store, wanted)
        assert str(refused.value) == f"Snapshot {wanted!r} is not in the graph."


def test_one_edited_by_hand_says_so(graph: BoltStore, taken: Snapshot) -> None:
    keep(graph, taken)
    with graph.transaction() as transaction:
        transaction.run(
            "MATCH (n:SnapshotValue {id: $id}) SET n.json = replace(n.json, 'MS', 'ms')",
            {"id": taken.id},
        )
    with pytest.raises(LoadError) as refused:
        read(graph, taken.id)
    assert str(refused.value) == (
        f"snapshot {taken.short_id}: what is kept no longer fits its id, so it was edited by hand. "
        "Restore the graph's store from a backup, or delete it and keep the view anew."
    )


def test_the_gallery_is_paged_newest_first(graph: BoltStore, taken: Snapshot) -> None:
    for day in range(1, 6):
        keep(graph, replace(taken, title=f"Day {day}", created=f"2026-01-0{day}T00:00:00Z"))
    assert [one.title for one in listed(graph, 1, 2).kept] == ["Day 5", "Day 4"]
    assert [one.title for one in listed(graph, 3, 2).kept] == ["Day 1"]
    assert (listed(graph, 4, 2).kept, listed(graph, 4, 2).total) == ((), 5)


def test_a_name_and_notes_lie_beside_it_and_change_nothing_in_it(
    graph: BoltStore, taken: Snapshot
) -> None:
    keep(graph, taken, "One name", "Notes")
    describe(graph, taken.short_id, name="Another name")
    kept = described(graph, taken.id)
    assert (kept.name, kept.notes, kept.called) == ("Another name", "Notes", "Another name")
    assert describe(graph, taken.id, name="").called == "All about MS"
    assert read(graph, taken.id).id == taken.id


def test_a_deleted_one_is_gone_and_nothing_else(graph: BoltStore, taken: Snapshot) -> None:
    keep(graph, taken)
    other = keep(graph, replace(taken, title="Another"))
    assert delete(graph, taken.id).id == taken.id
    assert [one.id for one in listed(graph).kept] == [other.id]
    with pytest.raises(NotFound):
        delete(graph, taken.id)


def test_an_empty_view_is_not_kept(store: BoltStore) -> None:
    with pytest.raises(GutgraphError) as refused:
        keep(store, Snapshot.of(Subgraph.of([], [])))
    assert str(refused.value) == (
        "An empty view cannot be kept: a snapshot shows at least one entity. "
        "Search for one, or take a filter off."
    )
    assert listed(store).total == 0


def test_a_name_of_300_characters_is_refused_and_nothing_is_kept(
    graph: BoltStore, taken: Snapshot
) -> None:
    with pytest.raises(GutgraphError) as refused:
        keep(graph, taken, "n" * 300)
    assert str(refused.value) == (
        "The name of a snapshot has 300 characters, at most 200 are kept; shorten it."
    )
    assert listed(graph).total == 0


def test_one_of_three_megabytes_is_kept_and_one_of_five_is_refused(
    graph: BoltStore, taken: Snapshot
) -> None:
    large = replace(taken, caption="x" * 3_000_000)
    assert read(graph, keep(graph, large).id).caption == large.caption
    with pytest.raises(TooLarge, match="past the 4,000,000 that are kept"):
        keep(graph, replace(taken, caption="x" * 5_000_000))


def test_names_in_any_script_come_back_as_they_were(graph: BoltStore, taken: Snapshot) -> None:
    odd = "غشاء الأمعاء 肠道屏障 🧠 half \ud83d"
    kept = keep(graph, replace(taken, title=odd), "غشاء 肠道 🧠")
    assert (read(graph, kept.id).title, kept.name) == (odd, "غشاء 肠道 🧠")
    assert kept.title == odd.replace("\ud83d", "?")


def test_the_reader_cannot_keep_one(
    graph: BoltStore, reader_store: BoltStore, taken: Snapshot
) -> None:
    if graph.engine == "neo4j":
        pytest.skip("Neo4j Community has one login")
    with pytest.raises(StoreRejected):
        keep(reader_store, taken)
    assert listed(graph).total == 0


def test_a_graph_from_before_the_archive_gets_what_stories_need_when_one_is_kept(
    graph: BoltStore, taken: Snapshot
) -> None:
    without(graph, "Story", "id")
    assert missing(graph) == ("Story.id",)
    keep(graph, taken)
    assert missing(graph) == ()


def test_one_that_an_earlier_version_kept_in_one_node_is_read_and_kept_anew(
    graph: BoltStore, reader_store: BoltStore, taken: Snapshot
) -> None:
    keep(graph, taken, "From before")
    without(graph, "SnapshotValue", "id")
    with graph.transaction() as transaction:
        transaction.run("MATCH (v:SnapshotValue) DELETE v")
        transaction.run(
            "MATCH (n:Snapshot {id: $id}) SET n.json = $json",
            {"id": taken.id, "json": taken.content()},
        )
    assert read(reader_store, taken.id).content() == taken.content()
    assert keep(graph, taken).called == "From before"
    rows = graph.read("MATCH (n:Snapshot) RETURN n.json AS json")
    assert (rows, read(reader_store, taken.id).content()) == ([{"json": None}], taken.content())
    delete(graph, taken.id)
    assert graph.read("MATCH (v:SnapshotValue) RETURN v.id AS id") == []
