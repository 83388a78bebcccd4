"""The Bolt store: the only file that imports the Neo4j driver, for whichever engine answers."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Condition, Event, Lock
from typing import Any, Final, Self, TypeVar

import neo4j
from neo4j import exceptions as vendor

from graph.engine.cypher import cypher
from graph.engine.explained import Plan, explained
from graph.engine.plan import check_plan
from graph.engine.store import Answer, Engine, Parameters, Row
from graph.engine.supervision import Supervision
from graph.engine.translation import translate
from graph.engine.values import plain
from graph.errors import QueryTimeout, StoreError, StoreRejected, StoreUnavailable

_ROWS_AT_ONCE: Final = 1000
_LAST_WORDS: Final = 1.0  # seconds that strangers' queries have to end when the store is closed
_STRANGERS_ROWS_AT_ONCE: Final = 10  # their rows may be large, and are cut after some megabytes
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Login:
    """What opens a store; the password is left out of the printed form."""

    address: str
    username: str
    password: str = field(repr=False)
    database: str


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
        *,
        revive: Callable[[], Login] | None = None,
    ) -> None:
        self._login = Login(address, username, password, database)
        self._revive = revive
        self._reviving = Lock()
        self._strangers = Condition()
        self._under_way = 0
        self._closed = False
        self._driver = self._open()
        with ExitStack() as opened:
            opened.callback(self.close)
            self._engine: Engine = engine or self._ask_engine()
            opened.pop_all()

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
            return [_row(record) for record in transaction.run(text, dict(parameters or {}))]

        def once() -> list[Row]:
            with self._session(neo4j.READ_ACCESS) as session:
                return session.execute_read(work)

        return self._healed(once)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Run a query that only reads, row by row, memory flat."""

        def begin() -> tuple[neo4j.Session, neo4j.Result]:
            with _closed_on_error(self._session(neo4j.READ_ACCESS)) as session:
                return session, session.run(text, dict(parameters or {}))

        session, found = self._healed(begin)
        with translated(self.address), session:
            for record in found:
                yield _row(record)

    @contextmanager
    def transaction(self) -> Iterator["BoltTransaction"]:
        """Open a write transaction: commit at the end of the block, roll back on an error."""

        def begin() -> tuple[neo4j.Session, neo4j.Transaction]:
            with _closed_on_error(self._session(neo4j.WRITE_ACCESS)) as session:
                return session, session.begin_transaction()

        session, transaction = self._healed(begin)
        with translated(self.address), session, transaction:
            yield BoltTransaction(transaction, self.address)
            transaction.commit()

    @contextmanager
    def stranger(
        self, text: str, parameters: Parameters | None, seconds: float, stop: Event | None = None
    ) -> Iterator[Answer]:
        """Run a stranger's query once, never again, and have the server end it after `seconds`.

        Leave the block to drop the rows not yet read. The login decides what it may do; where a
        login of the engine can always write (Neo4j Community), the plan is checked before.

        Args:
            text: The query.
            parameters: Its values.
            seconds: Its limit.
            stop: Set, by another thread, to have the server end it at once.

        Raises:
            QueryRefused: Its plan does anything but read.

        """
        with self._told_apart(seconds), self._supervised(seconds, stop) as (transaction, watch):
            self._check_plan(transaction, text, parameters)
            found = transaction.run(watch.marked(text), dict(parameters or {}))
            yield Answer(tuple(found.keys()), watch.rows(_values(found)))

    def explain(
        self, text: str, parameters: Parameters | None, seconds: float, stop: Event | None = None
    ) -> Plan:
        """Ask what the server would do for a stranger's query; arguments as of `stranger`.

        The embedded engine runs some commands that it is asked to explain: its reader may not.

        Raises:
            QueryRefused: It would do anything but read.

        """
        with self._supervised(seconds, stop) as (transaction, watch):
            asked = f"EXPLAIN {watch.marked(text)}"
            summary = transaction.run(asked, dict(parameters or {})).consume()
            if self.engine != "arcadedb":
                check_plan(summary.query_type, summary.plan)
            watch.all_read.set()
            return explained(summary.plan)

    def close(self) -> None:
        """Give the connections back; a query that still runs fails, and opens nothing anew."""
        self._closed = True
        with self._strangers:  # the driver's connections are not closed while they are used
            self._strangers.wait_for(lambda: self._under_way == 0, _LAST_WORDS)
        try:
            self._driver.close()
        except BufferError:  # a query that was left running sends over one of them at this moment
            self._driver.close()  # without that one

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _told_apart(self, seconds: float) -> Iterator[None]:
        """Say when the engine, which goes on, has broken off one query."""
        began = time.monotonic()
        try:
            yield
        except StoreUnavailable as error:
            self.read(cypher("engine/ping"))
            if time.monotonic() - began > seconds:
                raise QueryTimeout(f"The query was stopped after {seconds:g} seconds.") from error
            raise StoreRejected(
                "The engine broke the query off: it was stopped meanwhile, or the query asked for "
                "more memory than there is. Run it again, or narrow it: shorter lists and texts, "
                "fewer rows, or a LIMIT."
            ) from error

    @contextmanager
    def _supervised(
        self, seconds: float, stop: Event | None
    ) -> Iterator[tuple[neo4j.Transaction, Supervision]]:
        watch = Supervision(self, seconds)

        def begin() -> tuple[neo4j.Session, neo4j.Transaction]:
            opened = self._session(neo4j.READ_ACCESS, _STRANGERS_ROWS_AT_ONCE)
            with _closed_on_error(opened) as session:
                return session, session.begin_transaction(timeout=seconds, metadata=watch.metadata)

        session, transaction = self._healed(begin)  # the engine may have stopped meanwhile
        with self._counted(), translated(self.address), session, watch.within(stop or Event()):
            try:
                yield transaction, watch
            finally:
                with suppress(vendor.Neo4jError, vendor.DriverError, StoreError):
                    watch.leave()
                    transaction.close()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._strangers:
            self._under_way += 1
        try:
            yield
        finally:
            with self._strangers:
                self._under_way -= 1
                self._strangers.notify_all()

    def _open(self) -> neo4j.Driver:
        login = self._login
        words = logging.getLogger("neo4j")
        if not words.handlers:  # else Python prints what our own error says already
            words.addHandler(logging.NullHandler())
        with translated(login.address):
            return neo4j.GraphDatabase.driver(
                login.address,
                auth=(login.username, login.password),
                max_transaction_retry_time=self._retrying(),
                connection_acquisition_timeout=30.0,
                connection_timeout=10.0,
                liveness_check_timeout=5.0,
                notifications_min_severity="OFF",
                user_agent="gutgraph",
            )

    def _retrying(self) -> float:
        """Seconds in which a read that fails is tried again."""
        if self._login.address.startswith("neo4j"):
            return 30.0  # a cluster needs time to elect
        return 0.5 if self._revive else 2.0  # an engine of ours is started again at once

    def _ask_engine(self) -> Engine:
        with translated(self.address), self._session(neo4j.READ_ACCESS) as session:
            agent = str(session.run(cypher("engine/ping")).consume().server.agent)
        return "arcadedb" if "ArcadeDB" in agent else "neo4j"

    def _session(self, access: str, rows: int = _ROWS_AT_ONCE) -> neo4j.Session:
        return self._driver.session(
            database=self.database, default_access_mode=access, fetch_size=rows
        )

    def _healed(self, work: Callable[[], _Answer]) -> _Answer:
        driver = self._driver
        try:
            with translated(self.address):
                return work()
        except StoreUnavailable:
            if self._revive is None or self._closed:
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
            if self._closed:  # meanwhile
                self._driver.close()

    def _check_plan(
        self, transaction: neo4j.Transaction, text: str, parameters: Parameters | None
    ) -> None:
        if self.engine == "arcadedb":
            return  # it runs some of what it explains, and its reader cannot write
        summary = transaction.run(f"EXPLAIN {text}", dict(parameters or {})).consume()
        check_plan(summary.query_type, summary.plan)


class BoltTransaction:
    """An open write transaction; see `graph.engine.store.Transaction`."""

    def __init__(self, transaction: neo4j.Transaction, address: str) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a query and return all its rows."""
        with translated(self._address):
            found = self._transaction.run(text, dict(parameters or {}))
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
    except vendor.Neo4jError as error:
        said = error.message if error.code and error.message else str(error)
        raise translate(type(error).__name__, error.code or "", said, address) from error
    except vendor.DriverError as error:
        raise translate(type(error).__name__, "", str(error), address) from error


@contextmanager
def _closed_on_error(session: neo4j.Session) -> Iterator[neo4j.Session]:
    try:
        yield session
    except (vendor.Neo4jError, vendor.DriverError):
        session.close()
        raise


def _row(record: neo4j.Record) -> Row:
    # Each value looked up by its key would search the keys: half the time of a long answer.
    return {key: plain(value) for key, value in zip(record.keys(), record.values(), strict=True)}


def _values(found: neo4j.Result) -> Iterator[tuple[Any, ...]]:
    return (tuple(plain(value) for value in record.values()) for record in found)
