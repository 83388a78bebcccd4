"""Mentions: where a folded text names an entity, the longest form at word boundaries."""

import re
from dataclasses import dataclass
from typing import Final

from graph.model.identity import EntityId
from loaders.prose.fold import Folded, lower
from loaders.prose.lexicon import Lexicon, Term

# "non-MS" names no MS, "MS-like" is not MS.
_NOT_BEFORE: Final = re.compile(r"(?:\bnon|\bpseudo|\banti)[- ]$")
_NOT_AFTER: Final = re.compile(r"-(?:like|naive|free|negative)\b| mimics?\b")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention; `start` and `end` are in the folded text, the others in the document."""

    entity: EntityId
    category: str
    turned: str
    start: int
    end: int
    document_start: int
    document_end: int
    text: str


def find(folded: Folded, source: str, lexicon: Lexicon) -> tuple[Named, ...]:
    """Find the mentions in a folded part of `source`, in order, not overlapping."""
    haystack = lower(folded.text).replace("-", " ")
    spans = []
    for last, key in lexicon.automaton.iter(haystack):
        start, end = last + 1 - len(key), last + 1
        if _bounded(haystack, start, end):
            spans.append((start, -end, key))
    found: list[Named] = []
    reached = 0
    for start, minus_end, key in sorted(spans):
        term = _fitting(folded.text, start, -minus_end, lexicon.terms[key])
        if start >= reached and term is not None:
            reached = -minus_end
            found.append(_named(folded, source, term, start, reached))
    return tuple(found)


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum()
    return before and (end == len(text) or not text[end].isalnum())


def _fitting(text: str, start: int, end: int, terms: tuple[Term, ...]) -> Term | None:
    if _NOT_BEFORE.search(text[max(0, start - 8) : start].lower()) or _NOT_AFTER.match(text, end):
        return None
    written = text[start:end].replace("-", " ")
    for term in sorted(terms, key=lambda one: not one.exact):
        if term.exact and written != term.exact.replace("-", " "):
            continue
        if term.unless is not None and term.unless.search(text):
            continue
        return term
    return None


def _named(folded: Folded, source: str, term: Term, start: int, end: int) -> Named:
    first, last = folded.original(start, end)
    return Named(
        term.entity, term.category, term.turned, start, end, first, last, source[first:last]
    )
