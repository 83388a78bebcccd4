"""Circumstances: who was studied, against whom, by which mechanism and on which condition."""

import re

from loaders.prose.slots import Masked, Slot, words
from loaders.prose.statement import Statement
from loaders.prose.tables import table
from loaders.prose.words import any_of


def with_circumstances(
    one: Statement, masked: Masked, match: re.Match[str], slots: dict[str, Slot], inferred: str
) -> Statement:
    """Add to a statement what its sentence says of the circumstances."""
    rest = masked.text[match.end() :]
    groups = match.groupdict()
    comparator = slots["comparator"] if "comparator" in slots else _comparator(masked, rest)
    phrases = [slot.phrase for slot in slots.values() if slot.phrase]
    condition = groups.get("condition") or groups.get("entry") or ""
    if groups.get("entry"):
        condition = match[0][match[0].find("> ") + 2 :].split(" <")[0] + " " + groups["entry"]
        condition = re.sub(r"^.*?(entering|that enter|which enter|reaching)", r"\1", match[0])
        condition = condition[: condition.find(groups["entry"]) + len(groups["entry"])]
    return Statement(
        one.subject,
        one.predicate,
        one.object,
        one.rule,
        one.reading,
        inferred,
        condition=words(masked, condition).strip(),
        via=words(masked, _via(rest)).strip(),
        population=phrases[0] if phrases else "",
        comparator=(comparator.phrase or " and ".join(n.text for n in comparator.named))
        if comparator
        else "",
    )


def _comparator(masked: Masked, rest: str) -> Slot | None:
    found = re.search(
        rf"\b{any_of(table('cues.yaml')['comparators'])} (?:\w+ ){{0,2}}(<[^>]+>)", rest
    )
    return masked.slot(found[1]) if found else None


def _via(rest: str) -> str:
    """Find the mechanism named after a statement: "through TLR4", "by releasing IL-10"."""
    means = any_of(word for word in table("cues.yaml")["via"] if word != "by")
    words_ = r"(?:(?! and (?!<))[^,.;])"
    found = re.match(
        rf"(?: in [^,;.]{{0,25}}?)? ?(?:, )?({means} {words_}+|by (?:\w+ing\b|<){words_}*)", rest
    )
    return found[1] if found else ""
