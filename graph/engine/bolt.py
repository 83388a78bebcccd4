"""The Bolt store: the only file that imports the Neo4j driver, for whichever engine answers."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j import exceptions as vendor
from neo4j.graph import Node, Path, Relationship

from graph.engine.store import Engine, Parameters, Row
from graph.errors import QueryTimeout, StoreError, StoreRejected, StoreUnavailable

_ROWS_AT_ONCE: Final = 1000
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Login:
    """What opens a store. The password is left out of the printed form."""

    address: str
    username: str
    password: str
    database: str

    def __repr__(self) -> str:
        return f"Login({self.username}@{self.address}/{self.database})"


class BoltStore:
    """A graph behind a Bolt address; see `graph.engine.store.Store`.

    Safe to share between threads. Every driver error becomes an error of `graph.errors`.

    Args:
        address: `bolt://…`, `neo4j://…` or `neo4j+s://…`.
        username: The login.
        password: Its password.
        database: The database's name.
        engine: Which engine answers; None asks it.
        revive: Called when the address does not answer; starts the engine again and returns
            where it is now. None for an engine that is not ours to start.

    Raises:
        StoreUnavailable: Nothing answers, or the login is refused.

    """

    def __init__(
        self,
        address: str,
        username: str,
        password: str,
        database: str,
        engine: Engine | None = None,
        revive: Callable[[], Login] | None = None,
    ) -> None:
        self._login = Login(address, username, password, database)
        self._revive = revive
        self._reviving = Lock()
        self._driver = self._open()
        try:
            self._engine: Engine = engine or self._ask_engine()
        except StoreError:
            self.close()
            raise

    @property
    def engine(self) -> Engine:
        """Which engine answers."""
        return self._engine

    @property
    def address(self) -> str:
        """The Bolt address, without any secret."""
        return self._login.address

    @property
    def database(self) -> str:
        """The database's name."""
        return self._login.database

    def read(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a query that only reads, and return all rows; a read that fails is tried again."""

        def work(transaction: neo4j.ManagedTransaction) -> list[Row]:
            return [_row(record) for record in transaction.run(_text(text), dict(parameters or {}))]

        def once() -> list[Row]:
            with self._session(neo4j.READ_ACCESS) as session:
                return session.execute_read(work)

        return self._healed(once)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Run a query that only reads, row by row, memory flat."""
        with translated(self.address), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(_text(text), dict(parameters or {})):
                yield _row(record)

    @contextmanager
    def transaction(self) -> Iterator["BoltTransaction"]:
        """Open a write transaction: commit at the end of the block, roll back on an error."""
        session, transaction = self._healed(self._begin)
        with translated(self.address), session, transaction:
            yield BoltTransaction(transaction, self.address)
            transaction.commit()

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> neo4j.Driver:
        login = self._login
        with translated(login.address):
            return neo4j.GraphDatabase.driver(
                login.address,
                auth=(login.username, login.password),
                # An engine of ours is started again at once; a cluster needs time to elect.
                max_transaction_retry_time=1.0 if self._revive else 30.0,
                connection_acquisition_timeout=30.0,
                connection_timeout=10.0,
                liveness_check_timeout=5.0,
                notifications_min_severity="OFF",
                user_agent="gutgraph",
            )

    def _ask_engine(self) -> Engine:
        with translated(self.address):
            agent = str(self._driver.get_server_info(database=self.database).agent)
        return "arcadedb" if "ArcadeDB" in agent else "neo4j"

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self.database, default_access_mode=access, fetch_size=_ROWS_AT_ONCE
        )

    def _begin(self) -> tuple[neo4j.Session, neo4j.Transaction]:
        session = self._session(neo4j.WRITE_ACCESS)
        try:
            return session, session.begin_transaction()
        except (vendor.Neo4jError, vendor.DriverError):
            session.close()
            raise

    def _healed(self, work: Callable[[], _Answer]) -> _Answer:
        driver = self._driver
        try:
            with translated(self.address):
                return work()
        except StoreUnavailable:
            if self._revive is None:
                raise
            self._reopen(driver, self._revive)
        with translated(self.address):
            return work()

    def _reopen(self, failed: neo4j.Driver, revive: Callable[[], Login]) -> None:
        with self._reviving:
            if self._driver is failed:  # else another thread has done it meanwhile
                failed.close()
                self._login = revive()
                self._driver = self._open()


class BoltTransaction:
    """An open write transaction; see `graph.engine.store.Transaction`."""

    def __init__(self, transaction: neo4j.Transaction, address: str) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a query and return all its rows."""
        with translated(self._address):
            found = self._transaction.run(_text(text), dict(parameters or {}))
            return [_row(record) for record in found]


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Turn every driver error raised in the block into one of `graph.errors`.

    Raises:
        StoreUnavailable: Nothing answers, or the login is refused.
        StoreRejected: The query, a constraint or the login's rights.
        QueryTimeout: The time limit.

    """
    try:
        yield
    except (vendor.Neo4jError, vendor.DriverError) as error:
        raise translate(error, address) from error


def translate(error: vendor.Neo4jError | vendor.DriverError, address: str) -> StoreError:
    """Say a driver error as an error of the store, with the way out."""
    code = error.code or "" if isinstance(error, vendor.Neo4jError) else ""
    said = _first_line(error)
    if _is_timeout(code, said):
        return QueryTimeout(
            f"The query ran past its time limit and was stopped ({said}). {_NARROW}"
        )
    match KINDS.get(type(error), "rejected"):
        case "unavailable":
            return StoreUnavailable(f"No store answers at {address} ({said}). {_START}")
        case "login":
            return StoreUnavailable(f"The store at {address} refuses the login ({said}). {_LOGIN}")
        case "busy":
            return StoreRejected(f"The store could not finish: {said}. Try again.")
        case "constraint":
            return StoreRejected(f"The store refuses a value: {said}. {_CONSTRAINT}")
        case "forbidden":
            return StoreRejected(f"This login may not do that: {said}. {_RIGHTS}")
        case "misuse":
            return StoreRejected(
                f"The query was used wrongly: {said}. This is a fault of Gutgraph."
            )
        case _:
            return StoreRejected(f"The store refuses the query: {said}. Check it and run it again.")


_NARROW: Final = "Ask for less: name a start, fewer steps, or add a LIMIT."
_START: Final = "Start one with: gutgraph engine start, or set NEO4J_URI."
_LOGIN: Final = "Check NEO4J_USERNAME and NEO4J_PASSWORD, or run: gutgraph engine restart"
_CONSTRAINT: Final = "Ids are unique; change the value or update what is there."
_RIGHTS: Final = "Use a query that only reads."

# Every class of the driver, by what it means to a user; a test walks the driver for missing ones.
KINDS: Final[dict[type[Exception], str]] = {
    vendor.AuthConfigurationError: "login",
    vendor.AuthError: "login",
    vendor.BrokenRecordError: "misuse",
    vendor.CertificateConfigurationError: "unavailable",
    vendor.ClientError: "rejected",
    vendor.ConfigurationError: "unavailable",
    vendor.ConnectionAcquisitionTimeoutError: "unavailable",
    vendor.ConnectionPoolError: "unavailable",
    vendor.ConstraintError: "constraint",
    vendor.CypherSyntaxError: "rejected",
    vendor.CypherTypeError: "rejected",
    vendor.DatabaseError: "rejected",
    vendor.DatabaseUnavailable: "unavailable",
    vendor.DriverError: "unavailable",
    vendor.Forbidden: "forbidden",
    vendor.ForbiddenOnReadOnlyDatabase: "forbidden",
    vendor.IncompleteCommit: "unavailable",
    vendor.Neo4jError: "rejected",
    vendor.NotALeader: "unavailable",
    vendor.ReadServiceUnavailable: "unavailable",
    vendor.ResultConsumedError: "misuse",
    vendor.ResultError: "misuse",
    vendor.ResultFailedError: "misuse",
    vendor.ResultNotSingleError: "misuse",
    vendor.RoutingServiceUnavailable: "unavailable",
    vendor.ServiceUnavailable: "unavailable",
    vendor.SessionError: "misuse",
    vendor.SessionExpired: "unavailable",
    vendor.TokenExpired: "login",
    vendor.TransactionError: "misuse",
    vendor.TransactionNestingError: "misuse",
    vendor.TransientError: "busy",
    vendor.UnsupportedServerProduct: "unavailable",
    vendor.WriteServiceUnavailable: "unavailable",
}


def _is_timeout(code: str, said: str) -> bool:
    name = code.rpartition(".")[2].lower()
    return name.startswith(("transactiontimedout", "terminated")) or "TimeoutException" in said


def _first_line(error: Exception) -> str:
    said = str(getattr(error, "message", None) or error).strip()
    return said.splitlines()[0].rstrip(".") if said else type(error).__name__


def _text(text: str) -> LiteralString:
    # The driver wants literals against injection; ours come from cypher/ or from the console.
    return cast(LiteralString, text)


def _row(record: neo4j.Record) -> Row:
    return {key: plain(value) for key, value in record.items()}


def plain(value: Any) -> Any:
    """Turn a driver value into JSON's: a node, a relation and a path into maps, a time into text."""
    if isinstance(value, str | int | float | bool | None):
        return value
    if hasattr(value, "iso_format"):  # before tuples: a Duration is one
        return value.iso_format()
    if isinstance(value, list | tuple):  # a spatial point is one: its coordinates
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return _relation(value)
    if isinstance(value, Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "relations": [plain(relation) for relation in value.relationships],
        }
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    return str(value)


def _relation(value: Relationship) -> Row:
    ends = [None if node is None else node.get("id") for node in value.nodes]
    return {"type": value.type, "from": ends[0], "to": ends[1], "properties": plain(dict(value))}
