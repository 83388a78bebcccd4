"""Values that would grow without end within one expression, where no engine can be stopped.

Between two rows an engine asks whether a query was ended; while it works out one value it does not,
and a list within a list, or a text that doubles, takes hours or all of the memory.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.ask.tokens import Token
from graph.errors import QueryRefused

_LONG: Final = 10_000  # values of a list that may be gone through only once
_DOUBLINGS: Final = 4
_WALKED: Final = 100
_ROWS: Final = "UNWIND range(1, 100) AS i RETURN sum(i) AS total"
_WALKS: Final = ("ALL", "ANY", "NONE", "SINGLE", "REDUCE")
_GROWING: Final = ("REPLACE", "SPLIT", "APPEND")
# A group that repeats and holds what repeats, or one of several: it tries all ways to part a text.
_REPEATED: Final = re.compile(r"\([^()]*[+*|}][^()]*\)[+*{]|\)\)+[+*{]")
_MANY: Final = 6
_ENDLESS: Final = re.compile(r"(?<!\\)[+*]|\{\d+,\}")


@dataclass(frozen=True, slots=True)
class _Walk:
    """What goes through a list: from its bracket to the one that closes it, places of tokens."""

    word: str
    begin: int
    end: int


def check_growth(found: tuple[Token, ...]) -> None:
    """Refuse what goes through lists within lists of thousands, doubles values, or a slow pattern.

    Args:
        found: The tokens of a query, with the one at its end.

    Raises:
        QueryRefused: It does; the rule says which.

    """
    closing = _closing(found)
    walks = list(_walks(found, closing))
    if len(walks) > _WALKED:
        raise QueryRefused("a hundred lists", "a query goes through few lists", _ROWS)
    if any(_is_long(found, place, closing) for place in range(len(found))):
        _check_long(walks)
    for walk in walks:
        if walk.word == "REDUCE":
            _check_reduce(found, walk)
    if sum(1 for _ in _doublings(found)) > _DOUBLINGS:
        rule = "a value is not added to itself again and again"
        raise QueryRefused("a value that doubles", rule, _ROWS)
    _check_patterns(found)


def _check_long(walks: list[_Walk]) -> None:
    rule = "a list of thousands is gone through row by row, which can be stopped"
    if any(walk.word == "REDUCE" for walk in walks):
        raise QueryRefused("reduce over a long list", rule, _ROWS)
    if any(outer.begin < inner.begin < outer.end for outer, inner in pairwise(walks)):
        raise QueryRefused("a list within a long list", rule, _ROWS)


def _check_reduce(found: tuple[Token, ...], walk: _Walk) -> None:
    name = found[walk.begin + 1]
    bar = next((n for n in range(walk.begin, walk.end) if found[n].is_sign("|")), walk.end)
    body = found[bar + 1 : walk.end]
    rule = "each step of reduce adds to its value once"
    grows = any(one.is_word(*_GROWING) for one in body)
    if grows or sum(_is_same(one, name) for one in body) > 1:
        raise QueryRefused("reduce that multiplies its value", rule, _ROWS)


def _walks(found: tuple[Token, ...], closing: Mapping[int, int]) -> Iterator[_Walk]:
    """Give `reduce(`, `any(x IN` and the like, and `[x IN`; pattern comprehensions `[(` too."""
    for place, token in enumerate(found[:-1]):
        before = found[place - 1] if place else token
        if token.is_sign("(") and before.is_word(*_WALKS):
            yield _Walk(before.text, place, closing[place])
        elif token.is_sign("["):
            begins = found[place + 2] if place + 2 < len(found) else token
            if begins.is_word("IN"):
                yield _Walk("[", place, closing[place])


def _closing(found: tuple[Token, ...]) -> dict[int, int]:
    """Where each bracket closes; the end, for one that does not."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(found):
        if token.is_sign("(", "[", "{"):
            opened.append(place)
            closing[place] = len(found) - 1
        elif token.is_sign(")", "]", "}") and opened:
            closing[opened.pop()] = place
    return closing


def _is_long(found: tuple[Token, ...], place: int, closing: Mapping[int, int]) -> bool:
    """Tell whether a range begins here that has thousands of values, or does not say how many."""
    if not found[place].is_word("RANGE") or not found[place + 1].is_sign("("):
        return False
    given = found[place + 2 : closing[place + 1]]
    last = next((n for n, one in enumerate(given) if one.is_sign(",")), 0)
    bounds = (*given[:last], *given[last + 1 : last + 2])
    numbers = [int(one.text) for one in bounds if one.kind == "number" and one.text.isdecimal()]
    if len(numbers) == len(("first", "last")) and len(given) in (3, 5):
        return abs(numbers[1] - numbers[0]) > _LONG
    # One bound of a list's own length, as in range(0, size(list) - 1), is no longer than the list.
    return not any(one.is_word("SIZE", "LENGTH") for one in given)


def _doublings(found: tuple[Token, ...]) -> Iterator[int]:
    for place in range(1, len(found) - 1):
        left, right = found[place - 1], found[place + 1]
        if found[place].is_sign("+", "||") and _is_same(left, right):
            yield place


def _is_same(one: Token, other: Token) -> bool:
    """Tell whether two tokens are the same name, quoted or not."""
    names = [(token.written or token.text).strip("`") for token in (one, other)]
    return {one.kind, other.kind} <= {"word", "quoted"} and names[0] == names[1]


def _check_patterns(found: tuple[Token, ...]) -> None:
    rule = "a pattern is a text or a parameter, and no repeated part of it repeats"
    example = "MATCH (n:Entity) WHERE n.name =~ '(?i).*bacter.*' RETURN n.name LIMIT 20"
    for place, token in enumerate(found):
        if not token.is_sign("=~"):
            continue
        given = found[place + 1]
        if given.kind == "text" and not is_slow(given.text):
            continue
        if given.is_sign("$"):
            continue
        raise QueryRefused("a pattern that may never end", rule, example)


def is_slow(pattern: str) -> bool:
    """Tell whether a regular expression may try more ways than anyone can wait for."""
    bare = re.sub(r"\[(?:[^\]\\]|\\.)*\]", "x", pattern)
    return bool(_REPEATED.search(bare)) or len(_ENDLESS.findall(bare)) > _MANY
