"""Many inputs under one lease: each written as before, the graph's version once."""

import pytest

from graph.ask.overview import overview
from graph.engine.bolt import BoltStore
from graph.errors import RecordError
from graph.model.record import Record
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.writer import write_records, writing
from tests.write.cut import CutStore
from tests.write.sample import UP, document, document_a, document_b, evidence

pytestmark = pytest.mark.engine


def test_two_inputs_cost_a_transaction_each_and_four_for_both(store: BoltStore) -> None:
    write_records(store, [*document_a(), *document_b()], 5000)
    together = checksum(store)
    for id_ in ("a", "b"):
        forget(store, id_)
    # It counts the transactions, and lets them all through.
    with CutStore(store, 100) as counted:
        with writing(counted) as session:
            session.write(document_a(), 5000)
            session.write(document_b(), 5000)
        assert counted.begun == 6
    assert checksum(store) == together


def test_a_refused_input_does_not_stop_the_next_one(store: BoltStore) -> None:
    refused: list[Record] = [document("r"), evidence("r", UP, "It rose.", cited=("TITLE:abc",))]
    with writing(store) as session:
        with pytest.raises(RecordError):
            session.write(refused, 5000)
        session.write(document_b(), 5000)
    kept = store.read("MATCH (g:Graph) RETURN g.pending AS pending, g.documents AS documents")
    assert kept == [{"pending": None, "documents": 1}]


def test_half_a_load_is_kept_under_no_version(store: BoltStore) -> None:
    write_records(store, document_a(), 5000)
    before = overview(store)
    with writing(store) as session:
        session.write(document_b(), 5000)
        within = overview(store)
    after = overview(store)
    assert (before.changing, within.changing, after.changing) == (False, True, False)
    assert within.data_version == before.data_version
    assert len({before.state, within.state, after.state}) == 3
