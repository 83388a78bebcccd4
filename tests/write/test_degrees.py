"""Degrees: an entity keeps how many claims it has, and how many digits that number has."""

import pytest

from graph.engine.bolt import BoltStore
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


def by_digits(store: BoltStore) -> dict[int | None, list[int]]:
    query = "MATCH (n:Entity) RETURN n.degree_digits AS digits, collect(n.degree) AS degrees"
    return {row["digits"]: row["degrees"] for row in store.read(query)}
