"""A graph of an older version: a reader is told what it lacks, a writer brings it up to date."""

from collections.abc import Iterator

import pytest

from graph.ask import console
from graph.ask.search import search
from graph.engine.bolt import BoltStore
from graph.engine.schema import missing, prepare
from graph.errors import StoreRejected
from graph.settings import Settings
from graph.write.check import check
from graph.write.writer import write_records
from tests.engines import emptied
from tests.failures import seen
from tests.write.sample import document_a

pytestmark = pytest.mark.engine


@pytest.fixture
def old(store: BoltStore) -> Iterator[BoltStore]:
    """A graph whose schema a test may take away; made again at the end."""
    write_records(store, document_a(), 5000)
    yield store
    prepare(emptied(store))


def without(store: BoltStore, label: str, name: str) -> None:
    """Drop what the schema has on a property, constraint or index."""
    for row in store.read("SHOW INDEXES"):
        if (row["labelsOrTypes"], row["properties"]) == ([label], [name]):
            what, called = "INDEX", row["name"]
            if row["owningConstraint"] is not None:
                what, called = "CONSTRAINT", row["owningConstraint"]
            with store.transaction() as transaction:
                transaction.run(f"DROP {what} `{called}`")


def test_what_is_missing_is_told_by_check_and_made_by_the_next_writer(
    old: BoltStore, reader_store: BoltStore
) -> None:
    assert missing(reader_store) == ()
    without(old, "Evidence", "claim")
    without(old, "Document", "id")
    assert missing(reader_store) == ("Document.id", "Evidence.claim")
    problems = check(reader_store)
    assert [(one.kind, one.id) for one in problems] == [
        ("schema", "Document.id"),
        ("schema", "Evidence.claim"),
    ]
    for problem in problems:
        seen("old schema, check", problem.text, 1)
    prepare(old)
    assert check(reader_store) == []


def test_a_search_without_its_index_says_how_it_is_made(
    old: BoltStore, reader_store: BoltStore
) -> None:
    if old.engine == "arcadedb":
        return  # its full-text indexes are made whenever it starts
    without(old, "Entity", "search_text")
    with pytest.raises(StoreRejected) as told:
        search(reader_store, "gene", 5)
    seen("old schema, search", told.value)
    prepare(old)
    assert search(reader_store, "gene", 5)


def test_data_that_breaks_a_constraint_of_this_version_is_named_and_nothing_is_written(
    old: BoltStore, reader_store: BoltStore, graph_settings: Settings
) -> None:
    without(old, "Snapshot", "id")
    with old.transaction() as transaction:
        transaction.run("UNWIND [1, 2] AS i CREATE (:Snapshot {id: 'twice'})")
    with pytest.raises(StoreRejected) as told:
        prepare(old)
    seen("old schema, data", told.value)
    query = str(told.value).rpartition("gutgraph query ")[2].strip('"')
    assert console.run(reader_store, query, graph_settings).rows == (("twice", 2),)
    assert missing(old) == ("Snapshot.id",)
