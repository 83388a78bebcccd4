"""Masking: a sentence with its entities as typed slots, noun phrases and lists brought together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from loaders.prose.mentions import Named
from loaders.prose.tables import table
from loaders.prose.verbs import first_words
from loaders.prose.words import any_of

SLOT: Final = r"<[A-Za-z+]+(?:\.[a-z]+)*:\d+>"
_SLOT: Final = re.compile(SLOT)
_PARTS: Final = re.compile(r"<([A-Za-z+]+)((?:\.[a-z]+)*):(\d+)>")
_PUNCTUATION: Final = re.compile(r"([,;:()\"\[\]?!])")
_FINAL_STOP: Final = re.compile(
    r"\.(?= |$)(?<!e\.g\.)(?<!i\.e\.)(?<!spp\.)(?<!sp\.)(?<!vs\.)(?<!al\.)"
)
_FRONTED: Final = frozenset({"in", "with", "for", "among", "during", "after", "following"})
_NOT_A_TAXON: Final = "however|therefore|thus|moreover|which|where|including|whereas|while|although"
_ROUNDS: Final = 4  # nested phrases ("levels of A and B in patients with C") settle in three


@dataclass(frozen=True, slots=True)
class Slot:
    """What one slot of a masked sentence stands for.

    Attributes:
        named: Its mentions: one, or those of a coordinated list.
        flags: `lev` measured, `pop` people with it, `asp` an aspect of it, `neg` denied.
        kinds: Pairs (kind, of what) that a "such as" states.
        phrase: The words it was masked from, for people ("patients with …").

    """

    named: tuple[Named, ...]
    flags: frozenset[str] = frozenset()
    kinds: tuple[tuple[Named, Named], ...] = ()
    phrase: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories of its mentions, each once, sorted."""
        return tuple(sorted({one.category for one in self.named}))


@dataclass(slots=True)
class Masked:
    """A sentence being masked: its text, and its slots by number."""

    text: str
    slots: list[Slot] = field(default_factory=list)

    def add(self, slot: Slot) -> str:
        """Add a slot; return its token."""
        self.slots.append(slot)
        flags = "".join(f".{flag}" for flag in sorted(slot.flags))
        return f"<{'+'.join(slot.categories)}{flags}:{len(self.slots) - 1}>"

    def slot(self, token: str) -> Slot:
        """Find the slot of a token."""
        found = _PARTS.fullmatch(token)
        if found is None:
            raise ValueError(f"{token!r} is not a slot")
        return self.slots[int(found[3])]


def mask(sentence: str, named: Sequence[Named]) -> Masked:
    """Mask a folded sentence whose mentions are given (offsets within it)."""
    masked = Masked("")
    parts, reached = [], 0
    for one in named:
        parts += [_plain(sentence[reached : one.start]), masked.add(Slot((one,)))]
        reached = one.end
    parts.append(_plain(sentence[reached:]))
    masked.text = _spaced(" ".join(parts))
    for rewrite in _once():
        rewrite(masked)
    for _ in range(_ROUNDS):
        before = masked.text
        for rewrite in _repeated():
            rewrite(masked)
        if masked.text == before:
            break
    return masked


def _plain(words: str) -> str:
    spaced = _PUNCTUATION.sub(r" \1 ", words.lower())
    return _FINAL_STOP.sub(" .", spaced).replace(" - ", " , ").replace("<", " ").replace(">", " ")


def _spaced(text: str) -> str:
    return " ".join(text.split())


Rewrite = Callable[[Masked], None]


@cache
def _once() -> tuple[Rewrite, ...]:
    examples = any_of(table("shapes.yaml")["examples"])
    return (
        _replacing(r"[(\[] \^?\d+(?: ?[,;-] ?\d+)* [)\]]", lambda _m, _f: ""),
        _replacing(rf"({SLOT}) \( ({SLOT}) \)", _abbreviation),
        _replacing(rf"\( {examples} ,? ?([^()]*<[^()]*) \)", lambda _m, f: f"such as {f[1]} ,"),
        _replacing(r"\( [^()]* \)", lambda _m, _f: ""),
        _replacing(r"\"|(?<= )'|'(?= |$)|\(|\)", lambda _m, _f: ""),
        _replacing(
            r"\b(?:as well as|along with|together with|plus|and/or)\b", lambda _m, _f: "and"
        ),
        _replacing(r"-(?=<)", lambda _m, _f: ""),
        *(_rewritten(pattern, stays) for pattern, stays in table("shapes.yaml")["rewritten"]),
    )


@cache
def _repeated() -> tuple[Rewrite, ...]:
    shapes = table("shapes.yaml")
    dropped, measures = any_of(shapes["dropped"]), any_of(shapes["measures"])
    aspects, people = any_of(shapes["aspects"]), any_of(shapes["people"])
    ranks, examples = any_of(shapes["ranks"]), any_of(shapes["examples"])
    classes, care = any_of(shapes["classes"]), any_of(shapes["care"])
    with_ = r"(?:with|suffering from|affected by|diagnosed with|living with|who have|having)"
    pop = r"<(?:Disease|Phenotype)[^>]*>"
    taxon = r"<Taxon[^>]*>"
    # Not before its list is brought together; a comma that closes the examples goes with them.
    complete = rf"(?! ?,? (?:and |or )?{SLOT})(?: ,(?! (?:{SLOT}|and|or)))?"
    return (
        _replacing(rf"(?:\b{dropped} )+(?={SLOT})", lambda _m, _f: ""),
        _replacing(rf"\b{measures} of ({SLOT})", _flagged("lev")),
        _replacing(rf"({SLOT}) {measures}(?= |$)", _flagged("lev")),
        _replacing(
            rf"\b{ranks} (?:of |belonging to )?(?:the )?(?:{ranks} )?({taxon})", _flagged("")
        ),
        _replacing(rf"({taxon}) {ranks}(?= |$)", _flagged("")),
        _replacing(rf"\b{people} {with_} ({pop})", _flagged("pop")),
        _replacing(rf"({pop})(?:'s)? {people}(?= |$)", _flagged("pop")),
        _replacing(rf"\b{aspects} (?:of|in) (<(?:Disease|Phenotype)(?![^>]*\.pop)[^>]*>)", _aspect),
        _replacing(
            rf"(<Disease(?![^>]*\.pop)[^>]*>)(?:'s)? (?:symptoms|signs|features|manifestations)"
            r"(?= (?:include|are|is|comprise|range|such|like))",
            _flagged("sym"),
        ),
        _replacing(
            rf"(<Disease(?![^>]*\.pop)[^>]*>)(?:'s)? (?:{aspects}|{care})(?= |$)", _flagged("asp")
        ),
        _replacing(
            rf"{SLOT} -(?:induced|mediated|driven|triggered|associated|related) ({SLOT})",
            lambda _m, f: f[1],
        ),
        _replacing(
            r"\b(?:in|among|within) (?:the )?<(?:Anatomy|Microbiome)[^>]*> (?:of|from) "
            r"(<Disease[^>]*>)",
            lambda _m, f: f"in {f[1]}",
        ),
        _replacing(
            rf"\b(?:in|from) (?:the )?(?:\w+ )?{any_of(shapes['samples'])} (?:of|from) "
            r"(<Disease[^>]*>)",
            lambda _m, f: f"in {f[1]}",
        ),
        _replacing(
            rf"(<Taxon[^>]*>) , (?!{_NOT_A_TAXON})[a-z]{{5,}}(?= ,? ?(?:and )?<Taxon)",
            lambda _m, f: f[1],
        ),
        _replacing(
            r"<Anatomy[^>]*> (<(?:Cell|Anatomy|Process|Phenotype)[^>]*>)", lambda _m, f: f[1]
        ),
        _replacing(r"<(?:Chemical|Exposure)[^>]*> (<Chemical[^>]*>)", lambda _m, f: f[1]),
        _replacing(r"(<Taxon[^>]*>) <Exposure[^>]*>", lambda _m, f: f[1]),
        _replacing(rf"neither ({SLOT}) nor ({SLOT})", _neither),
        _replacing(
            rf"({SLOT}) ,? ?{examples} ({SLOT}){complete}",
            _with_examples,
        ),
        _replacing(
            rf"(?:\b(?!(?:in|of|to|by|for|and|or|that|as|with)\b)[\w-]+ ){{0,3}}"
            rf"\b{classes} ,? ?{examples} ({SLOT}){complete}",
            lambda _m, f: f[1],
        ),
        _replacing(
            rf"(?:\b(?:both|either) )?({SLOT})((?: , {SLOT})*)(?: ,)? (?:and|or|nor) ({SLOT})",
            _listed,
        ),
        _replacing(
            rf"({SLOT})((?: , {SLOT})+)(?=(?: ,)? (?:and|or|but|\.|;)|$)", _listed_by_commas
        ),
    )


def _replacing(pattern: str, by: Callable[[Masked, re.Match[str]], str]) -> Rewrite:
    compiled = re.compile(pattern)

    def rewrite(masked: Masked) -> None:
        masked.text = _spaced(compiled.sub(lambda found: by(masked, found), masked.text))

    return rewrite


def _rewritten(pattern: str, stays: str) -> Rewrite:
    """Make a rewrite of a row of `rewritten`, whose `@slot(Category|…)` are slots."""

    def slot(found: re.Match[str]) -> str:
        kinds = found[1]
        return rf"<(?:{kinds})(?:\+(?:{kinds}))*(?:\.[a-z]+)*:\d+>" if kinds else SLOT

    expanded = re.sub(r"@slot(?:\(([A-Za-z|]+)\))?", slot, pattern)
    return _replacing(expanded, lambda _masked, found: found.expand(stays))


def _flagged(flag: str) -> Callable[[Masked, re.Match[str]], str]:
    def by(masked: Masked, found: re.Match[str]) -> str:
        slot = masked.slot(found[1])
        flags = slot.flags | ({flag} if flag else set())
        phrase = words(masked, found[0]) if flag == "pop" else slot.phrase
        return masked.add(Slot(slot.named, flags, slot.kinds, phrase))

    return by


def _aspect(masked: Masked, found: re.Match[str]) -> str:
    flag = "sym" if found[0].startswith(("symptom", "signs", "feature", "manifest")) else "asp"
    return _flagged(flag)(masked, found)


def words(masked: Masked, text: str) -> str:
    """Write a masked text out again, slots as the words of their mentions."""

    def named(found: re.Match[str]) -> str:
        slot = masked.slot(found[0])
        if slot.phrase:
            return slot.phrase
        return " and ".join(one.text for one in slot.named)

    return _SLOT.sub(named, text)


def _abbreviation(masked: Masked, found: re.Match[str]) -> str:
    first, second = masked.slot(found[1]), masked.slot(found[2])
    same = {one.entity for one in first.named} == {one.entity for one in second.named}
    return found[1] if same else found[0]


def _neither(masked: Masked, found: re.Match[str]) -> str:
    first, second = masked.slot(found[1]), masked.slot(found[2])
    return masked.add(Slot(first.named + second.named, first.flags | second.flags | {"neg"}))


def _with_examples(masked: Masked, found: re.Match[str]) -> str:
    head, listed = masked.slot(found[1]), masked.slot(found[2])
    if not _one_family((head, listed)):
        return found[0]
    last = head.named[-1]
    same = [
        one for one in listed.named if one.category == last.category and one.entity != last.entity
    ]
    kinds = tuple((one, last) for one in same if one.category != "Microbiome")
    if "like" in found[0]:
        kinds = ()
    return masked.add(
        Slot(
            head.named + listed.named, head.flags | listed.flags, head.kinds + listed.kinds + kinds
        )
    )


def _listed(masked: Masked, found: re.Match[str]) -> str:
    tokens = _SLOT.findall(found[0])
    before = masked.text[: found.start()].split()
    after = masked.text[found.end() :].split()
    if len(tokens) == 2 and "between" in before[-2:]:  # noqa: PLR2004 - a pair, kept apart
        return found[0]
    if before and after and _is_finite(after[0]) and _new_clause(before[-1], found[0], tokens):
        return found[0]
    fronted = bool(before) and before[-1] in _FRONTED and (len(before) == 1 or before[-2] in ",;:")
    first = 1 if fronted and len(tokens) > 2 else 0  # noqa: PLR2004 - "in D, A and B"
    while first < len(tokens) - 2 and not _one_family([masked.slot(one) for one in tokens[first:]]):
        first += 1
    kept = found[0].index(tokens[first])
    listed = _joined(masked, found, tokens[first:])
    return found[0][:kept] + listed if listed != found[0] else listed


def _new_clause(last: str, text: str, tokens: Sequence[str]) -> bool:
    """Say whether "and X" opens a clause: "A reduces B and X does", "A is in B, and X does"."""
    return last in first_words() or (len(tokens) == 2 and " , and " in text)  # noqa: PLR2004


def _listed_by_commas(masked: Masked, found: re.Match[str]) -> str:
    before = masked.text[: found.start()].split()
    tokens = _SLOT.findall(found[0])
    opens_sentence = len(before) < 2 or before[-2] in {",", ";", ":"}  # noqa: PLR2004
    if opens_sentence and before and before[-1] in _FRONTED:
        return found[0]
    return _joined(masked, found, tokens)


def _joined(masked: Masked, found: re.Match[str], tokens: Sequence[str]) -> str:
    slots = [masked.slot(token) for token in tokens]
    if not _one_family(slots):
        return found[0]
    named = tuple(one for slot in slots for one in slot.named)
    flags = frozenset(flag for slot in slots for flag in slot.flags)
    kinds = tuple(pair for slot in slots for pair in slot.kinds)
    phrase = slots[-1].phrase if any(slot.phrase for slot in slots) else ""
    return masked.add(Slot(named, flags, kinds, phrase))


def _one_family(slots: Sequence[Slot]) -> bool:
    categories = {category for slot in slots for category in slot.categories}
    if len(categories) == 1:
        return True
    return any(categories <= set(family) for family in table("shapes.yaml")["families"])


def _is_finite(word: str) -> bool:
    helpers = {"was", "were", "is", "are", "has", "have", "had", "may", "can", "could", "might"}
    helpers |= {"show", "shows", "showed", "develop", "experience", "report", "exhibit", "suffer"}
    return word in helpers or word in first_words()
