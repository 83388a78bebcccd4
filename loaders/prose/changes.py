"""Changes: "increased X and less Y" and "X was increased" as statements."""

import re
from collections.abc import Iterator
from typing import Final

from graph.model.identity import EntityId
from loaders.prose import cues
from loaders.prose.patterns import directions, units
from loaders.prose.rules import Rule
from loaders.prose.slots import Masked, Slot
from loaders.prose.statement import End, Statement, stated

_IN: Final = {"up": "INCREASED_IN", "down": "DECREASED_IN", "changed": "ALTERED_IN"}
_EFFECT: Final = {"up": "INCREASES", "down": "DECREASES", "changed": "AFFECTS"}


def of_changes(
    rule: Rule,
    claim: tuple[str, str, str],
    masked: Masked,
    match: re.Match[str],
    slots: dict[str, Slot],
    reading: cues.Reading,
) -> Iterator[Statement]:
    """Yield a statement for each change a rule matched, in its own direction."""
    groups = match.groupdict()
    span = groups.get("changes") or groups.get("states") or ""
    changes, states = units()
    table_ = _IN if claim[1] == "IN" else _EFFECT
    holder = claim[2] if claim[1] == "IN" else claim[0]
    for unit in (changes if groups.get("changes") else states).finditer(span):
        sense = _sense(unit["word"])
        own = _unit_reading(unit, reading, span)
        for named in masked.slots[int(unit["unit"])].named:
            for other in ends_of(holder, slots):
                one = End(named.entity, named)
                if claim[1] == "IN" and named.turned and sense == "up":
                    yield stated(rule, other, "HAS_PHENOTYPE", one, own)
                elif claim[1] == "IN":
                    yield stated(rule, one, table_[sense], other, own)
                else:
                    yield stated(rule, other, table_[sense], one, own)


def _unit_reading(unit: re.Match[str], reading: cues.Reading, span: str) -> cues.Reading:
    """Deny only the unit that is denied, where a span has several."""
    if reading.negation != "denied":
        return reading
    words = unit.groupdict().get("between") or unit[0]
    denied = re.search(r"\b(?:not|no|never|neither)\b|n't\b", words) is not None
    outside = re.search(r"\b(?:not|no|never|neither)\b|n't\b", span) is None
    if denied or outside:
        return reading
    return cues.Reading(certainty=reading.certainty, status=reading.status)


def _sense(word: str) -> str:
    bare = re.sub(r" (?:in|of).*$", "", word.strip())
    for sense, kinds in directions().items():
        if any(
            bare == known or bare.startswith(f"{known} ")
            for words_ in kinds.values()
            for known in words_
        ):
            return sense
    return "changed"


def ends_of(name: str, slots: dict[str, Slot]) -> list[End]:
    """Give the ends a rule calls by this name: a slot's mentions, or an entity by its id."""
    if name in slots:
        return [End(one.entity, one) for one in slots[name].named]
    return [End(EntityId(name))] if ":" in name else []
