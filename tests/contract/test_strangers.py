"""What a stranger may not do is refused on each engine, past the screening too."""

import pytest

from graph.ask import console
from graph.engine.bolt import BoltStore
from graph.errors import QueryRefused, StoreRejected
from graph.settings import Settings
from tests.contract.probes import NODES
from tests.engine.test_reader_login import WRITES
from tests.engines import Logins, emptied

pytestmark = pytest.mark.engine

MORE = (
    "SHOW TRANSACTIONS",
    "SHOW SETTINGS",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "CALL dbms.listConfig()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL db.clearQueryCaches()",
    "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
    "CYPHER runtime = slotted CREATE (:Entity {id: 'new'})",
    "RETURN 1 AS one; CREATE (:Entity {id: 'new'})",
    "UNWIND [1] AS one LOAD CSV FROM 'http://127.0.0.1/x.csv' AS line RETURN line",
    "MATCH (n) CALL (n) { LOAD CSV FROM 'file:///etc/hosts' AS l RETURN l } RETURN l",
)


@pytest.fixture(scope="module")
def logins(engine_logins: Logins) -> Logins:
    """The logins of a graph that no test of this file changes."""
    with emptied(engine_logins[0]).transaction() as transaction:
        transaction.run(NODES)
    return engine_logins


@pytest.fixture(scope="module")
def before(logins: Logins) -> object:
    """All that was there before the first test."""
    return everything(logins[0])


@pytest.fixture
def graph(logins: Logins) -> BoltStore:
    return logins[1]


def everything(store: BoltStore) -> object:
    return (
        store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS held ORDER BY n.id"),
        store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS r, properties(r) AS p, b.id"),
        [row["name"] for row in store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name")],
    )


@pytest.mark.parametrize("text", [*WRITES, *MORE])
def test_the_console_refuses_it_by_its_text(graph: BoltStore, text: str) -> None:
    with pytest.raises(QueryRefused, match=r"^Refused: .+ The rule: .+ This would pass: "):
        console.run(graph, text, Settings())


@pytest.mark.parametrize("text", [*WRITES, *MORE])
def test_past_the_screening_it_changes_nothing_either(
    graph: BoltStore, logins: Logins, before: object, text: str
) -> None:
    said = sent_past_the_screening(graph, text)
    assert everything(logins[0]) == before
    # ArcadeDB refuses some writes when they are committed, which a stranger's never are.
    assert said or graph.engine == "arcadedb"
    assert not any(word in said for word in ("\n", "\tat ", ".java:"))


def sent_past_the_screening(graph: BoltStore, text: str) -> str:
    """What the engine said when it refused; "" when it did not."""
    try:
        with graph.stranger(text, None, 5) as answer:
            list(answer.rows)
    except (QueryRefused, StoreRejected) as refused:
        return str(refused).replace(text, "")
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Entity {id: 'a'})-[r*1..3]-(m) RETURN DISTINCT m.id ORDER BY m.id LIMIT 3",
        "MATCH p = shortestPath((:Entity {id: 'a'})-[*..4]-(:Entity {id: 'c'})) RETURN p",
        "MATCH (n) WHERE n.id STARTS WITH 'a' OR n.id ENDS WITH 'c' RETURN count(n) AS n",
        "MATCH (n:Entity) WHERE n.id > 'a' RETURN collect(DISTINCT n.id) AS ids",
        "MATCH (n:Entity) WHERE n.id IN ['a', 'b'] RETURN n.id UNION MATCH (n) RETURN n.id",
        "MATCH (a)-[r:CAUSES]->(b) RETURN type(r) AS type, count(*) AS n",
        "MATCH ()-[r]->() RETURN count(r) AS n",
        "MATCH (n) WHERE EXISTS { (n)--(:Disease) } OR NOT EXISTS { (n)-->() } RETURN n",
        "MATCH (n) OPTIONAL MATCH (n)-->(m) RETURN n.id, [(n)--(o) | o.id], COUNT { (n)--() }",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS k } RETURN n.id, k SKIP 1",
        "CALL db.labels() YIELD label RETURN label",
        "UNWIND range(1, 3) AS i WITH i WHERE i > 1 RETURN percentileCont(i, 0.5) AS p",
        "MATCH (:Entity {id: 'a'}) (()-[:CAUSES]->(n)){1,2} RETURN [x IN n | x.id] AS ids",
    ],
)
def test_what_only_reads_passes(graph: BoltStore, text: str) -> None:
    assert console.run(graph, text, Settings()).rows
