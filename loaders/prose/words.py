"""Words as patterns: lists of them, inflected verbs, and the macros that rules are written with."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from loaders.prose.tables import table

_VOWELS: Final = "aeiou"
_DOUBLED: Final = ("set", "cut", "upset", "prefer", "curb's")  # verbs that double their last letter
_ES: Final = ("s", "x", "ch", "sh", "z")


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first."""
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> str:
    unique = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in unique)})"


@cache
def verb_forms(group: str) -> tuple[str, ...]:
    """Give the finite forms of a group of verbs: base, third person, past."""
    return tuple(form for verb in table("verbs.yaml")[group] for form in _finite(verb))


@cache
def participles(group: str) -> tuple[str, ...]:
    """Give the past participles of a group of verbs, without its phrases with "be"."""
    verbs = [verb for verb in table("verbs.yaml")[group] if not verb.startswith("be ")]
    return tuple(_with_first(verb, _past(verb.split()[0])[1]) for verb in verbs)


@cache
def gerunds(group: str) -> tuple[str, ...]:
    """Give the -ing forms of a group of verbs."""
    return tuple(_with_first(verb, _ing(verb.split()[0])) for verb in table("verbs.yaml")[group])


def _finite(verb: str) -> Sequence[str]:
    first = verb.split(maxsplit=1)[0]
    if first == "be":
        return [_with_first(verb, form) for form in ("is", "are", "was", "were", "be", "been")]
    return [_with_first(verb, form) for form in (first, _third(first), _past(first)[0])]


def _with_first(verb: str, first: str) -> str:
    return " ".join([first, *verb.split()[1:]])


def _third(word: str) -> str:
    if word == "have":
        return "has"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_ES) else "s")


def _past(word: str) -> tuple[str, str]:
    irregular = table("verbs.yaml")["irregular"]
    if word in irregular:
        return irregular[word][0], irregular[word][1]
    if word.endswith("e"):
        regular = word + "d"
    elif word.endswith("y") and word[-2] not in _VOWELS:
        regular = word[:-1] + "ied"
    else:
        regular = word + "ed"
    return regular, regular


def _ing(word: str) -> str:
    if word in _DOUBLED:
        return word + word[-1] + "ing"
    return (word[:-1] if word.endswith("e") and not word.endswith("ee") else word) + "ing"
