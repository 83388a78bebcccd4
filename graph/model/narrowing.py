"""Narrowing: which claims are asked for, of all there are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model import vocabulary
from graph.model.check import require
from graph.model.counting import AGREEMENTS
from graph.model.entity import Entity
from graph.model.evidence import CERTAINTIES, STANCES
from graph.model.naming import words
from graph.model.subgraph import CountedClaim
from graph.model.weighing import host_class

CONTESTED: Final = ("contested",)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked for; an empty field asks for everything, several values for any of them.

    Attributes:
        stances: `supports`: some statement is for it; `refutes`: some is against it.
        certainties: Of the claim, that is its strongest.
        predicates: Relation types.
        categories: One end is of one of these.
        hidden_categories: No end is of any of these.
        agreements: See `graph.model.counting`.
        hosts: Classes of host (`human`, `animal`, `in vitro`), or a host as it is written.
        study_types: As the sources name them.
        since, until: Years, both included; a claim without a year is not between any.
        papers: The least number of papers, for and against together.
        documents: Ids; the graph knows which claims they speak of, `passes` does not.
        text: Words that the names of the ends begin with, in any order.

    Raises:
        RecordError: A value is none that a claim can have; all problems are named.

    """

    stances: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    hidden_categories: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    study_types: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    papers: int = 0
    documents: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        known = (
            ("stance", self.stances, STANCES),
            ("certainty", self.certainties, CERTAINTIES),
            ("category", self.categories, vocabulary.categories()),
            ("category", self.hidden_categories, vocabulary.categories()),
            ("agreement", self.agreements, AGREEMENTS),
        )
        require(
            "what is asked for",
            (
                *(
                    (value in allowed, f"{kind} {value!r} is none of {tuple(allowed)}")
                    for kind, values, allowed in known
                    for value in values
                ),
                (self.papers >= 0, f"papers {self.papers} is below 0"),
                (
                    self.since is None or self.until is None or self.since <= self.until,
                    f"since {self.since} is after until {self.until}",
                ),
            ),
        )

    @property
    def contested_only(self) -> bool:
        """Whether contested claims alone are asked for."""
        return self.agreements == CONTESTED

    def passes(self, counted: CountedClaim, subject: Entity, object_: Entity) -> bool:
        """Say whether a claim is asked for, as far as it and its ends tell (not `documents`)."""
        ends = {subject.category, object_.category}
        return (
            self._fits_counts(counted)
            and _any(self.predicates, {counted.claim.predicate})
            and _any(self.categories, ends)
            and not ends & set(self.hidden_categories)
            and _begin_with(words(self.text), [*words(subject.name), *words(object_.name)])
        )

    def _fits_counts(self, counted: CountedClaim) -> bool:
        counts = counted.counts
        sides = {"supports": counts.supports, "refutes": counts.refutes}
        hosts = {one for host in counts.hosts for one in (host, host_class(host))}
        return (
            _any(self.stances, {stance for stance, number in sides.items() if number})
            and _any(self.certainties, {counts.certainty})
            and _any(self.agreements, {counts.agreement})
            and _any(self.hosts, hosts)
            and _any(self.study_types, counts.study_types)
            and counts.papers + counts.refuting_papers >= self.papers
            and self._between(counts.first_year, counts.last_year)
        )

    def _between(self, first: int | None, last: int | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if first is None or last is None:
            return False
        return (self.since is None or last >= self.since) and (
            self.until is None or first <= self.until
        )


def _any(asked: Collection[str], has: Collection[str]) -> bool:
    return not asked or not set(asked).isdisjoint(has)


def _begin_with(parts: Sequence[str], have: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in have) for part in parts)
