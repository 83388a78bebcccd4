"""Counting: from the evidence of a claim to the numbers its edge carries (DESIGN, section 4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.evidence import CERTAINTIES

AGREEMENTS: Final = ("one-sided", "contested", "varies", "mixed")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One piece of evidence, with what counting needs to know about it.

    Attributes:
        papers: Primary publications it counts for (its own paper, or those it cites).
        sources: Whom a disagreement is between: its publications, else its document.
        context: Host class, body site, contrast; sides contest only within one context.
        counts: A finding, not rejected, not retracted.

    """

    stance: str
    certainty: str
    negation: str = ""
    papers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    host: str = ""
    study_type: str = ""
    years: tuple[int, ...] = ()
    counts: bool = True

    @property
    def contests(self) -> bool:
        """Whether it can take part in a disagreement."""
        return self.counts and self.certainty != "proposed" and self.negation != "not_established"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a claim's edge carries for walking, filtering and ranking."""

    supports: int = 0
    refutes: int = 0
    papers: int = 0
    refuting_papers: int = 0
    mentions: int = 0
    certainty: str = ""
    agreement: str = "one-sided"
    hosts: tuple[str, ...] = ()
    study_types: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


def count(own: Iterable[Weighed], opposite: Iterable[Weighed] = ()) -> Counts:
    """Count a claim's evidence; the order of the evidence never matters.

    Args:
        own: Evidence on the claim itself.
        opposite: Evidence on the claim that says the contrary, for `agreement` only.

    """
    evidence = [one for one in own if one.counts]
    supporting = [one for one in evidence if one.stance == "supports"]
    refuting = [one for one in evidence if one.stance == "refutes"]
    years = [year for one in evidence for year in one.years]
    return Counts(
        supports=len(supporting),
        refutes=len(refuting),
        papers=len({paper for one in supporting for paper in one.papers}),
        refuting_papers=len({paper for one in refuting for paper in one.papers}),
        mentions=sum(1 for one in evidence if not one.papers),
        certainty=strongest(one.certainty for one in supporting or refuting),
        agreement=agreement(evidence, [one for one in opposite if one.counts]),
        hosts=tuple(sorted({one.host for one in evidence if one.host})),
        study_types=tuple(sorted({one.study_type for one in evidence if one.study_type})),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def strongest(certainties: Iterable[str]) -> str:
    """Name the strongest certainty, "" when there is none."""
    return min(certainties, key=CERTAINTIES.index, default="")


def agreement(own: Sequence[Weighed], opposite: Sequence[Weighed]) -> str:
    """Say how a claim's sources agree.

    `contested`: two sources on two sides within one context; `mixed`: one publication on both
    sides; `varies`: two sides, only across contexts; else `one-sided`.
    """
    if not opposite and len({one.stance for one in own}) < 2:  # noqa: PLR2004 - there are two sides
        return "one-sided"
    sides = _sides(own, opposite)
    if any(_differ(pro, contra) for pro, contra in sides.values()):
        return "contested"
    every_pro = {source for pro, _ in sides.values() for source in pro}
    every_contra = {source for _, contra in sides.values() for source in contra}
    if every_pro & every_contra:
        return "mixed"
    return "varies" if every_pro and every_contra else "one-sided"


def _sides(
    own: Sequence[Weighed], opposite: Sequence[Weighed]
) -> dict[tuple[str, ...], tuple[set[str], set[str]]]:
    """Group sources by context into those for and those against."""
    sides: dict[tuple[str, ...], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for one in own:
        if one.contests:
            sides[one.context][one.stance == "refutes"].update(one.sources)
    for one in opposite:
        # Refuting the opposite says nothing for the claim: both can be wrong ("no difference").
        if one.contests and one.stance == "supports":
            sides[one.context][1].update(one.sources)
    return sides


def _differ(pro: set[str], contra: set[str]) -> bool:
    """Say whether some source on one side faces another source on the other."""
    return bool(pro and contra) and len(pro | contra) > 1
