"""A text or Markdown document taken apart: sections, lead-ins, items and references."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from graph.errors import TooLarge
from loaders.prose.blocks import (
    HEADING,
    ITEM,
    NUMBERED,
    PARAGRAPH,
    REFERENCE,
    Block,
    Parsed,
)
from loaders.prose.fold import fold
from loaders.prose.front_matter import front_matter
from loaders.prose.markdown import markdown_blocks
from loaders.prose.plain_text import text_blocks

LONGEST_LINE: Final = 1_000_000  # characters; a line past this is no prose

_MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown"})
_REFERENCES: Final = re.compile(
    r"\b(?:references?|bibliography|sources|literature|citations?|further reading|works cited)\b",
    re.I,
)
_FEWEST_REFERENCES: Final = 3  # numbered lines that end a document are its references


def parse(text: str, path: Path) -> Parsed:
    """Take a document apart.

    Raises:
        LoadError: Its front matter cannot be used.
        TooLarge: A line is longer than `LONGEST_LINE`.

    """
    _check_lines(text, path)
    matter, start = front_matter(text, str(path))
    is_markdown = path.suffix.lower() in _MARKDOWN
    found = markdown_blocks(text, start) if is_markdown else text_blocks(text, start)
    blocks = tuple(_in_context(text, _with_references(text, found)))
    return Parsed(text, blocks, matter.get("title") or _title(text, blocks, path), matter)


def words_of(text: str, block: Block) -> str:
    """Give a block's words, folded and without markup."""
    return fold(text, block.start, block.end, block.hidden).text


def _check_lines(text: str, path: Path) -> None:
    start, line = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE and "\r" not in text[start : start + LONGEST_LINE]:
            raise TooLarge(
                f"{path}:{line}: a line has {end - start:,} characters; {LONGEST_LINE:,} is the "
                "most. Break the text into paragraphs, or load it with the loader for its format."
            )
        start, line = end + 1, line + 1


def _with_references(text: str, blocks: list[Block]) -> list[Block]:
    """Tell numbered references from numbered items."""
    result = list(blocks)
    for first, last in _numbered_runs(blocks):
        above = blocks[first - 1] if first else None
        under_heading = above is not None and above.kind == HEADING
        named = under_heading and above is not None and _REFERENCES.search(words_of(text, above))
        led_in = above is not None and words_of(text, above).endswith(":")
        ends_document = all(block.kind != NUMBERED for block in blocks[last:])
        many = last - first >= _FEWEST_REFERENCES
        kind = REFERENCE if named or (many and ends_document and not led_in) else ITEM
        for index in range(first, last):
            if blocks[index].kind == NUMBERED:
                result[index] = replace(blocks[index], kind=kind)
    return result


def _numbered_runs(blocks: list[Block]) -> Iterable[tuple[int, int]]:
    first: int | None = None
    for index, block in enumerate([*blocks, Block(PARAGRAPH, 0, 0)]):
        if block.kind == NUMBERED:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None


def _in_context(text: str, blocks: list[Block]) -> Iterable[Block]:
    section, lead = "", None
    for block in blocks:
        if block.kind == HEADING:
            section, lead = words_of(text, block), None
            yield replace(block, section=section)
            continue
        if block.kind == PARAGRAPH:
            leads = words_of(text, block).endswith(":")
            lead = replace(block, section=section) if leads else None
        yield replace(block, section=section, lead=lead if block.kind == ITEM else None)


def _title(text: str, blocks: tuple[Block, ...], path: Path) -> str:
    for block in blocks:
        if block.kind == HEADING:
            return words_of(text, block)
    return path.stem
