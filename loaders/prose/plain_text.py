"""Plain text: blocks from blank lines, bullets, numbers and title-case lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from loaders.prose.blocks import HEADING, ITEM, NUMBERED, PARAGRAPH, Block

_BULLET: Final = re.compile(r"[ \t]*(?:[•‣◦▪●·–*+-]|\([a-z]\))[ \t]+(?=\S)")
_NUMBER: Final = re.compile(r"[ \t]*\[?(\d{1,3})[.)\]][ \t]+(?=\S)")
_LONGEST_HEADING: Final = 14  # words
_LONGEST_BARE_HEADING: Final = 6  # words, where it is not in title case
_SMALL_WORDS: Final = 4  # letters: "with" may be small in a title, "microbiome" may not
_TITLE_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def text_blocks(text: str, start: int = 0) -> list[Block]:
    """Take a plain text apart from `start` on; sections and lead-ins are not yet set."""
    blocks = [
        block if block.kind != PARAGRAPH else _heading_or_paragraph(text, block)
        for block in _groups(_lines(text, start))
    ]
    return [block for block in blocks if block.end > block.start]


def _lines(text: str, start: int) -> Iterator[_Line]:
    for found in re.finditer(
        r"[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029]|\Z)", text[start:]
    ):
        if found[0]:
            yield _Line(start + found.start(), found[0].rstrip("\r\n\f\v\u2028\u2029"))


def _groups(lines: Iterator[_Line]) -> Iterator[Block]:
    current: Block | None = None
    after_blank = True
    for line in lines:
        if line.blank:
            after_blank = True
            continue
        opened = _opened(line)
        if (
            opened.kind == PARAGRAPH
            and current is not None
            and _goes_on(current, line, after_blank)
        ):
            current = replace(current, end=opened.end)
        else:
            if current is not None:
                yield current
            current = opened
        after_blank = False
    if current is not None:
        yield current


def _opened(line: _Line) -> Block:
    end = line.start + len(line.text.rstrip())
    if found := _BULLET.match(line.text):
        return Block(ITEM, line.start + found.end(), end)
    if found := _NUMBER.match(line.text):
        return Block(NUMBERED, line.start + found.end(), end, number=int(found[1]))
    indent = len(line.text) - len(line.text.lstrip())
    return Block(PARAGRAPH, line.start + indent, end)


def _goes_on(current: Block, line: _Line, after_blank: bool) -> bool:
    """Say whether a line that opens nothing belongs to the block above it."""
    if after_blank:
        return False
    return current.kind == PARAGRAPH or line.text[0].isspace() or line.text[0].islower()


def _heading_or_paragraph(text: str, block: Block) -> Block:
    words = text[block.start : block.end].split()
    line = text[block.start : block.end]
    if "\n" in line or "\r" in line or len(words) > _LONGEST_HEADING or line[-1] in ".,;:!":
        return block
    if not line[0].isupper() and not line[0].isdigit():
        return block
    long_words = [word for word in words if len(word) > _SMALL_WORDS] or words
    titled = sum(1 for word in long_words if not word[0].islower()) / len(long_words)
    bare = len(words) <= _LONGEST_BARE_HEADING and line[-1] != "?"
    return replace(block, kind=HEADING) if titled >= _TITLE_SHARE or bare else block
