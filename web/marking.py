"""A text with its marks: cut into pages, blocks and pieces, every offset kept. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from graph.errors import LoadError, TooLarge
from graph.model.document import Document
from loaders.prose.blocks import HEADING, ITEM, NUMBERED, REFERENCE, Block
from loaders.prose.document import parse

PAGE: Final = 16_000  # characters of a page, more where a block is longer
_ENTRIES: Final = frozenset({ITEM, NUMBERED, REFERENCE})


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text, `text[start:end]`, and what it is a mark of.

    Attributes:
        kind: `entity` or `statement`.
        of: Its number among those of its kind.

    """

    kind: str
    of: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same marks cover.

    Attributes:
        entity: The shortest mention that covers it, None without.
        statements: All statements that cover it.
        ending: The statements that end with it.
        hidden: Markup of the source, not its words.

    """

    start: int
    end: int
    entity: int | None = None
    statements: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text: a heading, a paragraph, an entry of a list."""

    kind: str
    start: int
    end: int
    hidden: tuple[tuple[int, int], ...] = ()
    lead: str = ""


def parts_of(document: Document) -> list[Part]:
    """Cut a document's text into blocks, as the loader of prose sees them; none is left out."""
    text = document.text or ""
    name = Path("text.md" if document.kind == "markdown" else "text.txt")
    try:
        parsed = parse(text, name)
    except (LoadError, TooLarge):
        return _filled(text, [], 0)
    blocks = [_part(text, block) for block in parsed.blocks]
    # What stands in the front matter is said of the document above its text.
    begin = blocks[0].start if blocks and parsed.matter else 0
    return _filled(text, blocks, begin)


def pages_of(parts: Sequence[Part], longest: int = PAGE) -> list[tuple[Part, ...]]:
    """Put blocks on pages of about the same length; a heading goes with what it heads."""
    pages: list[list[Part]] = [[]]
    size = 0
    for part in parts:
        length = part.end - part.start
        full = size + length > longest or (part.kind == HEADING and size > longest * 0.8)
        if pages[-1] and full:
            pages.append([])
            size = 0
        pages[-1].append(part)
        size += length
    return [tuple(page) for page in pages]


def page_at(pages: Sequence[Sequence[Part]], place: int) -> int:
    """Which page, from 0, has a place of the text."""
    starts = [page[0].start if page else 0 for page in pages]
    return max(0, bisect_right(starts, place) - 1)


def pieces_of(part: Part, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a block where its marks begin and end; the pieces join to it again.

    Args:
        part: The block.
        marks: Those that touch it; others are passed over.

    """
    inside = [one for one in marks if one.start < part.end and one.end > part.start]
    cuts = {part.start, part.end}
    for start, end in (*((one.start, one.end) for one in inside), *part.hidden):
        cuts |= {min(max(start, part.start), part.end), min(max(end, part.start), part.end)}
    edges = sorted(cuts)
    return tuple(_piece(start, end, inside, part) for start, end in pairwise(edges))


def _piece(start: int, end: int, marks: Sequence[Mark], part: Part) -> Piece:
    over = [one for one in marks if one.start <= start and one.end >= end]
    named = [one for one in over if one.kind == "entity"]
    stated = [one for one in over if one.kind == "statement"]
    shortest = min(named, key=lambda one: (one.end - one.start, one.of), default=None)
    return Piece(
        start,
        end,
        shortest.of if shortest else None,
        tuple(one.of for one in stated),
        tuple(one.of for one in stated if one.end == end),
        any(from_ <= start and end <= to for from_, to in part.hidden),
    )


def _part(text: str, block: Block) -> Part:
    hidden = tuple((span[0], span[1]) for span in block.hidden)
    if block.kind != HEADING:
        lead = f"{block.number}." if block.number is not None else "•"
        kind = "entry" if block.kind in _ENTRIES else "paragraph"
        return Part(kind, block.start, block.end, hidden, lead if kind == "entry" else "")
    line = text.rfind("\n", 0, block.start) + 1
    level = text.count("#", line, block.start) or 2
    return Part(HEADING, block.start, block.end, hidden, str(min(level, 4)))


def _filled(text: str, parts: list[Part], at: int) -> list[Part]:
    """Put in what no block holds, where it is more than marks of a list: nothing goes unseen."""
    whole: list[Part] = []
    for part in [*parts, Part("end", len(text), len(text))]:
        whole += _between(text, at, part.start)
        whole.append(part)
        at = part.end
    return whole[:-1]


def _between(text: str, start: int, end: int) -> list[Part]:
    between = text[start:end]
    if sum(letter.isalnum() for letter in between) < _FEWEST:
        return []
    lead = len(between) - len(between.lstrip())
    return [Part("paragraph", start + lead, start + len(between.rstrip()))]


_FEWEST: Final = 6  # letters and digits of a gap that is text, and no mark or number of a list
