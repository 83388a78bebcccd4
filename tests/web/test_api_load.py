"""Programs that ask all at once, strangers whose queries never end, and a load: a short while."""

import pytest

from benchmarks.http_load import measure


@pytest.mark.engine
def test_nothing_fails_while_programs_ask_strangers_bomb_and_a_load_runs() -> None:
    told: list[str] = []
    found = measure(seconds=4, clients=6, claims=300, tell=told.append)
    assert found.failed == []
    assert found.problems == []
    assert set(found.bombs) <= {429, 504}
    assert sum(found.bombs.values()) > 0
    assert sum(route.answered for route in found.routes.values()) > 5
    assert found.ratio < 1.5
    assert told[-1].startswith("300 claims loaded in")
