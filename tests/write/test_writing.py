"""Writing: idempotent, independent of order and of batches, and undone by forgetting."""

from typing import Any

import pytest

from graph.engine.store import Store
from graph.errors import NotFound, RecordError
from graph.model.identity import DocumentId
from graph.model.publication import Publication
from graph.model.record import Record
from graph.write.check import check
from graph.write.checksum import checksum
from graph.write.forget import forget
from graph.write.writer import Written, write_records
from tests.write.sample import (
    DOWN,
    MS,
    TEXT_A,
    UP,
    cite,
    define,
    document,
    document_a,
    document_b,
    evidence,
)

pytestmark = pytest.mark.engine
BATCH = 5000


def edge(store: Store, id_: str) -> dict[str, Any]:
    rows = store.read(
        "MATCH (:Entity)-[r]->(:Entity) WHERE r.id = $id RETURN properties(r) AS p", {"id": id_}
    )
    return rows[0]["p"] if rows else {}


def publications(store: Store) -> dict[str, dict[str, Any]]:
    rows = store.read("MATCH (p:Publication) RETURN p.id AS id, properties(p) AS p")
    return {row["id"]: row["p"] for row in rows}


def test_loading_twice_changes_nothing_and_says_so(store: Store) -> None:
    first = write_records(store, document_a(), BATCH)
    before = checksum(store)
    second = write_records(store, document_a(), BATCH)
    assert (first[0].outcome, second[0].outcome) == ("loaded", "unchanged")
    assert checksum(store) == before
    assert (second[0].evidence, second[0].mentions, second[0].citations) == (2, 2, 2)


@pytest.mark.parametrize("size", [1, 2, 3, BATCH])
def test_load_a_load_b_forget_a_equals_load_b_alone(store: Store, size: int) -> None:
    write_records(store, document_b(), BATCH)
    alone = checksum(store)
    forget(store, "b")
    write_records(store, [*document_a(), *document_b()], size)
    assert checksum(store) != alone
    assert check(store) == []
    forget(store, "a", batch_size=size)
    assert checksum(store) == alone


def test_the_order_of_loading_does_not_matter(store: Store) -> None:
    write_records(store, [*document_a(), *document_b()], BATCH)
    one = checksum(store)
    for id_ in ("a", "b"):
        forget(store, id_)
    write_records(store, [*document_b(), *document_a()], BATCH)
    assert checksum(store) == one


def test_forgetting_everything_leaves_an_empty_graph(store: Store) -> None:
    write_records(store, [*document_a(), *document_b()], BATCH)
    for id_ in ("a", "b"):
        forget(store, id_)
    rows = store.read("MATCH (n) WHERE NOT n:Graph AND NOT n:Lease RETURN labels(n) AS labels")
    assert rows == []


def test_an_entity_is_named_by_its_smallest_document(store: Store) -> None:
    write_records(store, document_b(), BATCH)
    write_records(store, document_a(), BATCH)
    name = "MATCH (n:Entity {id: 'X:1'}) RETURN n.name AS name, n.defined_in AS documents"
    assert store.read(name) == [{"name": "gene one as a says", "documents": ["a", "b"]}]
    forget(store, "a")
    assert store.read(name) == [{"name": "gene one as b says", "documents": ["b"]}]


def test_a_vocabulary_entity_keeps_its_name_and_an_unknown_one_is_a_concept(store: Store) -> None:
    write_records(store, [document("d"), define("d", MS, "another name"), *document_b()], BATCH)
    rows = store.read(
        "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id, n.name AS name, "
        "n.category AS category ORDER BY id",
        {"ids": [MS, "X:3"]},
    )
    assert rows == [
        {"id": MS, "name": "multiple sclerosis", "category": "Disease"},
        {"id": "X:3", "name": "X:3", "category": "Concept"},
    ]


def test_a_later_source_joins_two_publications_and_forgetting_it_splits_them(store: Store) -> None:
    write_records(store, document_b(), BATCH)
    assert sorted(publications(store)) == ["DOI:10.1000/x", "PMID:1"]
    assert edge(store, UP)["papers"] == 0
    write_records(store, document_a(), BATCH)
    joined = publications(store)
    assert list(joined) == ["PMID:1"]
    assert (joined["PMID:1"]["doi"], joined["PMID:1"]["year"]) == ("10.1000/x", 2001)
    assert (edge(store, UP)["supports"], edge(store, UP)["papers"]) == (2, 1)
    forget(store, "a")
    assert sorted(publications(store)) == ["DOI:10.1000/x", "PMID:1"]
    assert (edge(store, UP)["papers"], edge(store, DOWN)["papers"]) == (0, 1)


def test_both_directions_from_one_publication_are_mixed_from_two_contested(store: Store) -> None:
    write_records(store, [*document_a(), *document_b()], BATCH)
    assert edge(store, UP)["agreement"] == edge(store, DOWN)["agreement"] == "mixed"
    forget(store, "a")
    assert edge(store, UP)["agreement"] == edge(store, DOWN)["agreement"] == "contested"


def test_a_retraction_recounts_the_claims_of_the_publication(store: Store) -> None:
    write_records(store, document_a(), BATCH)
    assert edge(store, UP)["supports"] == 1
    paper = Publication(pmid="1", retracted=True)
    write_records(store, [document("notice", "Retracted.", publication=paper)], BATCH)
    assert (edge(store, UP)["supports"], edge(store, UP)["papers"]) == (0, 0)
    forget(store, "notice")
    assert (edge(store, UP)["supports"], edge(store, UP)["papers"]) == (1, 1)


@pytest.mark.parametrize("size", [1, BATCH])
def test_a_new_version_replaces_the_old_and_what_stays_keeps_its_id(
    store: Store, size: int
) -> None:
    write_records(store, document_a(), BATCH)
    ids = {row["id"] for row in store.read("MATCH (e:Evidence) RETURN e.id AS id")}
    text = "Now: Akkermansia rose in MS."
    new: list[Record] = [
        document("a", text, version="2"),
        cite("a", 1, pmid="1"),
        evidence("a", UP, "Akkermansia rose in MS.", text=text, cited=("PMID:1",)),
    ]
    report = write_records(store, new, size)
    assert (report[0].outcome, report[0].evidence) == ("replaced", 1)
    rows = store.read("MATCH (e:Evidence) RETURN e.id AS id, e.start AS start")
    assert [row["id"] in ids for row in rows] == [True]
    assert rows[0]["start"] == text.index("Akkermansia")
    assert edge(store, f"X:1~CAUSES~{MS}") == {}
    assert check(store) == []
    replaced = checksum(store)
    forget(store, "a")
    write_records(store, new, BATCH)
    assert checksum(store) == replaced


def test_a_load_that_stopped_goes_on_where_it_was(store: Store) -> None:
    whole = document_a()

    def stops(written: Written) -> None:
        if written.records == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_records(store, whole, 2, stops)
    assert [problem.text for problem in check(store)] == [
        "a document whose load did not end; load it again"
    ]
    told: list[Written] = []
    report = write_records(store, whole, 2, told.append)
    assert (report[0].outcome, report[0].records, told[-1].records) == ("loaded", 8, 3)
    resumed = checksum(store)
    forget(store, "a")
    write_records(store, whole, 2)
    assert checksum(store) == resumed


def test_numbers_of_the_graph_are_kept(store: Store) -> None:
    write_records(store, [*document_a(), *document_b()], BATCH)
    kept = store.read("MATCH (g:Graph) RETURN g.entities AS n, g.claims AS c, g.evidence AS e")[0]
    counted = store.read(
        "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->(:Entity) "
        "RETURN count(DISTINCT n) AS n, count(r) AS c"
    )[0]
    assert (kept["n"], kept["c"], kept["e"]) == (counted["n"], counted["c"], 4)


def test_aims_and_titles_are_kept_and_never_counted(store: Store) -> None:
    write_records(store, [document("d"), evidence("d", UP, "We ask.", status="aim")], BATCH)
    assert (edge(store, UP)["supports"], edge(store, UP)["mentions"]) == (0, 0)


def test_evidence_that_cites_an_unlisted_title_is_refused_and_nothing_is_written(
    store: Store,
) -> None:
    unlisted = evidence("d", UP, "It rose.", cited=("TITLE:abc",))
    records: list[Record] = [document("d"), unlisted]
    with pytest.raises(RecordError) as refused:
        write_records(store, records, BATCH)
    assert str(refused.value) == (
        "evidence in 'd': it cites TITLE:abc, which no citation of the document lists before it. "
        "Mend the values named, then load again."
    )
    assert store.read("MATCH (n:Document) RETURN n.id AS id") == []


def test_forgetting_what_is_not_there_names_the_nearest(store: Store) -> None:
    write_records(store, [document(DocumentId("notes/gut.md"), TEXT_A)], BATCH)
    with pytest.raises(NotFound) as missing:
        forget(store, "notes/gut.txt")
    assert str(missing.value) == (
        "Document 'notes/gut.txt' is not in the graph. Nearest: notes/gut.md."
    )
