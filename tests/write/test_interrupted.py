"""Whatever stops a writer, the graph says so, and loading again mends it."""

from collections.abc import Callable

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.store import Store
from graph.errors import StoreUnavailable
from graph.model.record import Record
from graph.write.check import check
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.writer import Written, write_records
from tests.write.cut import CutStore
from tests.write.sample import UP, document, document_a, document_b, evidence

pytestmark = pytest.mark.engine
PENDING = ["a document whose load did not end; load it again"]


def version(store: Store) -> tuple[str, bool]:
    row = store.read(
        "MATCH (g:Graph) RETURN g.data_version AS version, coalesce(g.pending, false) AS pending"
    )[0]
    return row["version"], row["pending"]


def released(store: Store) -> Store:
    """Do what the expiry of a dead writer's lease does."""
    with store.transaction() as transaction:
        transaction.run("MATCH (l:Lease) DELETE l")
    return store


def stopping(at: int) -> Callable[[Written], None]:
    """Stop a load after a number of its records."""

    def told(written: Written) -> None:
        if written.records == at:
            raise KeyboardInterrupt

    return told


def long_document(version: str) -> list[Record]:
    said = [evidence("long", UP, f"It rose, says {number}.") for number in range(8)]
    return [document("long", version=version), *said]


# Before the first part the lease is taken and the load marked as begun: two transactions.
@pytest.mark.parametrize("after", [3, 4, 5, 6])
def test_an_interrupted_forget_loses_nothing_once_the_document_is_loaded_again(
    store: BoltStore, after: int
) -> None:
    both = [*document_a(), *document_b()]
    write_records(store, both, 5000)
    undisturbed = checksum(store)
    with CutStore(store, after) as cut, pytest.raises(StoreUnavailable) as stopped:
        forget(cut, "a", batch_size=3)
    assert str(stopped.value) == f"cut at transaction {after + 1}"
    assert [problem.text for problem in check(store)] == PENDING
    report = write_records(released(store), both, 3)
    assert [one.outcome for one in report] == ["loaded", "unchanged"]
    assert checksum(store) == undisturbed
    assert check(store) == []


@pytest.mark.parametrize("wanted", ["1", "2", "3"])
@pytest.mark.parametrize("after", [3, 7])
def test_an_interrupted_replacement_loses_nothing_whichever_version_is_loaded_next(
    store: BoltStore, after: int, wanted: str
) -> None:
    write_records(store, long_document(wanted), 3)
    undisturbed = checksum(store)
    forget(store, "long")
    write_records(store, long_document("1"), 3)
    with CutStore(store, after) as cut, pytest.raises(StoreUnavailable):
        write_records(cut, long_document("2"), 3)
    write_records(released(store), long_document(wanted), 3)
    assert checksum(store) == undisturbed
    assert check(store) == []


def test_a_load_cut_before_its_last_mark_is_ended_by_the_next_though_it_has_nothing_new(
    store: BoltStore,
) -> None:
    write_records(store, document_a(), 5000)
    wanted = version(store)
    forget(store, "a")
    # The lease, the mark, the document: the fourth transaction writes the graph's version.
    with CutStore(store, 3) as cut, pytest.raises(StoreUnavailable):
        write_records(cut, document_a(), 5000)
    assert version(store)[1]
    (report,) = write_records(released(store), document_a(), 5000)
    assert report.outcome == "unchanged"
    assert version(store) == wanted == (wanted[0], False)


def test_no_half_of_a_document_has_the_version_of_the_whole(store: BoltStore) -> None:
    write_records(store, document_a(), 2)
    whole, pending = version(store)
    assert not pending
    forget(store, "a")
    seen = {whole}
    for at in (1, 3, 2):
        with pytest.raises(KeyboardInterrupt):
            write_records(store, document_a(), 2, stopping(at))
        half, pending = version(store)
        assert pending
        assert half not in seen
        seen.add(half)
    write_records(store, document_b(), 5000)
    assert version(store)[1]
    forget(store, "b")
    write_records(store, document_a(), 2)
    assert version(store) == (whole, False)
