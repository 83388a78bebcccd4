"""What forgetting would take away is what it does take away, on each engine."""

from dataclasses import replace

import pytest

from graph.ask.answers import LoadedDocument
from graph.ask.forgetting import COUNTED, consequences
from graph.ask.sources import documents
from graph.engine.bolt import BoltStore
from graph.model.record import Record
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.write.sample import UP, cite, define, document, evidence

pytestmark = pytest.mark.engine


def two_that_share() -> list[Record]:
    """Two documents without database rows that share a claim, a publication and an entity."""
    return [
        document("c"),
        cite("c", 1, pmid="7"),
        cite("c", 2, pmid="8"),
        evidence("c", UP, "It rose."),
        evidence("c", "GUT:one~CAUSES~GUT:two", "One causes two."),
        document("d"),
        cite("d", 1, pmid="7"),
        define("d", "GUT:one", "one"),
        evidence("d", UP, "It rose here too."),
    ]


def test_the_consequences_told_are_those_that_come(store: BoltStore, graph: BoltStore) -> None:
    """Forget one after the other: what was shared goes with the last that brought it."""
    write_records(store, two_that_share(), 5000)
    for id_ in ("c", "hub", "d"):
        foreseen = consequences(graph, _loaded(graph, id_))
        gone = forget(store, id_)
        told = (foreseen.evidence, foreseen.claims, foreseen.entities, foreseen.publications)
        assert told == (gone.evidence, gone.claims, gone.entities, gone.publications)
        assert told[:2] == {"c": (2, 1), "hub": (60, 60), "d": (1, 0)}[id_]
        assert foreseen.recounted == (0 if id_ == "hub" else 1)  # "a" speaks of it too
        assert foreseen.exact


def test_of_a_document_with_database_rows_only_the_most_is_told(
    store: BoltStore, graph: BoltStore
) -> None:
    foreseen = consequences(graph, _loaded(graph, "b"))
    gone = forget(store, "b")
    assert not foreseen.exact
    assert foreseen.claims >= gone.claims
    assert foreseen.evidence == gone.evidence


def test_of_a_very_large_document_only_the_most_is_told(graph: BoltStore) -> None:
    large = replace(_loaded(graph, "hub"), evidence=COUNTED + 1)
    foreseen = consequences(graph, large)
    assert not foreseen.exact
    assert foreseen.claims >= foreseen.evidence


def _loaded(graph: BoltStore, id_: str) -> LoadedDocument:
    return next(one for one in documents(graph) if one.document.id == id_)
