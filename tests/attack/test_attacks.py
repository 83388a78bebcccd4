"""Every attack through every door on both engines: refused or cut, and nothing has changed."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.ask import console
from graph.engine.embedded import status
from graph.settings import Settings
from graph.write.checksum import checksum
from graph.write.writer import write_records
from tests.ask.sample import HUB_NEIGHBOURS, everything
from tests.attack.doors import Door, Ending, by_console, by_http, by_terminal
from tests.attack.lines import MOST_IN_A_CLASS, Attack, Honest, attacks, honest
from tests.engines import Logins, emptied, engine

__all__ = ["engine"]

pytestmark = pytest.mark.engine
AT_ONCE = 4
CONTROL_BACK = 6.0
ATTACKS, HONEST = attacks(), honest()


@pytest.fixture(scope="module")
def attacked(engine_logins: Logins) -> Logins:
    """The logins of a graph that no attack may change."""
    write_records(emptied(engine_logins[0]), everything(), 5000)
    return engine_logins


@pytest.fixture(scope="module")
def before(attacked: Logins) -> str:
    return checksum(attacked[0])


@pytest.fixture
def limited(graph_settings: Settings) -> Settings:
    """The graph's settings with a short limit, so that many bombs can be tried."""
    return graph_settings.model_copy(update={"console_seconds": 1.0, "console_at_once": AT_ONCE})


@pytest.fixture(params=["console", "terminal", "http"])
def door(
    request: pytest.FixtureRequest, attacked: Logins, limited: Settings
) -> Iterator[tuple[str, Door]]:
    if request.param == "terminal":
        yield request.param, by_terminal(limited)
    elif request.param == "http":
        yield request.param, by_http(limited)
    else:
        yield request.param, by_console(attacked[1], limited, console.gate(limited))


def test_the_files_are_as_large_and_as_mixed_as_they_shall_be() -> None:
    assert len(ATTACKS) >= 12
    assert sum(len(one.queries) for one in ATTACKS) >= 120
    assert max(len(one.queries) for one in ATTACKS) <= MOST_IN_A_CLASS
    every = [query for one in ATTACKS for query in one.queries]
    assert len(set(every)) == len(every)
    assert len(HONEST) >= 40


# A query that does not hear holds its connection when the command has ended already.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.name.replace(" ", "-"))
def test_an_attack_is_refused_or_cut_and_nothing_has_changed(
    attack: Attack,
    door: tuple[str, Door],
    attacked: Logins,
    before: str,
    graph_settings: Settings,
) -> None:
    name, ask = door
    server = status(graph_settings).pid
    at_once = AT_ONCE if attack.bomb and name != "terminal" else 1
    with ThreadPoolExecutor(at_once) as pool:
        ends = list(pool.map(lambda query: timed(ask, query), attack.queries))
    slowest = max(seconds for _, seconds in ends)
    wrong = [
        (query, ended)
        for query, (ended, _) in zip(attack.queries, ends, strict=True)
        if ended.how not in attack.must
    ]
    assert not wrong
    assert slowest < CONTROL_BACK, f"the slowest took {slowest:.1f} s"
    assert status(graph_settings).pid == server
    assert checksum(attacked[0]) == before
    assert answered(ask, "MATCH (n:Entity) RETURN count(n) AS n").rows == [[HUB_NEIGHBOURS + 5]]


@pytest.mark.parametrize("asked", HONEST, ids=range(len(HONEST)))
def test_an_honest_query_that_looks_like_an_attack_is_answered(
    asked: Honest, attacked: Logins, limited: Settings
) -> None:
    ask = by_console(attacked[1], limited.model_copy(update={"console_seconds": 5.0}), gate())
    ended = ask(asked.query, asked.parameters)
    assert (ended.how, ended.rows) == ("harmless", asked.rows), ended.said


def test_a_hundred_at_once_are_refused_or_cut_and_an_honest_one_is_answered(
    attacked: Logins, limited: Settings
) -> None:
    ask = by_console(attacked[1], limited, console.gate(limited))
    bomb = "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b) AS n"
    with ThreadPoolExecutor(100) as pool:
        ends = list(pool.map(lambda _: timed(ask, bomb), range(100)))
    assert {ended.how for ended, _ in ends} == {"cut"}
    assert max(seconds for _, seconds in ends) < CONTROL_BACK
    assert answered(ask, "RETURN 1 AS one").rows == [[1]]


def test_the_default_limit_gives_control_back_within_six_seconds(
    attacked: Logins, graph_settings: Settings
) -> None:
    bombs = ATTACKS[-3].queries[:AT_ONCE]
    ask = by_console(attacked[1], graph_settings, gate())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(pool.map(lambda query: timed(ask, query), bombs))
    assert max(seconds for _, seconds in ends) < CONTROL_BACK
    assert {ended.how for ended, _ in ends} <= {"cut", "refused"}


def gate() -> Any:
    return console.gate(Settings(console_at_once=AT_ONCE))


def timed(ask: Door, query: str) -> tuple[Ending, float]:
    began = time.monotonic()
    ended = ask(query, {})
    return ended, time.monotonic() - began


def answered(ask: Door, query: str) -> Ending:
    """Ask until there is a place: what was cut may hold its own for a moment."""
    until = time.monotonic() + 10
    while True:
        ended = ask(query, {})
        if ended.how == "harmless" or time.monotonic() > until:
            return ended
        time.sleep(0.2)
