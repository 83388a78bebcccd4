"""Reading a sentence: the rules over its masked form, each match a statement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.known import entities
from loaders.prose import cues
from loaders.prose.bounds import may_begin, may_end
from loaders.prose.changes import ends_of, of_changes
from loaders.prose.circumstances import with_circumstances
from loaders.prose.fold import Folded
from loaders.prose.masking import mask
from loaders.prose.mentions import Named
from loaders.prose.rules import Rule, rules
from loaders.prose.slots import Masked, Slot
from loaders.prose.statement import End, Statement, stated
from loaders.prose.verbs import bases, first_words

LONGEST_SENTENCE: Final = 1500  # folded characters; past this only mentions are read


# After "A reduces B": "(in C) and (also) inhibits …"; "…, thereby inhibiting …".
_AFTERTHOUGHT: Final = (
    r"(?: (?:in|via|through|of|at|within|into|from|by) [^<>.;,]{0,30}<[^>]*>)?(?: [^<>.;,]{0,40}?)?"
)
_GOES_ON: Final = re.compile(
    _AFTERTHOUGHT + r" ?(?:, )?(?:and|but|or|while|thereby|thus|hence|and thereby|and thus) "
    r"((?:also |thereby |thus |further |consequently |then |may |might |can |could |did |does |do "
    r"|not |never )*)(\S.*)$"
)
_THEREBY: Final = re.compile(r"(?: [^<>.;,]{0,40}?)? ?, (?:thereby |thus |hence )?(\w+ing)\b(.*)$")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: its section's heading, and whether it is a reference's title."""

    heading: Masked | None = None
    title: bool = False


def statements(sentence: Folded, named: Sequence[Named], setting: Setting) -> list[Statement]:
    """Read a sentence whose mentions are given (offsets within it)."""
    if (
        not named
        or len(sentence.text) > LONGEST_SENTENCE
        or sentence.text.rstrip("\"')").endswith("?")
    ):
        return []
    masked = mask(sentence.text, named)
    found: dict[tuple[object, ...], Statement] = {}
    taken: dict[tuple[object, ...], str] = {}
    lone = masked.text.count("<") == 1
    for rule in rules():
        if (rule.title and not setting.title) or (lone and _needs_two(rule)):
            continue
        fresh = [
            statement
            for pattern in rule.patterns
            for match in _matches(pattern, masked.text)
            for statement in _read(rule, masked, match, setting)
        ]
        for one in fresh:
            ends = (_place(one.subject), _place(one.object))
            first = taken.get(ends) or taken.get(ends[::-1])
            if one.subject.entity != one.object.entity and first in {None, one.rule}:
                taken[ends] = one.rule
                found.setdefault((*ends, one.predicate), one)
    return [*found.values(), *_kinds(masked)]


def _needs_two(rule: Rule) -> bool:
    """Say whether a rule finds both its ends in the sentence, which one slot cannot give."""
    named = any(":" in end for claim in rule.claims for end in (claim[0], claim[2]))
    return rule.heading is None and not named


def _place(end: End) -> object:
    return (end.named.start, end.entity) if end.named else end.entity


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin and end where a noun phrase may."""
    position = 0
    while found := pattern.search(text, position):
        position = found.start() + 1
        if may_begin(text, found) and may_end(text, found):
            position = max(position, found.start() + 1)
            yield found


def _read(
    rule: Rule, masked: Masked, match: re.Match[str], setting: Setting
) -> Iterator[Statement]:
    slots = {
        name: masked.slots[int(number)]
        for name, number in match.groupdict().items()
        if number and number.isdigit()
    }
    inferred = ""
    if rule.heading is not None:
        name, slot = _from_heading(rule.heading, setting.heading)
        if slot is None:
            return
        slots[name] = slot
        inferred = f"{_side(rule, name)} from heading"
    before, inside = masked.text[: match.start()], match[0]
    denied = any("neg" in slot.flags for slot in slots.values())
    reading = cues.read(
        before,
        inside,
        masked.text[match.end() :],
        certainty=rule.certainty,
        negation=rule.negation,
        denied=denied,
    )
    if not reading.claims or (rule.denied_only and reading.stance != "refutes"):
        return
    for claim in rule.claims:
        for one in _claimed(rule, claim, masked, match, slots, reading):
            yield with_circumstances(one, masked, match, slots, inferred)
    if rule.chain and "A" in slots:
        yield from _chained(masked, match, setting)


def _side(rule: Rule, name: str) -> str:
    return "subject" if any(claim[0] == name for claim in rule.claims) else "object"


def _from_heading(pattern: re.Pattern[str], heading: Masked | None) -> tuple[str, Slot | None]:
    name = next(iter(pattern.groupindex))
    if heading is None:
        return name, None
    found = list(pattern.finditer(heading.text))
    return name, heading.slots[int(found[-1][name])] if found else None


def _claimed(
    rule: Rule,
    claim: tuple[str, str, str],
    masked: Masked,
    match: re.Match[str],
    slots: dict[str, Slot],
    reading: cues.Reading,
) -> Iterator[Statement]:
    subject, predicate, object_ = claim
    if subject in {"changes", "states"} or object_ == "changes":
        yield from of_changes(rule, claim, masked, match, slots, reading)
        return
    for one in ends_of(subject, slots):
        for other in ends_of(object_, slots):
            yield stated(rule, one, predicate, other, reading)


def _chained(masked: Masked, match: re.Match[str], setting: Setting) -> Iterator[Statement]:
    """Read "and inhibits C" with the subject of "A reduces B"."""
    rest = masked.text[match.end() :]
    found = _GOES_ON.match(rest)
    if found is None or found[2].split()[0] not in first_words():
        gerund = _THEREBY.match(rest)
        if gerund is None or gerund[1] not in bases():
            return
        tail = f"{bases()[gerund[1]]}{gerund[2]}"
        extra = ""
    else:
        tail, extra = found[2], found[1]
    start = match.start("A")
    opening = masked.text.rfind("<", 0, start)
    if match.start() < opening and "<" in masked.text[match.start() : opening]:
        return
    close = masked.text.find(">", start) + 1
    aux = match.groupdict().get("aux") or ""
    virtual = f"{masked.text[:close]} {aux}{extra}{tail}"
    # "not" governs its own verb only where the second verb brings its own helper.
    if extra.split() and aux:
        virtual = f"{masked.text[:close]} {extra}{tail}"
    virtual = " ".join(virtual.split())
    shadow = Masked(virtual, masked.slots)
    for rule in rules():
        if not rule.chain:
            continue
        for pattern in rule.patterns:
            again = pattern.match(virtual, opening)
            if again and again.groupdict().get("A") == match["A"] and may_end(virtual, again):
                yield from _read(rule, shadow, again, setting)
                break


def _kinds(masked: Masked) -> Iterator[Statement]:
    seen = set()
    for slot in masked.slots:
        for kind, parent in slot.kinds:
            key = (kind.start, parent.start)
            same = entities()[kind.entity].category == entities()[parent.entity].category
            if key not in seen and same:
                seen.add(key)
                yield Statement(
                    End(kind.entity, kind),
                    "SUBCLASS_OF",
                    End(parent.entity, parent),
                    "such-as",
                    cues.Reading(),
                )
