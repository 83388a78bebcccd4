"""Search finds what was meant: fifty misspellings, written before any of them was tried."""

from pathlib import Path
from typing import Final

import pytest

from graph.ask.search import search
from graph.ask.suggest import suggestions
from graph.engine.bolt import BoltStore
from graph.engine.schema import prepare
from graph.engine.upgrade import bring_up_to_date
from graph.model import known
from graph.model.entity import Definition
from graph.model.identity import DocumentId
from graph.write.checksum import checksum
from graph.write.writer import write_records
from tests.ask.sample import everything
from tests.write.sample import MS, document

pytestmark = pytest.mark.engine

FILE: Final = Path(__file__).with_name("misspellings.tsv")
WANTED: Final = 45


def typed_and_meant() -> list[tuple[str, str]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(typed, name) for typed, name in rows[1:]]


def test_fifty_misspellings_find_their_entity_in_the_top_three(
    store: BoltStore, reader_store: BoltStore
) -> None:
    every = [Definition(one, DocumentId("names")) for one in known.entities().values()]
    write_records(store, [document("names"), *every], 5000)
    listed = typed_and_meant()
    missed = [
        typed
        for typed, name in listed
        if name not in {hit.entity.name for hit in search(reader_store, typed, 3)}
    ]
    assert len(listed) == 50
    assert len(missed) <= len(listed) - WANTED, missed


def test_a_graph_of_an_earlier_version_is_brought_up_to_date(store: BoltStore) -> None:
    write_records(store, everything(), 5000)
    before = checksum(store)
    with store.transaction() as transaction:
        transaction.run("MATCH (n:Entity) REMOVE n.near_keys, n.degree_digits")
    assert search(store, "multple sclerosis") == ()
    assert suggestions(store, 1)[0].entity.id == MS
    prepare(store)
    assert search(store, "multple sclerosis")[0].entity.id == MS
    assert checksum(store) == before
    assert bring_up_to_date(store) == 0
