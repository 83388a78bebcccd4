"""Ranking: the best paths of a known piece are those that looking at every path would give."""

import random
from itertools import pairwise, permutations

import pytest

from graph.ask import ranking
from graph.ask.ranking import best_paths
from graph.ask.strength import Strength, in_words


def made(seed: int) -> dict[str, dict[str, Strength]]:
    """A random piece of seven entities, its links of few strengths so that many tie."""
    chance = random.Random(seed)
    names = "abcdefg"
    links: dict[str, dict[str, Strength]] = {name: {} for name in names}
    for one, other in permutations(names, 2):
        if one < other and chance.random() < 0.6:
            link = Strength(
                True, chance.random() < 0.8, chance.randrange(4), chance.randrange(2), 0
            )
            links[one][other] = links[other][one] = link
    return links


def every(links: dict[str, dict[str, Strength]], length: int) -> list[tuple[str, ...]]:
    """Every simple path from a to g, by the rule as it is written."""
    found = []
    for steps in range(1, length + 1):
        for between in permutations("bcdef", steps - 1):
            path = ("a", *between, "g")
            if all(other in links[one] for one, other in pairwise(path)):
                weakest = min(links[a][b] for a, b in pairwise(path))
                found.append((tuple(-part for part in weakest), len(path), path))
    return [path for _, _, path in sorted(found)]


@pytest.mark.parametrize("seed", range(40))
def test_the_best_paths_are_those_of_looking_at_every_path(seed: int) -> None:
    links = made(seed)
    for length in (1, 2, 4, 6):
        for limit in (1, 5, 1000):
            found = best_paths(links, "a", "g", length, limit)
            assert found.all_looked
            assert list(found.paths) == every(links, length)[:limit]


def test_giving_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "_MOST_LOOKS", 2)
    links = made(1)
    assert not best_paths(links, "a", "g", 6, 50).all_looked


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Strength(True, True, 3, 2, 1), "asserted, 2 papers, 1 mention"),
        (Strength(True, False, 2, 1, 0), "contested, suggested, 1 paper"),
        (Strength(True, True, 0, 0, 0), "said by databases alone, no papers"),
        (Strength(False, True, 3, 0, 2), "only denied, no papers, 2 mentions"),
    ],
)
def test_a_strength_is_said_in_words(one: Strength, text: str) -> None:
    assert in_words(one) == text
