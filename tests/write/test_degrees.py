"""Degrees: an entity keeps how many claims it has, and how many digits that number has."""

from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.ask.sample import everything
from tests.engines import engine

__all__ = ["engine"]

pytestmark = pytest.mark.engine


def test_the_digits_of_a_degree_follow_it_up_and_down(store: BoltStore) -> None:
    write_records(store, everything(), 7)
    kept = by_digits(store)
    assert set(kept) == {None, 2}
    assert min(kept[2]) >= 10
    assert max(kept[None]) < 10
    forget(store, "hub")
    assert set(by_digits(store)) == {None}


@pytest.mark.parametrize("batch", [1, 100])
def test_the_digits_fit_whatever_the_batches_and_with_claims_of_a_thing_with_itself(
    store: BoltStore, batch: int
) -> None:
    write_records(store, itself_and_neighbours(10), batch)
    assert by_digits(store) == {2: [11], None: [1] * 10}


def itself_and_neighbours(number: int) -> Iterator[Record]:
    """A hub's claims with its neighbours, the last one with itself."""
    document = DocumentId("round")
    yield Document(document, "0" * 64, "table", "round", loader="made", loader_version="1")
    hub = Entity(EntityId("MADE:hub"), "hub", "Gene")
    near = [Entity(EntityId(f"MADE:{one}"), f"near {one}", "Gene") for one in range(number)]
    yield from (Definition(one, document) for one in (hub, *near))
    for one in near:
        yield Assertion(Claim.of(one.id, "AFFECTS", hub.id), document, "infores:made")
    yield Assertion(Claim.of(hub.id, "AFFECTS", hub.id), document, "infores:made")


def by_digits(store: BoltStore) -> dict[int | None, list[int]]:
    query = "MATCH (n:Entity) RETURN n.degree_digits AS digits, collect(n.degree) AS degrees"
    return {row["digits"]: row["degrees"] for row in store.read(query)}
