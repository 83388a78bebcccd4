"""Sentences: where one ends, abbreviations, decimals and initials aside."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.prose.fold import Folded

_END: Final = re.compile(
    r"[.!?]+[\"')\]]*(?: ?[(\[]\d{1,3}(?: ?[-,;] ?\d{1,3})*[)\]]\.?)*(?= [\"'(\[]*[A-Z0-9]|\Z)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|et al|cf|vs|spp?|subsp|var|approx|ca|resp|incl|Dr|Mr|Mrs|Prof|St|Figs?|"
    r"Refs?|Nos?|Eq|Tab|Vol|etc(?= [a-z]))|(?:^|[ (\[\"'])[A-Z])\.$"
)
# A single capital before a full stop ends a sentence after these: "vitamin D. The …".
_LETTERED: Final = re.compile(
    r"(?:vitamins?|type|hepatitis|group|factor|interleukin|and|or) [A-Z]\.$", re.I
)


def sentences(block: Folded) -> Iterator[Folded]:
    """Cut a folded block into its sentences; what follows a stop in brackets stays with it."""
    start = 0
    for found in _END.finditer(block.text):
        stop = block.text[max(start, found.start() - 24) : found.start() + 1]
        if (
            _ABBREVIATION.search(stop)
            and not _LETTERED.search(stop)
            and found.end() < len(block.text)
        ):
            continue
        yield _trimmed(block, start, found.end())
        start = found.end()
    if block.text[start:].strip():
        yield _trimmed(block, start, len(block.text))


def _trimmed(block: Folded, start: int, end: int) -> Folded:
    while start < end and block.text[start] == " ":
        start += 1
    while end > start and block.text[end - 1] == " ":
        end -= 1
    return block.part(start, end)
