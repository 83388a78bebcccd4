"""With the guard's own checks left out, the login that cannot write stops every write alone."""

import base64
import http.client
from contextlib import suppress
from typing import Final

import psutil
import pytest

from graph.engine.bolt import BoltStore
from graph.engine.embedded import status
from graph.engine.warden import is_expression
from graph.errors import QueryRefused, StoreError, StoreUnavailable
from graph.settings import Settings
from graph.write.checksum import checksum
from graph.write.writer import write_records
from tests.ask.sample import everything
from tests.attack.lines import attacks

pytestmark = pytest.mark.engine
_DEAF: Final = (
    "RETURN reduce(a = 0, i IN range(1, 1000000) | a + reduce(b = 0, j IN range(1, 1000000) | j))"
)
# What the engine's own HTTP interface takes: its SQL, with the reader's login or none.
_ASKED: Final = (
    ("GET", "/"),
    ("GET", "/api/v1/ready"),
    ("GET", "/api/v1/server"),
    ("GET", "/api/v1/databases"),
    ("GET", "/api/v1/query/gutgraph/sql/select%20from%20Entity"),
    ("POST", "/api/v1/command/gutgraph"),
    ("POST", "/api/v1/query/gutgraph"),
    ("POST", "/api/v1/begin/gutgraph"),
    ("POST", "/api/v1/server"),
    ("GET", "/studio/"),
)
_SQL: Final = '{"language": "sql", "command": "delete vertex from Entity"}'


@pytest.fixture
def reader(store: BoltStore, reader_store: BoltStore) -> BoltStore:
    write_records(store, everything(), 5000)
    return reader_store


def test_every_line_of_the_attack_file_changes_nothing(reader: BoltStore, store: BoltStore) -> None:
    before = checksum(store), indexes(store)
    for attack in attacks():
        for query in () if attack.bomb else attack.queries:
            with suppress(StoreError, QueryRefused), reader.stranger(query, None, 5) as answer:
                list(answer.rows)
            with suppress(StoreError), reader.transaction() as transaction:
                transaction.run(query)
    assert (checksum(store), indexes(store)) == before


def test_only_the_port_of_bolt_is_open_and_on_this_machine_alone(
    reader: BoltStore, graph_settings: Settings
) -> None:
    assert reader.address.startswith("bolt://127.0.0.1:")
    listening = [
        (one.laddr.ip.removeprefix("::ffff:"), one.laddr.port)
        for one in psutil.Process(status(graph_settings).pid).net_connections(kind="tcp")
        if one.status == psutil.CONN_LISTEN
    ]
    assert listening == [("127.0.0.1", int(reader.address.rpartition(":")[2]))]


@pytest.mark.parametrize("login", [True, False], ids=["reader", "nobody"])
@pytest.mark.parametrize(("method", "path"), _ASKED)
def test_the_engine_speaks_no_sql_over_http(
    reader: BoltStore, graph_settings: Settings, method: str, path: str, login: bool
) -> None:
    known = status(graph_settings)
    named = base64.b64encode(f"{known.username}:{known.password}".encode()).decode()
    headers = {"authorization": f"Basic {named}"} if login else {}
    port = int(reader.address.rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with suppress(OSError, http.client.HTTPException):
        connection.request(method, path, _SQL if method == "POST" else None, headers)
        said = connection.getresponse().read()
        assert b"result" not in said
        assert b"Entity" not in said
    connection.close()
    assert reader.read("MATCH (n:Entity {id: 'X:1'}) RETURN n.id AS id") == [{"id": "X:1"}]


def test_a_query_that_does_not_hear_is_stopped_by_the_engines_own_process(
    reader: BoltStore, graph_settings: Settings
) -> None:
    server = status(graph_settings).pid
    with pytest.raises(StoreError), reader.stranger(_DEAF, None, 0.5) as answer:
        list(answer.rows)
    assert [
        row for row in reader.read("SHOW TRANSACTIONS") if "reduce" in row["currentQuery"]
    ] == []
    assert status(graph_settings).pid == server


def test_a_long_text_is_ended_too(reader: BoltStore) -> None:
    """The engine shows 1,024 characters of a query, by which it is found again."""
    text = "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b) // "
    with pytest.raises(StoreError), reader.stranger(text + "x" * 5000, None, 0.5) as answer:
        list(answer.rows)


def test_a_text_that_takes_all_the_memory_is_broken_off_and_the_engine_lives(
    reader: BoltStore, graph_settings: Settings
) -> None:
    server = status(graph_settings).pid
    doubled = "RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s)) AS n"
    for _ in range(6):  # more than the engine lets run at once by default
        with pytest.raises(StoreError) as ended, reader.stranger(doubled, None, 5) as answer:
            list(answer.rows)
        assert not isinstance(ended.value, StoreUnavailable)
    assert status(graph_settings).pid == server
    assert reader.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize(
    ("innermost", "safe"),
    [
        (["java.util.ArrayList.add", "com.arcadedb.query.opencypher.ast.X.evaluate"], True),
        (["com.arcadedb.engine.PageManager.flush", "com.arcadedb.query.opencypher.X.y"], False),
        (["java.lang.StringBuffer.<clinit>", "com.arcadedb.query.opencypher.ast.X.y"], False),
        (["java.util.concurrent.locks.X.park", "com.arcadedb.query.opencypher.X.y"], False),
        (["java.net.SocketInputStream.read"], False),
    ],
)
def test_a_thread_is_stopped_only_within_an_expression(innermost: list[str], safe: bool) -> None:
    assert is_expression(innermost) is safe


def indexes(store: BoltStore) -> list[str]:
    return sorted(row["name"] for row in store.read("SHOW INDEXES YIELD name RETURN name"))
