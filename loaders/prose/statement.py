"""Statements: what a rule read in a sentence, and what its predicate asks of its ends."""

from dataclasses import dataclass
from typing import Final

from graph.model.identity import EntityId
from loaders.prose import cues
from loaders.prose.mentions import Named
from loaders.prose.rules import Rule

_DIRECTED: Final = frozenset(
    {
        "INCREASED_IN",
        "DECREASED_IN",
        "INCREASES",
        "DECREASES",
        "CAUSES",
        "PREVENTS",
        "TREATS",
        "STUDIED_FOR",
        "HAS_PHENOTYPE",
        "HIGHER_RISK_OF",
        "LOWER_RISK_OF",
    }
)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a statement: the entity meant, and where it is named (None: nowhere)."""

    entity: EntityId
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a rule read in a sentence."""

    subject: End
    predicate: str
    object: End
    rule: str
    reading: cues.Reading
    inferred: str = ""
    condition: str = ""
    via: str = ""
    population: str = ""
    comparator: str = ""


def stated(
    rule: Rule, subject: End, predicate: str, object_: End, reading: cues.Reading
) -> Statement:
    """Make a statement, with the ends and the predicate that what was read allows."""
    if predicate == "TREATS" and _only_hoped(reading):
        predicate = "STUDIED_FOR"
    if predicate in _DIRECTED:
        subject, object_ = _turned(subject), _turned(object_)
    return Statement(subject, predicate, object_, rule.id, reading)


def _only_hoped(reading: cues.Reading) -> bool:
    """Say whether a benefit is hedged: none is shown."""
    finding = reading.status == "finding" and reading.stance == "supports"
    return finding and reading.certainty != "asserted"


def _turned(end: End) -> End:
    if end.named is not None and end.named.turned:
        return End(EntityId(end.named.turned), end.named)
    return end
