"""Saved queries: questions that need no Cypher, asked by name with values for their parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from threading import BoundedSemaphore
from types import MappingProxyType

from graph.ask import console
from graph.ask.answers import Table
from graph.ask.saved_file import LIMIT, TOPICS, SavedQuery, read_saved
from graph.ask.saved_values import Taken, taken
from graph.engine.cypher import cypher, saved_queries
from graph.engine.store import Store
from graph.errors import UnknownQuery
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What a saved query answers, and with which values it was asked."""

    query: SavedQuery
    values: tuple[Taken, ...]
    table: Table


@cache
def every_saved() -> MappingProxyType[str, SavedQuery]:
    """The saved queries by name, those of a topic together, else by title.

    They are part of the product and never change.

    Raises:
        LoadError: A file has no right heading; all its problems are named.

    """
    queries = [read_saved(name, cypher(f"saved/{name}")) for name in saved_queries()]
    queries.sort(key=lambda one: ([*TOPICS].index(one.topic), one.title))
    return MappingProxyType({one.name: one for one in queries})


def saved(name: str) -> SavedQuery:
    """Find a saved query.

    Raises:
        UnknownQuery: There is none of that name.

    """
    if name not in every_saved():
        raise UnknownQuery(name, tuple(every_saved()))
    return every_saved()[name]


def ask_saved(
    store: Store,
    name: str,
    given: Mapping[str, str],
    settings: Settings,
    *,
    gate: BoundedSemaphore | None = None,
) -> SavedAnswer:
    """Ask a saved query within a stranger's limits.

    Args:
        store: The graph, through the login that cannot write.
        name: The query's name.
        given: Values as typed, by parameter; what is left out takes its default.
        settings: The limits.
        gate: See `graph.ask.console.run`.

    Raises:
        UnknownQuery: There is no such query.
        WrongValue: Values do not fit their parameters; all problems are named.
        StoreError, TooLarge: As of `graph.ask.console.run`.

    """
    query = saved(name)
    values = taken(store, query, given)
    asked = {one.parameter.name: one.value for one in values}
    limit = int(asked[LIMIT.name])
    # One row more than wanted tells whether there are more.
    table = console.run(store, query.text, settings, asked | {LIMIT.name: limit + 1}, gate=gate)
    return SavedAnswer(query, values, _cut(table, limit))


def _cut(table: Table, limit: int) -> Table:
    if len(table.rows) <= limit:
        return table
    reason = f"cut after {limit:,} rows, and there are more; ask for more with limit"
    return replace(table, rows=table.rows[:limit], truncated=True, reason=reason)
