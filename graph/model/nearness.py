"""Keys that a misspelling shares with what was meant: pieces of words, by length and place.

A word is cut into one piece more than it may have mistakes, so that one piece at least stays whole:
the partition idea of PASS-JOIN (Li, Deng, Wang, Feng 2011). The pieces of every name are indexed
as words of a full-text index; whoever looks for a misspelling asks for the pieces that its
spelling could have left.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from graph.model.naming import name_key, words

# One mistake for every four letters, two at most; shorter words are too like each other.
_LETTERS_A_MISTAKE: Final = 4
_MOST_MISTAKES: Final = 2
# The beginning of a long piece tells it apart.
_LONGEST_PIECE: Final = 8
# The places of the pieces of a whole name, and of a word among others.
_WHOLE: Final = "xyz"
_WORD: Final = "abc"


def mistakes(word: str) -> int:
    """Say in how many letters a word may differ from what was meant."""
    return min(len(word) // _LETTERS_A_MISTAKE, _MOST_MISTAKES)


def near_keys(names: Iterable[str]) -> str:
    """Join the pieces of names as wholes and word by word, for a full-text index."""
    return " ".join(dict.fromkeys(key for name in names for key in _pieces_of(name)))


def near_queries(text: str) -> tuple[str, ...]:
    """Ask for names that are like a text as a whole, and for those with a word like each of its.

    In the full-text language of both engines; none where nothing can be misspelled.
    """
    whole, parts = name_key(text), words(text)
    queries = [" ".join(_left(whole, _WHOLE))] if mistakes(whole) else []
    if any(mistakes(part) for part in parts):
        queries.append(" ".join(f"+({' '.join(_left(part, _WORD))})" for part in parts))
    return tuple(queries)


def _pieces_of(name: str) -> Iterator[str]:
    parts = words(name)
    yield from _pieces(name_key(name), _WHOLE)
    for part in parts if len(parts) > 1 else ():
        yield from _pieces(part, _WORD)


def _pieces(word: str, places: str) -> Iterator[str]:
    for place, (start, end) in zip(places, _cuts(len(word)), strict=False):
        yield _key(len(word), place, word[start:end])


def _left(typed: str, places: str) -> Iterator[str]:
    """List the keys that a word may still have in common with its misspelling."""
    most = mistakes(typed)
    for longer in range(-most, most + 1):
        length = len(typed) - longer
        for place, (start, end) in zip(places, _cuts(length), strict=False):
            for shift in range(-most, most + 1):
                # As many letters are lost or gained before the piece as after it, at least.
                fits = start + shift >= 0 and end + shift <= len(typed)
                if fits and abs(shift) + abs(longer - shift) <= most:
                    yield _key(length, place, typed[start + shift : end + shift])
    # Two letters that changed places across a cut spoil the pieces on both sides of it.
    for place, (start, end) in zip(places, _cuts(len(typed))[:-1], strict=False):
        yield _key(len(typed), place, typed[start : end - 1] + typed[end])


def _cuts(length: int) -> list[tuple[int, int]]:
    pieces = min(length // _LETTERS_A_MISTAKE, _MOST_MISTAKES) + 1
    places = [length * number // pieces for number in range(pieces + 1)]
    return list(pairwise(places))


def _key(length: int, place: str, piece: str) -> str:
    return f"{length}{place}{piece[:_LONGEST_PIECE]}"
