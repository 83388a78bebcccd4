"""Markdown: blocks from markdown-it, inline markup hidden so that quotes equal the source."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.prose.blocks import HEADING, ITEM, NUMBERED, OTHER, PARAGRAPH, Block
from loaders.prose.fold import Span

_PREFIX: Final = re.compile(
    r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+)*", re.M
)
_MARKUP: Final = re.compile(
    r"(?P<link>!?\[(?P<text>[^\]\[]*)\](?P<target>\([^()\s]*(?:\s+\"[^\"]*\")?\)))"
    r"|(?P<tag><[A-Za-z/!][^<>]*>)"
    r"|(?P<mark>\*{1,3}|`+|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|\\(?=[!-/:-@\[-`{-~]))"
)
_UNDERLINE: Final = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*\Z")
_CLOSING_HASHES: Final = re.compile(r"[ \t]+#+[ \t]*\Z")


def markdown_blocks(text: str, start: int = 0) -> list[Block]:
    """Take Markdown apart from `start` on; sections and lead-ins are not yet set."""
    parser = MarkdownIt("commonmark").enable("table")
    # A form feed or lone carriage return ends no line in Markdown; lines are counted as it does.
    offsets = _line_offsets(text, start)
    return _Reader(text, offsets).blocks(parser.parse(text[start:]))


def _line_offsets(text: str, start: int) -> list[int]:
    ends = re.finditer(r"\r\n|\r|\n", text[start:])
    return [start, *(start + found.end() for found in ends)]


class _Reader:
    """Walks the tokens of one document and keeps the list it is in."""

    def __init__(self, text: str, offsets: Sequence[int]) -> None:
        self._text = text
        self._offsets = offsets
        self._lists: list[str] = []
        self._number: int | None = None

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        found: list[Block] = []
        opened = ""
        for token in tokens:
            self._track(token)
            if token.type in {"heading_open", "paragraph_open"}:
                opened = token.type
            elif token.type == "inline" and opened and token.map:
                found.append(self._block(opened, token.map))
                opened = ""
            elif token.type == "table_open" and token.map:
                found.append(self._cut(OTHER, token.map))
        return [block for block in found if block.end > block.start]

    def _track(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._lists.append(token.type)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._number = int(token.info) if token.info.isdigit() else None

    def _block(self, opened: str, lines: list[int]) -> Block:
        if opened == "heading_open":
            return self._cut(HEADING, lines)
        if not self._lists:
            return self._cut(PARAGRAPH, lines)
        if self._lists[-1] == "ordered_list_open":
            return self._cut(NUMBERED, lines, self._number)
        return self._cut(ITEM, lines)

    def _cut(self, kind: str, lines: list[int], number: int | None = None) -> Block:
        start = self._offsets[lines[0]]
        end = self._offsets[lines[1]] if lines[1] < len(self._offsets) else len(self._text)
        raw = self._text[start:end].rstrip()
        if kind == HEADING:
            raw = _CLOSING_HASHES.sub("", _UNDERLINE.sub("", raw))
        first = _PREFIX.match(raw)
        skip = first.end() if first else 0
        end = start + len(raw)
        return Block(kind, start + skip, end, _hidden(self._text, start + skip, end), number=number)


def _hidden(text: str, start: int, end: int) -> tuple[Span, ...]:
    raw = text[start:end]
    spans: list[Span] = []
    for found in _PREFIX.finditer(raw):
        if found.end() > found.start() and found.start() > 0:
            spans.append((start + found.start(), start + found.end()))
    for found in _MARKUP.finditer(raw):
        if found["link"] is not None:
            inner = found.span("text")
            spans.append((start + found.start(), start + inner[0]))
            spans.append((start + inner[1], start + found.end()))
        else:
            spans.append((start + found.start(), start + found.end()))
    return _merged(spans)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)
