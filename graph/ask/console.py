"""The console: a stranger's Cypher, screened, limited in time, rows, bytes and number."""

import json
import math
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import BoundedSemaphore
from typing import Any, Final, TypeVar

from graph.ask.answers import Table
from graph.ask.running import Running
from graph.ask.screening import screen
from graph.ask.sendable import unsendable
from graph.engine.explained import Plan
from graph.engine.store import Parameters, Store
from graph.errors import QueryTimeout, StoreRejected, TooBusy, TooLarge, WrongValue
from graph.settings import Settings

_Answer = TypeVar("_Answer")
_QUEUE: Final = 1.0  # seconds that a query waits for a place
_LIST: Final = 1000
_TEXT: Final = 20_000
_PATH: Final = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][\w.@+-]+){2,}")


def gate(settings: Settings) -> BoundedSemaphore:
    """Make the gate that all callers of a process share, so that few queries run at once."""
    return BoundedSemaphore(settings.console_at_once)


def run(
    store: Store,
    text: str,
    settings: Settings,
    parameters: Parameters | None = None,
    *,
    gate: BoundedSemaphore | None = None,
    running: Running | None = None,
) -> Table:
    """Run one query that reads, and return its table, cut where a limit says so.

    Control is back within the limit of time and a second, whatever the engine does.

    Args:
        store: The graph, through the login that cannot write.
        text: The query, as a stranger typed it.
        settings: The limits: seconds, rows, bytes.
        parameters: Values of the `$names` in the text.
        gate: What `gate` made, shared by everyone who asks; None when only one asks.
        running: What another thread may cancel it by.

    Raises:
        QueryRefused: The text is not one statement that reads.
        StoreRejected: The store does not take it: a wrong word, a missing right.
        QueryTimeout: It ran past its time.
        QueryCancelled: It was given up.
        TooBusy: As many queries as may run are running.
        TooLarge: The text is too long.

    """
    if why := unsendable(text, parameters or {}):
        raise WrongValue([f"{why}; give it otherwise"])
    statement = _screened(text)
    stop = running or Running()
    began = time.monotonic()

    def work(seconds: float) -> Table:
        with store.stranger(statement, parameters, seconds, stop.stop) as answer:
            columns = tuple(answer.columns)
            rows, reason = _within(answer.rows, settings)
        return Table(columns, tuple(rows), bool(reason), reason)

    table = _limited(work, settings, gate, stop)
    return replace(table, seconds=time.monotonic() - began)


def explain(
    store: Store,
    text: str,
    settings: Settings,
    parameters: Parameters | None = None,
    *,
    gate: BoundedSemaphore | None = None,
) -> Plan:
    """Say what the store would do for a query, without running it; all as of `run`."""
    statement = _screened(text)
    stop = Running()

    def work(seconds: float) -> Plan:
        return store.explain(statement, parameters, seconds, stop.stop)

    return _limited(work, settings, gate, stop)


def _screened(text: str) -> str:
    if len(text) > _TEXT:
        raise TooLarge(
            f"The query has {len(text):,} characters; the limit is {_TEXT:,}. Shorten it."
        )
    return screen(text)


def _limited(
    work: Callable[[float], _Answer],
    settings: Settings,
    gate: BoundedSemaphore | None,
    running: Running,
) -> _Answer:
    """Do it within the time that waiting for a place leaves; the place is kept until it ends."""
    began = time.monotonic()
    running.check()
    leave = _entered(gate, settings)
    seconds = settings.console_seconds - (time.monotonic() - began)

    def placed() -> _Answer:
        try:
            return work(seconds)
        finally:
            leave()

    with _told(settings):
        return running.wait(placed, seconds)


def _entered(gate: BoundedSemaphore | None, settings: Settings) -> Callable[[], None]:
    """Take a place at the gate; returns what gives it back."""
    if gate is None:
        return lambda: None
    if not gate.acquire(timeout=min(_QUEUE, settings.console_seconds / 2)):
        raise TooBusy(
            f"{settings.console_at_once} queries are running, which is as many as may. "
            "Wait for one to end, then run it again."
        )
    return gate.release


@contextmanager
def _told(settings: Settings) -> Iterator[None]:
    """Say the store's errors with our limit and without paths of the machine."""
    try:
        yield
    except QueryTimeout as error:
        raise QueryTimeout(
            f"The query ran past {settings.console_seconds:g} seconds and was stopped. "
            "Narrow it: name a start, take fewer steps or add a LIMIT."
        ) from error
    except StoreRejected as error:
        raise StoreRejected(_PATH.sub("…", str(error))) from error


def _within(
    answer: Iterable[tuple[Any, ...]], settings: Settings
) -> tuple[list[tuple[Any, ...]], str]:
    """Read rows up to the limits; says in words what was cut, "" when nothing was."""
    rows: list[tuple[Any, ...]] = []
    size = 0
    cut = ""
    for row in answer:
        if len(rows) == settings.console_rows:
            return rows, f"cut after {settings.console_rows:,} rows; add a LIMIT or narrow it"
        values = tuple(_plain(value) for value in row)
        size += len(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"))
        if size > settings.console_bytes:
            return rows, f"cut at {settings.console_bytes:,} bytes; return fewer columns or rows"
        if any(_is_cut(value) for value in row):
            cut = f"lists are cut after {_LIST:,} values; use UNWIND to see them as rows"
        rows.append(values)
    return rows, cut


def _plain(value: Any) -> Any:
    """Make a value JSON's: long lists cut, numbers that JSON has no word for as text."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value[:_LIST]]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def _is_cut(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return len(value) > _LIST or any(_is_cut(item) for item in value)
    return isinstance(value, dict) and any(_is_cut(item) for item in value.values())
