"""The same records make the same graph, in however many parts they come."""

from dataclasses import replace

import pytest

from graph.engine.store import Store
from graph.model.entity import Mention
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record
from graph.write.check import check
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.write.sample import MS, UP, cite, document, evidence

pytestmark = pytest.mark.engine


def repeating() -> list[Record]:
    said = evidence("r", UP, "It rose.", cited=("PMID:1", "PMID:2"))
    named = [Mention(DocumentId("r"), EntityId(MS), (at,), (at + 2,)) for at in (9, 3, 9)]
    return [
        document("r", "It rose in MS and MS again."),
        cite("r", 1, pmid="1", title="Of taxa"),
        cite("r", 1, pmid="1", title="Of taxa"),
        named[0],
        said,
        named[1],
        replace(said, certainty="suggested", section="later", cited=()),
        named[2],
        replace(said, section="last"),
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_what_repeats_over_two_parts_is_kept_once_as_within_one(store: Store, size: int) -> None:
    whole = write_records(store, repeating(), 5000)
    at_once = checksum(store)
    assert check(store) == []
    forget(store, "r")
    parts = write_records(store, repeating(), size)
    assert checksum(store) == at_once
    assert check(store) == []
    assert parts == whole
    rows = store.read("MATCH (:Document)-[r:MENTIONS]->() RETURN r.starts AS starts")
    assert rows == [{"starts": [3, 9]}]
    assert store.read("MATCH (e:Evidence) RETURN e.certainty AS c") == [{"c": "asserted"}]
