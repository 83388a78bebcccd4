"""The tables of the Claims page: read once for a version, one at a time, and told apart."""

from threading import Event

import pytest

from graph.ask.claim_columns import parts_of
from graph.ask.claim_table import ClaimTable
from graph.errors import StoreUnavailable
from web.pages.reading_claims import _under_way
from web.tables import Read, Tables, Told, Which

GRAPH = ("data", "", "neo4j")
FIRST, SECOND = Which(GRAPH, "one"), Which(GRAPH, "two")


def table() -> ClaimTable:
    return ClaimTable.of(parts_of([], 10))


def reading(made: list[str], name: str) -> Read:
    def read(told: Told) -> ClaimTable:
        made.append(name)
        told(7)
        return table()

    return read


def test_a_table_is_read_once_for_each_version_and_entity() -> None:
    made: list[str] = []
    tables = Tables()
    for which, name in (
        (FIRST, "first"),
        (FIRST, "again"),
        (Which(GRAPH, "one", "A:1"), "entity"),
        (SECOND, "second"),
        (FIRST, "back"),
    ):
        found = tables.find(which, reading(made, name))
        found.wait(10)
        assert found.table is not None
        assert found.read == 7
    assert made == ["first", "entity", "second", "back"]


def test_the_second_waits_for_the_first_and_a_past_version_is_given_up() -> None:
    begun, going = Event(), Event()

    def slow(told: Told) -> ClaimTable:
        begun.set()
        going.wait(10)
        told(1)
        return table()

    tables = Tables()
    made: list[str] = []
    old = tables.find(FIRST, slow)
    assert begun.wait(10)
    new = tables.find(SECOND, reading(made, "new"))
    assert made == []
    going.set()
    old.wait(10)
    new.wait(10)
    assert (old.ended, old.table, old.error) == (True, None, None)
    assert new.table is not None


def test_an_error_is_kept_for_the_page_and_the_next_call_begins_again() -> None:
    def broken(told: Told) -> ClaimTable:
        raise StoreUnavailable("No store answers at bolt://127.0.0.1:1")

    tables = Tables()
    found = tables.find(FIRST, broken)
    found.wait(10)
    assert str(found.error) == "No store answers at bolt://127.0.0.1:1"
    made: list[str] = []
    again = tables.find(FIRST, reading(made, "again"))
    again.wait(10)
    assert again.table is not None


@pytest.mark.parametrize(
    ("read", "expected", "said"),
    [
        (75_000, 300_000, ("Reading 300,000 claims", "75,000 so far", "width: 25%")),
        (500, 0, ("Reading claims", "500 so far", "bar unknown")),
    ],
)
def test_the_page_says_how_far_it_is(read: int, expected: int, said: tuple[str, ...]) -> None:
    assert all(words in _under_way(read, expected) for words in said)
