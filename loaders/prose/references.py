"""References: from a numbered list to publications, and from `(1)` in a sentence back to them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.model.identity import PublicationId, title_key
from graph.model.known_publications import known_publication, publications_by_title
from graph.model.publication import Publication
from loaders.prose.blocks import REFERENCE, Block, Parsed
from loaders.prose.fold import Folded, fold

_CITED: Final = re.compile(r"[(\[] ?\^?(\d{1,3}(?: ?[-,;] ?\d{1,3})*) ?[)\]]")
_LINK_TEXT: Final = re.compile(r"\((?:click here|link|pdf|full text|open access)\)", re.I)
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")
_PMID: Final = re.compile(
    r"\b(?:PMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|/pubmed/)([1-9]\d{3,8})\b", re.I
)
_YEAR: Final = re.compile(r"\b(19[5-9]\d|20\d\d)\b")
_PARTS: Final = re.compile(r"[^.?!]+[.?!]*")
_SHORTEST_TITLE: Final = 4  # words
_WIDEST_RANGE: Final = 50  # citations in one `(1-50)`


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list: its number, its publication, and the words of its title."""

    number: int
    publication: Publication
    title: Folded


def references(parsed: Parsed) -> tuple[Reference, ...]:
    """Read the numbered references of a document, in its order."""
    found = []
    for block in parsed.blocks:
        if block.kind == REFERENCE and block.number is not None:
            reference = _reference(parsed.text, block)
            if reference is not None:
                found.append(reference)
    return tuple(found)


def cited(sentence: str, known: Mapping[int, PublicationId]) -> tuple[PublicationId, ...]:
    """Resolve the citations in a sentence; a number in brackets that cites nothing is ignored."""
    ids: dict[PublicationId, None] = {}
    for found in _CITED.finditer(sentence):
        numbers = _numbers(found[1])
        if numbers and all(number in known for number in numbers):
            ids |= dict.fromkeys(known[number] for number in numbers)
    return tuple(ids)


def _numbers(words: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in re.split(r"[,;]", words):
        first, dash, last = part.partition("-")
        low, high = int(first), int(last) if dash else int(first)
        if not low <= high <= low + _WIDEST_RANGE:
            return ()
        numbers += range(low, high + 1)
    return tuple(numbers)


def _reference(text: str, block: Block) -> Reference | None:
    folded = fold(text, block.start, block.end, block.hidden)
    plain = _LINK_TEXT.sub(lambda found: " " * len(found[0]), folded.text)
    raw = text[block.start : block.end]
    known = _known(plain)
    start, end = _span(plain, known.title) if known else _title_span(plain)
    title = folded.part(start, end)
    if known is None:
        doi, pmid, year = _DOI.search(raw), _PMID.search(raw), _YEAR.search(plain[end:] or plain)
        if not (doi or pmid or title_key(title.text)):
            return None
        known = Publication(
            pmid=pmid[1] if pmid else "",
            doi=doi[0] if doi else "",
            title=title.text,
            year=int(year[1]) if year else None,
        )
    return Reference(block.number or 0, known, title)


def _known(plain: str) -> Publication | None:
    whole = known_publication(plain)
    if whole is not None:
        return whole
    key = title_key(plain)
    inside = [one for one in publications_by_title() if one in key]
    return publications_by_title()[max(inside, key=len)] if inside else None


def _span(plain: str, title: str) -> tuple[int, int]:
    """Find a known title in the words of a reference, punctuation and case aside."""
    words = re.findall(r"\w+", title)
    found = re.search(r"\W+".join(map(re.escape, words)), plain, re.I)
    if found is None:
        return _title_span(plain)
    end = found.end()
    return found.start(), end + 1 if plain[end : end + 1] == "?" else end


def _title_span(plain: str) -> tuple[int, int]:
    """Guess the title of a free reference: its longest sentence before the year or journal."""
    parts = [found for found in _PARTS.finditer(plain) if len(found[0].split()) >= _SHORTEST_TITLE]
    if not parts:
        return _stripped(plain, 0, len(plain))
    best = max(parts, key=lambda found: sum(c.islower() for c in found[0]))
    end = best.end() if best[0].endswith("?") else best.start() + len(best[0].rstrip("."))
    return _stripped(plain, best.start(), end)


def _stripped(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start] in " .,;":
        start += 1
    while end > start and plain[end - 1] in " .,;":
        end -= 1
    return start, end
