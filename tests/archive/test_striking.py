"""Forgetting a document: which snapshots quote it, and their quotes taken out."""

from datetime import UTC, datetime

import pytest

from archive.since import since
from archive.snapshots import delete, described, keep, listed, read, resolved
from archive.striking import quoting, strike
from graph.engine.bolt import BoltStore
from graph.errors import GutgraphError, NotFound
from graph.model.snapshot import Snapshot
from graph.write.forget import forget

pytestmark = pytest.mark.engine


def quotes(snapshot: Snapshot, document: str) -> list[str]:
    return [one.quote for one in snapshot.statements if one.document == document]


def test_the_snapshots_that_quote_a_document_are_named(graph: BoltStore, taken: Snapshot) -> None:
    kept = keep(graph, taken, "For the talk")
    assert any(quotes(taken, "a"))
    assert quoting(graph, "a") == (kept,)
    assert quoting(graph, "nowhere") == ()


def test_struck_quotes_are_gone_from_the_store_and_the_old_id_leads_on(
    graph: BoltStore, taken: Snapshot
) -> None:
    before = keep(graph, taken, "For the talk", "Notes")
    after = strike(graph, taken.short_id, "a")
    struck = read(graph, after.id)
    assert after.id != before.id
    assert struck.id == after.id
    assert set(quotes(struck, "a")) == {""}
    assert quotes(struck, "b") == quotes(taken, "b")
    assert after.struck == sum(map(bool, quotes(taken, "a")))
    today = datetime.now(UTC).date().isoformat()
    assert {one.struck_on for one in struck.statements if one.struck} == {today}
    assert since(graph, struck).words == (
        f"Since this snapshot was taken {after.struck} quotes have been struck ({today})."
    )
    assert (after.name, after.notes, after.created) == ("For the talk", "Notes", before.created)
    assert resolved(graph, before.id) == resolved(graph, before.short_id) == after.id
    assert listed(graph).kept == (after,)
    assert quoting(graph, "a") == ()
    for quote in filter(None, quotes(taken, "a")):
        rows = graph.read(
            "MATCH (n:SnapshotValue) WHERE n.json CONTAINS $quote RETURN n.id", {"quote": quote}
        )
        assert rows == []


def test_an_id_struck_twice_leads_all_the_way(graph: BoltStore, taken: Snapshot) -> None:
    keep(graph, taken)
    strike(graph, taken.id, "a")
    last = strike(graph, taken.id, "b")
    assert resolved(graph, taken.id) == last.id
    assert {one.quote for one in read(graph, taken.id).statements} == {""}
    delete(graph, last.id)
    with pytest.raises(NotFound):
        described(graph, taken.id)


def test_a_snapshot_without_such_quotes_stays(graph: BoltStore, taken: Snapshot) -> None:
    kept = keep(graph, taken)
    assert strike(graph, kept.id, "nowhere") == kept


def test_opened_later_it_says_what_became_of_its_sources(graph: BoltStore, taken: Snapshot) -> None:
    assert since(graph, taken).words == ""
    papers = [one.id for one in taken.citations if one.kind == "publication"]
    with graph.transaction() as transaction:
        transaction.run("MATCH (p:Publication {id: $id}) SET p.retracted = true", {"id": papers[0]})
    assert since(graph, taken).words == (
        "Since this snapshot was taken 1 source has been retracted."
    )
    forget(graph, "a")
    forget(graph, "b")
    assert len(since(graph, taken).forgotten) == len(taken.citations)


def test_a_file_from_before_does_not_bring_struck_quotes_back(
    graph: BoltStore, reader_store: BoltStore, taken: Snapshot
) -> None:
    before = keep(graph, taken)
    after = strike(graph, before.id, "a")
    with pytest.raises(GutgraphError) as refused:
        keep(graph, taken)
    assert f"is kept as {after.short_id}" in str(refused.value)
    assert read(reader_store, before.id).id == after.id
