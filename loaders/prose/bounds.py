"""Bounds: where a pattern's first and last entity stand for a whole noun phrase."""

import re
from functools import cache
from typing import Final

from loaders.prose.patterns import directions
from loaders.prose.tables import table
from loaders.prose.verbs import all_finite, all_gerunds, first_words
from loaders.prose.words import any_of

_RELATIVE: Final = re.compile(r"<[^>]*> (?:, which|which|that|who) ")
_PHRASE_WORDS: Final = (
    "increase", "increases", "rise", "rises", "elevation", "elevations", "change", "changes",
    "alteration", "alterations", "shift", "shifts", "disturbance", "disturbances", "perturbation",
    "perturbations", "enrichment", "overgrowth", "expansion", "exposure", "treatment",
    "supplementation", "supplementing", "colonisation", "colonization", "feeding",
    "administration", "diet", "diets", "transfer", "transplantation", "injection", "infusion",
    "gavage", "inoculation", "ingestion", "adherence",
)  # fmt: skip


# "Two thirds of patients with D", "90% of serotonin".
_SHARE: Final = (
    r"(?:%|percent|per cent|half|most|many|majority|some|all|quarters?|thirds?|number|amount|subset"
    r"|proportion|minority|each|none)"
)


def may_begin(text: str, found: re.Match[str]) -> bool:
    """Say whether a match begins a noun phrase, and not inside a larger one ("lack of X")."""
    start = found.start()
    while start < len(text) and text[start] == " ":
        start += 1
    if start == 0:
        return True
    if not text.startswith("<", start):
        return text[start - 1] == " " and not _is_verb_here(text, start, found)
    return _RELATIVE.match(text, start) is not None or _opens_phrase(text[:start].split())


def _opens_phrase(before: list[str]) -> bool:
    last = before[-1]
    if last == "and" and "between" in before[-8:]:
        since = before[len(before) - 1 - before[::-1].index("between") :]
        if since.count("and") == 1:
            return False
    if not last[-1].isalnum() and not last.endswith(">"):
        return True
    if last in _shapes("before") or last.endswith(tuple(table("shapes.yaml")["before_endings"])):
        return True
    return _before_phrase().search(" ".join(before[-4:])) is not None


def _is_verb_here(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether "increased X" says what its subject did: "zinc increased X"."""
    if found.groupdict().get("changes") is None or found.start("changes") != start:
        return False
    before = _without_adverbs(text[:start].split())
    if _without_adverbs(text[start:].split()[::-1])[-1] not in _verb_like() or not before:
        return False
    last = before[-1]
    if last in {"and", "or", "but"} and _shared_subject().search(text[:start]):
        return True
    if last[-1] in ",;:":
        return False
    return last not in _shapes("before") | _shapes("before_change")


def _without_adverbs(words: list[str]) -> list[str]:
    """Leave out the adverbs at the end."""
    while len(words) > 1 and words[-1].endswith("ly"):
        words = words[:-1]
    return words


@cache
def _shared_subject() -> re.Pattern[str]:
    """Find "A reduced B and", whose next word says what A did too."""
    forms = any_of(all_finite())
    return re.compile(
        rf"> (?:\w+ly |also |has |have )*{forms} [^<>]{{0,20}}<[^>]*>[^;:]* (?:and|or|but) $"
    )


@cache
def _verb_like() -> frozenset[str]:
    words = [word for kinds in directions().values() for word in kinds["adjectives"]]
    return frozenset(word for word in words if word.endswith("ed"))


@cache
def _before_phrase() -> re.Pattern[str]:
    within = "in (?:mice|rats|humans|animals|vitro|vivo)"
    return re.compile(
        rf"\b{any_of(_PHRASE_WORDS)} (?:in|of|to|with|rich in|high in)$"
        rf"|\b(?:rich|high) in$|\b{within}$|{_SHARE} of$"
        r"|\b(?:evidence|signs?|presence|cases) of$"
        r"|\b(?:one|two|[0-9]+) (?:in|out of) (?:every )?(?:two|three|four|five|six|ten|[0-9]+)$"
    )


def may_end(text: str, found: re.Match[str]) -> bool:
    """Say whether a match ends a noun phrase ("X receptor" goes on)."""
    if not found[0].endswith(">"):
        return True
    rest = text[found.end() :].split()
    if not rest:
        return True
    word = rest[0]
    if not word[0].isalnum() and not word.startswith(("-", "<", "'")):
        return True
    if word in first_words() and re.search(r" by <[^>]*>$", found[0]):
        return True
    return word in _shapes("after") or word.endswith("ly") or word in all_gerunds()


@cache
def _shapes(name: str) -> frozenset[str]:
    return frozenset(table("shapes.yaml")[name])
