"""The store over Bolt: rows, streams, transactions, and a stranger's query that is stopped."""

import time

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.engine.embedded import status
from graph.engine.schema import prepare, statements
from graph.errors import QueryTimeout, StoreRejected, StoreUnavailable
from graph.settings import Settings

pytestmark = pytest.mark.engine

ENDLESS = "MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id + b.id + c.id = 'x' RETURN count(*)"


def fill(store: BoltStore, entities: int) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "UNWIND range(1, $n) AS i CREATE (:Entity {id: 'e' + toString(i)})", {"n": entities}
        )


def test_rows_are_json_values(reader_store: BoltStore, store: BoltStore) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "CREATE (:Entity:Disease {id: 'a', tags: ['x']})-[:CAUSES {papers: 2}]->"
            "(:Entity {id: 'b'})"
        )
    rows = reader_store.read(
        "MATCH p = (a:Entity {id: $id})-[r]->(b) "
        "RETURN a, r, nodes(p) AS ends, [1, 2.5, null, true] AS list, {k: 'v'} AS map, "
        "date('2026-01-02') AS day",
        {"id": "a"},
    )
    a = {"labels": ["Disease", "Entity"], "properties": {"id": "a", "tags": ["x"]}}
    b = {"labels": ["Entity"], "properties": {"id": "b"}}
    assert rows == [
        {
            "a": a,
            "r": {"type": "CAUSES", "from": "a", "to": "b", "properties": {"papers": 2}},
            "ends": [a, b],
            "list": [1, 2.5, None, True],
            "map": {"k": "v"},
            "day": "2026-01-02",
        }
    ]


def test_the_engine_is_detected(embedded: Settings, store: BoltStore) -> None:
    with BoltStore(store.address, "reader", status(embedded).password, store.database) as detected:
        assert detected.engine == store.engine == "arcadedb"
    with open_store(embedded, "reader") as opened:
        assert opened.address == store.address


def test_a_wrong_password_is_refused(store: BoltStore) -> None:
    with pytest.raises(StoreUnavailable, match="refuses the login"):
        BoltStore(store.address, "reader", "wrong password", store.database)


def test_a_stream_gives_every_row_once(store: BoltStore, reader_store: BoltStore) -> None:
    fill(store, 3_500)  # more than three of the driver's batches
    rows = reader_store.stream("MATCH (n:Entity) RETURN n.id AS id")
    assert sorted(row["id"] for row in rows) == sorted(f"e{i}" for i in range(1, 3_501))


def test_an_error_in_the_block_rolls_the_transaction_back(store: BoltStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction() as transaction:
        transaction.run("CREATE (:Entity {id: 'a'})")
        assert transaction.run("MATCH (n:Entity) RETURN n.id AS id") == [{"id": "a"}]
        raise ZeroDivisionError
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_refused_query_rolls_the_transaction_back(store: BoltStore) -> None:
    with pytest.raises(StoreRejected, match="refuses a value"), store.transaction() as transaction:
        transaction.run("CREATE (:Entity {id: 'a'})")
        transaction.run("CREATE (:Entity {id: 'a'})")
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_strangers_query_is_stopped_by_the_server(
    store: BoltStore, reader_store: BoltStore
) -> None:
    fill(store, 2_000)
    began = time.monotonic()
    with (
        pytest.raises(QueryTimeout, match="past its time limit"),
        reader_store.stranger(f"{ENDLESS} // as slow as can be", {}, 0.5) as answer,
    ):
        list(answer.rows)
    assert time.monotonic() - began < 3
    assert running(store) == []


def test_a_strangers_answer_can_be_left_in_the_middle(
    store: BoltStore, reader_store: BoltStore
) -> None:
    fill(store, 1_000)
    text = "MATCH (a:Entity), (b:Entity), (c:Entity) RETURN a.id AS a, b.id AS b"
    began = time.monotonic()
    with reader_store.stranger(text, None, 30) as answer:
        assert answer.columns == ("a", "b")
        assert len([next(answer.rows) for _ in range(11)]) == 11
    assert time.monotonic() - began < 5
    assert running(reader_store) == []


def running(store: BoltStore) -> list[str]:
    found = store.read("SHOW TRANSACTIONS")
    return [row["currentQuery"] for row in found if "MATCH" in row["currentQuery"]]


def test_the_schema_is_made_once(store: BoltStore) -> None:
    before = store.read("SHOW INDEXES")
    prepare(store)
    assert store.read("SHOW INDEXES") == before
    held = {f"{row['labelsOrTypes'][0]}.{row['properties'][0]}" for row in before}
    assert held == {
        *("Entity.id", "Entity.search_text", "Entity.name_keys", "Entity.near_keys"),
        *("Entity.degree_digits", "Evidence.id", "Evidence.claim"),
        *("Lease.id", "Graph.id", "PublicationKey.id"),
        *("Evidence.document", "Publication.id", "Publication.pmid", "Publication.doi"),
        *("Publication.title_key", "Document.id", "Text.sha256", "Review.evidence"),
        "Snapshot.id",
    }


def test_statements_end_with_a_semicolon_and_comments_are_dropped() -> None:
    assert statements("// why\nA\n  B;\n\nC;\n") == ["A\n  B", "C"]
