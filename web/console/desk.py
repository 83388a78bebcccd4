"""What the console of one browser tab keeps: its last answers, and what it was asked."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_urlsafe
from threading import Lock
from typing import Final

from graph.ask.answers import Table
from graph.engine.explained import Plan
from web.console.recognised import Recognised

_KEPT: Final = 4  # answers: the Back button has the last ones without asking anew
_WEIGHT: Final = 40_000  # cells of all that are kept; the latest is kept whatever it has


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it was typed, with the values of its parameters."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: a table, a plan, or words about what went wrong.

    Attributes:
        question: What was asked.
        table: The rows; None where there are none to be had.
        plan: What the engine would do, where that was asked.
        trouble: What went wrong, and the way out; "" when nothing did.
        example: A query that would pass, where one was refused.
        found: What of the graph is in the table.
        when: When it came.

    """

    question: Question
    table: Table | None = None
    plan: Plan | None = None
    trouble: str = ""
    example: str = ""
    found: Recognised = field(default_factory=Recognised)
    when: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def cells(self) -> int:
        """How much it holds."""
        return 0 if self.table is None else len(self.table.rows) * len(self.table.columns)


class Desk:
    """The console of a tab.

    Attributes:
        id: Names it to the route; whoever has it asks in its name and reads its answers.
        longer: A question too long for an address, which only this tab knows.
        last: What was asked last.

    """

    def __init__(self) -> None:
        self.id = token_urlsafe(16)
        self.longer: Question | None = None
        self.last: Question | None = None
        self._answers: OrderedDict[int, Answer] = OrderedDict()
        self._number = 0
        self._lock = Lock()

    def keep(self, answer: Answer) -> int:
        """Keep an answer, and return its number; older ones go when there are too many."""
        with self._lock:
            self._number += 1
            self._answers[self._number] = answer
            while len(self._answers) > 1 and self._too_much:
                self._answers.popitem(last=False)
            return self._number

    def answer(self, number: int) -> Answer | None:
        """The answer of a number; None for one that is gone."""
        with self._lock:
            return self._answers.get(number)

    def latest(self, question: Question) -> tuple[int, Answer] | None:
        """The last answer to a question, with its number."""
        with self._lock:
            there = [(number, one) for number, one in self._answers.items()]
        return next((pair for pair in reversed(there) if pair[1].question == question), None)

    @property
    def _too_much(self) -> bool:
        return (
            len(self._answers) > _KEPT or sum(one.cells for one in self._answers.values()) > _WEIGHT
        )
