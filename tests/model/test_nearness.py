"""Nearness: a misspelling shares a piece with what was meant."""

import random

import pytest

from graph.model import known
from graph.model.naming import words
from graph.model.nearness import mistakes, near_keys, near_queries

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misspelled(word: str, chance: random.Random, *, swap: bool) -> str:
    """Lose, gain, change or swap a letter."""
    at = chance.randrange(len(word) - 1)
    letter = chance.choice(LETTERS)
    ways = [
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
    ]
    if swap:
        ways.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return chance.choice(ways)


def shared(typed: str, name: str) -> bool:
    asked = " ".join(near_queries(typed)).replace("+", " ").replace("(", " ").replace(")", " ")
    return not set(asked.split()).isdisjoint(near_keys([name]).split())


def test_every_word_of_the_vocabulary_shares_a_piece_with_its_misspellings() -> None:
    chance = random.Random(50)
    every = {word for one in known.entities().values() for word in words(one.name)}
    for word in sorted(word for word in every if len(word) > 4):
        once = misspelled(word, chance, swap=True)
        if mistakes(once):
            assert shared(once, word), (once, word)
        twice = misspelled(misspelled(word, chance, swap=False), chance, swap=False)
        if mistakes(word) == mistakes(twice) == 2:
            assert shared(twice, word), (twice, word)


@pytest.mark.parametrize(
    ("text", "most"), [("gut", 0), ("zinc", 1), ("butyrate", 2), ("a" * 99, 2)]
)
def test_longer_words_may_have_more_mistakes(text: str, most: int) -> None:
    assert mistakes(text) == most


@pytest.mark.parametrize("text", ["", "MS", "~*?", "a b"])
def test_too_short_a_text_has_no_misspellings(text: str) -> None:
    assert near_queries(text) == ()
