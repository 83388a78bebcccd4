"""Every error a user can meet.

GutgraphError
├─ SettingsError        the variable, its value, an example
├─ LoadError            file, line, value, reason, way out
│  ├─ UnknownFormat     the loaders tried
│  └─ RecordError       all problems of one record
├─ StoreError
│  ├─ StoreUnavailable  the address, and the command that starts one
│  ├─ StoreRejected     query, constraint
│  ├─ QueryTimeout      the limit, and how to narrow
│  └─ QueryCancelled    that it was given up
├─ QueryRefused         what was refused, which rule, a query that would pass
├─ WrongValue           the parameter of a saved query, its value, what it may be
├─ NotFound             the id, nearest names
│  └─ UnknownQuery      the name, the names there are
└─ TooLarge             count, limit, how to narrow
   └─ TooBusy           how many queries run, and to wait

Only the doors (terminal, pages, routes) catch `GutgraphError`. `exit_code` is what the terminal
returns: 1 some input refused, 2 wrong call, 3 store not reachable.
"""

from collections.abc import Sequence
from typing import Final

_PASSES: Final = "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, type(r), b.name LIMIT 20"


class GutgraphError(Exception):
    """The root: a sentence for a user, with the value, the rule and the way out."""

    exit_code: int = 1


class SettingsError(GutgraphError):
    """A setting has a value that cannot be used."""

    exit_code = 2


class LoadError(GutgraphError):
    """An input cannot be loaded.

    Args:
        source: The file or address, as the user gave it.
        reason: What is wrong, with the value.
        way_out: What the user can do.
        line: 1-based line in the source, when known.

    """

    def __init__(self, source: str, reason: str, way_out: str, line: int | None = None) -> None:
        self.source = source
        self.reason = reason
        self.way_out = way_out
        self.line = line
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {reason}. {way_out}")


class UnknownFormat(LoadError):
    """No loader recognises the input."""


class RecordError(LoadError):
    """A record breaks one or more rules of the model; all of them are named."""

    def __init__(self, record: str, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(record, "; ".join(problems), "Mend the values named, then load again.")


class StoreError(GutgraphError):
    """The graph's store did not do what was asked."""


class StoreUnavailable(StoreError):
    """No store answers at the address."""

    exit_code = 3


class StoreRejected(StoreError):
    """The store refused a query (syntax, constraint, rights)."""


class QueryTimeout(StoreError):
    """A query ran past its time limit and was stopped."""


class QueryCancelled(StoreError):
    """A query was given up by who asked it."""


class QueryRefused(GutgraphError):
    """A stranger's query was refused before it ran: by its text, or by the plan it would follow.

    Args:
        what: What of it was refused.
        rule: The rule.
        example: A query of the kind that would pass; "" for any.

    """

    def __init__(self, what: str, rule: str, example: str = "") -> None:
        self.what = what
        self.rule = rule
        self.example = example or _PASSES
        super().__init__(f"Refused: {what}. The rule: {rule}. This would pass: {self.example}")


class NotFound(GutgraphError):
    """An id is not in the graph."""

    def __init__(self, what: str, nearest: Sequence[str] = ()) -> None:
        self.nearest = tuple(nearest)
        hint = f" Nearest: {', '.join(self.nearest)}." if self.nearest else ""
        super().__init__(f"{what} is not in the graph.{hint}")


class UnknownQuery(NotFound):
    """There is no saved query of that name."""

    exit_code = 2

    def __init__(self, name: str, there: Sequence[str]) -> None:
        self.nearest = tuple(there)
        GutgraphError.__init__(
            self, f"There is no saved query {name!r}; there are {', '.join(there)}."
        )


class WrongValue(GutgraphError):
    """Values that a query is asked with do not fit; all of them are named."""

    exit_code = 2

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{'; '.join(problems)}.")


class TooLarge(GutgraphError):
    """An answer or input is past a limit."""


class TooBusy(TooLarge):
    """As many queries run as may; a later one will find a place."""
