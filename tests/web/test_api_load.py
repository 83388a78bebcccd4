"""Programs that ask all at once, strangers whose queries never end, and a load: a short while."""

import pytest

from benchmarks.http_load import measure


@pytest.mark.engine
def test_nothing_fails_while_programs_ask_strangers_bomb_and_a_load_runs() -> None:
    told: list[str] = []
    found = measure(seconds=6, clients=8, claims=600, tell=told.append)
    assert found.failed == []
    assert found.problems == []
    assert set(found.bombs) <= {429, 504}
    assert sum(found.bombs.values()) > 0
    assert sum(route.answered for route in found.routes.values()) > 7
    assert found.ratio < 1.5
    assert told[-1].startswith("600 claims loaded in")
