"""What a loader of rows says beside records: the rows it could not use, and how many it read."""

from dataclasses import dataclass

from graph.model.record import Record


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a row.

    Attributes:
        column: The column as the file names it, "" for the row as a whole.
        value: What stands there.
        reason: The rule it breaks.
        way_out: What the user can do.

    """

    column: str
    value: str
    reason: str
    way_out: str

    def __str__(self) -> str:
        place = f"{self.column} {self.value!r}" if self.column else self.value
        return f"{place} {self.reason}. {self.way_out}".strip()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not loaded, with everything that is wrong with it.

    Attributes:
        line: 1-based line in the file, or row in the sheet.

    """

    line: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return f"{self.line}: {' '.join(str(problem) for problem in self.problems)}"


@dataclass(frozen=True, slots=True)
class RowsRead:
    """How many rows an input had; yielded once, after the last of them.

    Attributes:
        kinds: What a row becomes, as the counts of a `DocumentReport` are named: a row that was
            not rejected is one of these in the graph.

    """

    rows: int
    kinds: tuple[str, ...] = ("evidence",)


Read = Record | Rejected | RowsRead
