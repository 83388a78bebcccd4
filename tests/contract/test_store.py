"""The store keeps its promises whichever engine answers: rows, transactions, limits, errors."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.engine.embedded import status
from graph.engine.folder import DataFolder
from graph.engine.schema import prepare
from graph.engine.store import Engine
from graph.errors import QueryTimeout, StoreRejected, StoreUnavailable
from graph.settings import Settings
from tests.contract.gate import Gate

pytestmark = pytest.mark.engine

ENDLESS = "MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id + b.id + c.id = 'x' RETURN count(*)"


@pytest.fixture
def password(engine: Engine, graph_settings: Settings) -> str:
    """The password of a login that reads."""
    if engine == "arcadedb":
        return status(graph_settings).password
    return graph_settings.neo4j_password.get_secret_value()


@pytest.fixture
def username(engine: Engine) -> str:
    return {"arcadedb": "reader", "neo4j": "neo4j"}[engine]


def fill(store: BoltStore, entities: int) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "UNWIND range(1, $n) AS i CREATE (:Entity {id: 'e' + toString(i)})", {"n": entities}
        )


def count(store: BoltStore) -> int:
    return int(store.read("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"])


def test_the_settings_open_the_engine_and_it_is_detected(
    engine: Engine, graph_settings: Settings, username: str, password: str
) -> None:
    with open_store(graph_settings, "reader") as opened:
        assert opened.engine == engine
        with BoltStore(opened.address, username, password, opened.database) as detected:
            assert detected.engine == engine


def test_rows_are_json_values(store: BoltStore, reader_store: BoltStore) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "CREATE (:Entity:Disease {id: 'a', tags: ['x']})-[:CAUSES {papers: 2}]->"
            "(:Entity {id: 'b'})"
        )
    rows = reader_store.read(
        "MATCH p = (a:Entity {id: $id})-[r]->(b) "
        "RETURN a, r, nodes(p) AS ends, [1, 2.5, null, true] AS list, {k: 'v'} AS map, "
        "date('2026-01-02') AS day, duration('P1M') AS month, point({x: 1, y: 2}) AS place",
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
            "month": "P1M",
            "place": [1.0, 2.0],
        }
    ]


def test_a_stream_gives_every_row_once(store: BoltStore, reader_store: BoltStore) -> None:
    fill(store, 3_500)  # more than three of the driver's batches
    rows = reader_store.stream("MATCH (n:Entity) RETURN n.id AS id")
    assert sorted(row["id"] for row in rows) == sorted(f"e{i}" for i in range(1, 3_501))


def test_an_error_in_the_block_rolls_the_transaction_back(store: BoltStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction() as transaction:
        transaction.run("CREATE (:Entity {id: 'a'})")
        assert transaction.run("MATCH (n:Entity) RETURN n.id AS id") == [{"id": "a"}]
        raise ZeroDivisionError
    assert count(store) == 0


def test_a_second_node_of_an_id_is_refused_and_nothing_is_kept(store: BoltStore) -> None:
    with pytest.raises(StoreRejected, match="refuses a value"), store.transaction() as transaction:
        transaction.run("CREATE (:Entity {id: 'a'})")
        transaction.run("CREATE (:Entity {id: 'a'})")
    assert count(store) == 0


def test_the_schema_is_prepared_and_making_it_again_changes_nothing(store: BoltStore) -> None:
    query = "SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties"
    before = [row for row in store.read(query) if row["labelsOrTypes"]]
    prepare(store)
    assert [row for row in store.read(query) if row["labelsOrTypes"]] == before
    assert {f"{row['labelsOrTypes'][0]}.{row['properties'][0]}" for row in before} == {
        *("Entity.id", "Entity.search_text", "Entity.name_keys", "Entity.near_keys"),
        *("Entity.degree_digits", "Evidence.id", "Evidence.claim"),
        *("Evidence.document", "Publication.id", "Publication.pmid", "Publication.doi"),
        *("Publication.title_key", "PublicationKey.id", "Document.id", "Text.sha256"),
        *(
            "Review.evidence",
            "Review.id",
            "Snapshot.id",
            "SnapshotValue.id",
            "Story.id",
            "Graph.id",
            "Lease.id",
        ),
    }


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
    assert time.monotonic() - began < 10
    assert running(store) == []


def test_a_strangers_answer_can_be_left_in_the_middle(
    store: BoltStore, reader_store: BoltStore
) -> None:
    fill(store, 1_000)
    text = "MATCH (a:Entity), (b:Entity), (c:Entity) RETURN a.id AS a, b.id AS b"
    began = time.monotonic()
    with reader_store.stranger(text, None, 60) as answer:
        assert answer.columns == ("a", "b")
        assert len([next(answer.rows) for _ in range(11)]) == 11
    assert time.monotonic() - began < 20
    assert running(reader_store) == []


def test_a_wrong_password_is_said_with_the_variables_to_look_at(
    store: BoltStore, username: str
) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        BoltStore(store.address, username, "wrong password", store.database)
    said = str(refused.value)
    assert said.startswith(f"The store at {store.address} refuses the login: ")
    assert said.endswith(
        ". Check NEO4J_USERNAME and NEO4J_PASSWORD (the embedded engine: gutgraph engine restart)"
    )
    assert "wrong password" not in said


def test_a_server_that_is_gone_is_said_with_its_address_within_seconds(
    store: BoltStore, username: str, password: str
) -> None:
    fill(store, 10)
    with gated(store, username, password) as (gate, through):
        assert count(through) == 10
        gate.close()
        began = time.monotonic()
        with pytest.raises(StoreUnavailable) as gone:
            count(through)
        assert time.monotonic() - began < 15
        said = str(gone.value)
        assert said.startswith(f"No store answers at {gate.address}: ")
        assert said.endswith(
            "Start it (the embedded engine: gutgraph engine start), or check NEO4J_URI"
        )


def test_a_server_that_goes_in_the_middle_of_a_read_is_an_error_not_a_short_answer(
    store: BoltStore, username: str, password: str
) -> None:
    fill(store, 5_000)
    with gated(store, username, password) as (gate, through):
        rows = through.stream("MATCH (n:Entity) RETURN n.id AS id")
        assert next(rows)
        gate.close()
        with pytest.raises(StoreUnavailable, match="No store answers at"):
            list(rows)


def test_a_server_that_goes_in_the_middle_of_a_write_keeps_nothing_of_it(
    store: BoltStore, engine: Engine, graph_settings: Settings
) -> None:
    login = "writer" if engine == "arcadedb" else "neo4j"
    with (
        gated(store, login, _secret(graph_settings, engine)) as (gate, through),
        pytest.raises(StoreUnavailable, match="No store answers at"),
        through.transaction() as transaction,
    ):
        transaction.run("UNWIND range(1, 100) AS i CREATE (:Entity {id: toString(i)})")
        gate.close()
        transaction.run("CREATE (:Entity {id: 'last'})")
    assert count(store) == 0


def _secret(graph_settings: Settings, engine: Engine) -> str:
    if engine == "neo4j":
        return graph_settings.neo4j_password.get_secret_value()
    state = DataFolder(graph_settings.data).read()
    assert state is not None
    return state.writer


@contextmanager
def gated(store: BoltStore, username: str, password: str) -> Iterator[tuple[Gate, BoltStore]]:
    """Open `store` through a gate that a test can close, as if the server were gone."""
    with (
        Gate(store.address) as gate,
        BoltStore(gate.address, username, password, store.database) as through,
    ):
        yield gate, through


def running(store: BoltStore) -> list[str]:
    found = store.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")
    return [row["currentQuery"] for row in found if "MATCH" in row["currentQuery"]]
