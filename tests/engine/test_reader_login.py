"""The reader login cannot write, whatever it sends: the server refuses, the graph stays."""

import pytest

from graph.engine.bolt import BoltStore
from graph.errors import StoreRejected
from tests.engines import Logins, emptied

pytestmark = pytest.mark.engine

WRITES = [
    "CREATE (:Entity {id: 'new'})",
    "CREATE (:Invented {id: 'new'})",
    "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}) CREATE (a)-[:CAUSES]->(b)",
    "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}) CREATE (a)-[:INVENTED]->(b)",
    "MERGE (:Entity {id: 'new'})",
    "MERGE (n:Entity {id: 'a'}) ON MATCH SET n.name = 'changed'",
    "MATCH (n:Entity {id: 'a'}) SET n.name = 'changed'",
    "MATCH (n:Entity {id: 'a'}) SET n += {name: 'changed'}",
    "MATCH (n:Entity {id: 'a'}) SET n:Disease",
    "MATCH (n:Entity {id: 'a'}) REMOVE n.name",
    "MATCH (n:Entity {id: 'c'}) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (:Entity)-[r:CAUSES]->(:Entity) DELETE r",
    "MATCH (:Entity)-[r:CAUSES]->(:Entity) SET r.papers = 99",
    "FOREACH (i IN [1, 2] | CREATE (:Entity {id: 'new'}))",
    "UNWIND [1, 2] AS i CREATE (:Entity {id: 'new' + toString(i)})",
    "CALL () { CREATE (:Entity {id: 'new'}) } RETURN 1 AS one",
    "CREATE INDEX FOR (n:Entity) ON (n.description)",
    "EXPLAIN CREATE INDEX FOR (n:Entity) ON (n.description)",
    "DROP INDEX entity_search_text",
    "CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.name IS UNIQUE",
    "DROP CONSTRAINT entity_id",
    "CREATE USER stranger SET PASSWORD 'a-long-password'",
    "EXPLAIN CREATE USER stranger SET PASSWORD 'a-long-password'",
    "ALTER USER writer SET PASSWORD 'a-long-password'",
    "DROP USER writer",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'a-long-password'",
    "SHOW USERS",
    "DROP DATABASE gutgraph",
    "CREATE DATABASE another",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM '/etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1/x.csv' AS line RETURN line",
    "CALL db.createLabel('Invented')",
    "CALL apoc.create.node(['Entity'], {id: 'new'})",
    "CALL dbms.setConfigValue('arcadedb.txWalFlush', '0')",
    "PROFILE CREATE (:Entity {id: 'new'})",
]


@pytest.fixture(scope="module")
def logins(engine_logins: Logins) -> Logins:
    """The logins of a graph that no test of this file changes."""
    with emptied(engine_logins[0]).transaction() as transaction:
        transaction.run(
            "CREATE (a:Entity {id: 'a', name: 'A'})-[:CAUSES {papers: 1}]->(:Entity {id: 'b'}), "
            "(:Entity {id: 'c'})"
        )
    return engine_logins


@pytest.fixture(scope="module")
def before(logins: Logins) -> object:
    """All that was there before the first test."""
    return everything(logins[0])


@pytest.fixture
def graph(logins: Logins) -> BoltStore:
    return logins[1]


def everything(store: BoltStore) -> object:
    """The whole graph and its schema, as values that compare."""
    return (
        store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS held ORDER BY n.id"),
        store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS r, properties(r) AS p, b.id"),
        [(row["name"], row["owningConstraint"]) for row in store.read("SHOW INDEXES")],
        store.read("CALL db.labels() YIELD label RETURN label ORDER BY label"),
    )


@pytest.mark.parametrize("write", WRITES)
def test_a_write_by_the_reader_is_refused_and_changes_nothing(
    graph: BoltStore, logins: Logins, before: object, write: str
) -> None:
    with pytest.raises(StoreRejected):
        graph.read(write)
    with pytest.raises(StoreRejected), graph.transaction() as transaction:
        transaction.run(write)
    assert everything(logins[0]) == before


def test_the_reader_reads(graph: BoltStore) -> None:
    assert graph.read("MATCH (a:Entity)-[r:CAUSES]->(b) RETURN a.id AS a, r.papers AS p, b.id") == [
        {"a": "a", "p": 1, "b.id": "b"}
    ]


@pytest.mark.parametrize("text", [*WRITES, "MATCH (n RETURN n", "RETURN 1/0", "RETURN $x"])
def test_a_refusal_shows_no_path_and_no_stack_trace(graph: BoltStore, text: str) -> None:
    with pytest.raises(StoreRejected) as caught:
        graph.read(text)
    said = str(caught.value).replace(text, "")
    assert not any(word in said for word in ("/databases", "/tmp", "\tat ", ".java", "\n"))


def test_the_writer_cannot_make_logins_or_read_files(logins: Logins) -> None:
    for text in (
        "CREATE USER stranger SET PASSWORD 'a-long-password'",
        "DROP USER reader",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "LOAD CSV FROM 'https://example.org/x.csv' AS line RETURN line",
    ):
        with pytest.raises(StoreRejected), logins[0].transaction() as transaction:
            transaction.run(text)
