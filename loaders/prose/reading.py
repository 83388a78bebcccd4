"""Reading a sentence: the rules over its masked form, each match a statement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.identity import EntityId
from graph.model.known import entities
from loaders.prose import cues
from loaders.prose.bounds import may_begin, may_end
from loaders.prose.fold import Folded
from loaders.prose.masking import Masked, Slot, mask, words
from loaders.prose.mentions import Named
from loaders.prose.patterns import directions, units
from loaders.prose.rules import Rule, rules
from loaders.prose.tables import table
from loaders.prose.verbs import bases, first_words
from loaders.prose.words import any_of

LONGEST_SENTENCE: Final = 1500  # folded characters; past this only mentions are read

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
_IN: Final = {"up": "INCREASED_IN", "down": "DECREASED_IN", "changed": "ALTERED_IN"}
_EFFECT: Final = {"up": "INCREASES", "down": "DECREASES", "changed": "AFFECTS"}


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
    for rule in rules():
        if rule.title and not setting.title:
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
            yield _with_context(one, masked, match, slots, inferred)
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
        yield from _of_units(rule, claim, masked, match, slots, reading)
        return
    for one in _ends(subject, slots):
        for other in _ends(object_, slots):
            yield _statement(rule, one, predicate, other, reading)


def _ends(name: str, slots: dict[str, Slot]) -> list[End]:
    if name in slots:
        return [End(one.entity, one) for one in slots[name].named]
    return [End(EntityId(name))] if ":" in name else []


def _statement(
    rule: Rule, subject: End, predicate: str, object_: End, reading: cues.Reading
) -> Statement:
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


def _of_units(
    rule: Rule,
    claim: tuple[str, str, str],
    masked: Masked,
    match: re.Match[str],
    slots: dict[str, Slot],
    reading: cues.Reading,
) -> Iterator[Statement]:
    groups = match.groupdict()
    span = groups.get("changes") or groups.get("states") or ""
    changes, states = units()
    table_ = _IN if claim[1] == "IN" else _EFFECT
    holder = claim[2] if claim[1] == "IN" else claim[0]
    for unit in (changes if groups.get("changes") else states).finditer(span):
        sense = _sense(unit["word"])
        own = _unit_reading(unit, reading, span)
        for named in masked.slots[int(unit["unit"])].named:
            for other in _ends(holder, slots):
                one = End(named.entity, named)
                if claim[1] == "IN" and named.turned and sense == "up":
                    yield _statement(rule, other, "HAS_PHENOTYPE", one, own)
                elif claim[1] == "IN":
                    yield _statement(rule, one, table_[sense], other, own)
                else:
                    yield _statement(rule, other, table_[sense], one, own)


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


def _with_context(
    one: Statement, masked: Masked, match: re.Match[str], slots: dict[str, Slot], inferred: str
) -> Statement:
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
