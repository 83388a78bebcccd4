"""Folding: a plain form of a text for matching, with the way back to every original offset."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]

_QUOTES: Final = dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES: Final = dict.fromkeys("‐‑‒–—―−", "-")
_ZERO_WIDTH: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PLAIN: Final = _QUOTES | _DASHES


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `at[i]` is the offset in the original of its i-th character."""

    text: str
    at: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Give the original span of a folded span that is not empty."""
        return self.at[start], self.at[end - 1] + 1

    def part(self, start: int, end: int) -> "Folded":
        """Cut out a folded span."""
        return Folded(self.text[start:end], self.at[start:end])

    def plus(self, other: "Folded") -> "Folded":
        """Join two parts of one text, with a space between them."""
        if not self.text:
            return other
        return Folded(f"{self.text} {other.text}", (*self.at, self.at[-1], *other.at))


def fold(text: str, start: int, end: int, hidden: Iterable[Span] = ()) -> Folded:
    """Fold `text[start:end]`: plain quotes and dashes, no accents, single spaces, no markup.

    Args:
        text: The whole text; offsets refer to it.
        start, end: What to fold.
        hidden: Spans to leave out (markup), sorted, not overlapping.

    """
    skipped = sorted(hidden)
    starts = [span[0] for span in skipped]
    characters: list[str] = []
    at: list[int] = []
    position = start
    while position < end:
        index = bisect_left(starts, position + 1) - 1
        if index >= 0 and position < skipped[index][1]:
            position = skipped[index][1]
            continue
        for character in fold_character(text[position]):
            if character == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(character)
            at.append(position)
        position += 1
    if characters and characters[-1] == " ":
        characters.pop()
        at.pop()
    return Folded("".join(characters), tuple(at))


def fold_character(character: str) -> str:
    """Fold one character; "" for one without width."""
    if character.isascii():
        return " " if character.isspace() else _PLAIN.get(character, character)
    if character in _ZERO_WIDTH or unicodedata.combining(character):
        return ""
    if character.isspace():
        return " "
    if character in _PLAIN:
        return _PLAIN[character]
    base = unicodedata.normalize("NFKD", character)
    return "".join(part for part in base if not unicodedata.combining(part))


def fold_words(words: str) -> str:
    """Fold a term of the lexicon the same way."""
    return fold(words, 0, len(words)).text


def lower(text: str) -> str:
    """Lower-case a text without changing its length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
