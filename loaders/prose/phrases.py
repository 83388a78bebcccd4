"""Phrases: the rewrites that bring a noun phrase of a masked sentence to one slot."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from loaders.prose.lists import joined_by_and, joined_by_commas, one_family
from loaders.prose.slots import SLOT, Masked, Slot, spaced, words
from loaders.prose.tables import table
from loaders.prose.words import any_of

_NOT_A_TAXON: Final = "however|therefore|thus|moreover|which|where|including|whereas|while|although"
Rewrite = Callable[[Masked], None]


@cache
def once() -> tuple[Rewrite, ...]:
    """Give the rewrites of brackets, quotes and fixed wordings, in their order."""
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
def repeated() -> tuple[Rewrite, ...]:
    """Give the rewrites that are repeated until nothing changes."""
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
            r"(<Disease(?![^>]*\.pop)[^>]*>)(?:'s)? (?:symptoms|signs|features|manifestations)"
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
            joined_by_and,
        ),
        _replacing(rf"({SLOT})((?: , {SLOT})+)(?=(?: ,)? (?:and|or|but|\.|;)|$)", joined_by_commas),
    )


def _replacing(pattern: str, by: Callable[[Masked, re.Match[str]], str]) -> Rewrite:
    compiled = re.compile(pattern)

    def rewrite(masked: Masked) -> None:
        masked.text = spaced(compiled.sub(lambda found: by(masked, found), masked.text))

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


def _abbreviation(masked: Masked, found: re.Match[str]) -> str:
    first, second = masked.slot(found[1]), masked.slot(found[2])
    same = {one.entity for one in first.named} == {one.entity for one in second.named}
    return found[1] if same else found[0]


def _neither(masked: Masked, found: re.Match[str]) -> str:
    first, second = masked.slot(found[1]), masked.slot(found[2])
    return masked.add(Slot(first.named + second.named, first.flags | second.flags | {"neg"}))


def _with_examples(masked: Masked, found: re.Match[str]) -> str:
    head, listed = masked.slot(found[1]), masked.slot(found[2])
    if not one_family((head, listed)):
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
