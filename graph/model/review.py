"""A review: a person's verdict on one piece of evidence. The latest one decides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Self

from graph.model.check import require
from graph.model.identity import digest

VERDICTS: Final = ("accepted", "rejected", "withdrawn")
NOTE_CHARACTERS: Final = 2_000
REVIEWER_CHARACTERS: Final = 200
_TICK: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Review:
    """One verdict; a later one takes its place, and none is ever changed or deleted.

    Attributes:
        evidence: Id of the evidence; it may be away (forgotten) and come back.
        verdict: `accepted`, `rejected`, or `withdrawn`: as if there had been no verdict before.
        reviewer: Who says so.
        at: When, ISO 8601 in UTC with microseconds, so that their order is that of the texts.
        note: Why; "" for nothing said.

    Raises:
        RecordError: A value breaks a rule; all problems are named.

    """

    evidence: str
    verdict: str
    reviewer: str
    at: str
    note: str = ""

    def __post_init__(self) -> None:
        require(
            f"review of {self.evidence!r}",
            (
                (bool(self.evidence.strip()), "evidence is empty"),
                (self.verdict in VERDICTS, f"verdict {self.verdict!r} is none of {VERDICTS}"),
                (bool(self.reviewer.strip()), "reviewer is empty"),
                (
                    len(self.reviewer) <= REVIEWER_CHARACTERS,
                    f"reviewer has {len(self.reviewer)} characters, "
                    f"{REVIEWER_CHARACTERS} are allowed",
                ),
                (
                    len(self.note) <= NOTE_CHARACTERS,
                    f"note has {len(self.note)} characters, {NOTE_CHARACTERS} are allowed",
                ),
                (_storable(self.reviewer + self.note), "reviewer or note has half a character"),
                (_written(self.at), f"time {self.at!r} is not like {_text(datetime.min)}"),
            ),
        )

    @property
    def id(self) -> str:
        """Hash of all that it says."""
        parts = (self.evidence, self.verdict, self.reviewer, self.at, self.note)
        return f"RV:{digest(*parts)}"

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read one back from its properties."""
        names = ("evidence", "verdict", "reviewer", "at", "note")
        return cls(**{name: row.get(name) or "" for name in names})


def latest(reviews: Iterable[Review]) -> Review | None:
    """The review that decides; None where there is none, or where the last one withdraws."""
    last = max(reviews, key=lambda one: (one.at, one.id), default=None)
    return None if last is None or last.verdict == "withdrawn" else last


def moment(now: datetime, before: Iterable[Review]) -> str:
    """When a review is given: now, yet after every one before it, whatever a clock says.

    Args:
        now: In UTC.
        before: The reviews of the same evidence so far.

    """
    last = max((one.at for one in before), default="")
    return _text(max(now.replace(tzinfo=None), _time(last) + _TICK) if last else now)


def _text(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _written(text: str) -> bool:
    try:
        return _text(_time(text)) == text
    except ValueError:
        return False


def _storable(text: str) -> bool:
    """A lone surrogate cannot be kept as UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
