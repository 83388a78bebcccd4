"""A store that was closed stays closed, whoever still asks it in another thread."""

import pytest

from graph.engine.bolt import BoltStore, Login
from graph.errors import StoreUnavailable


def test_a_query_of_a_closed_store_fails_and_starts_no_engine_again() -> None:
    started: list[str] = []

    def revive() -> Login:
        started.append("again")
        return Login("bolt://127.0.0.1:1", "reader", "secret", "gutgraph")

    store = BoltStore(
        "bolt://127.0.0.1:1", "reader", "secret", "gutgraph", "arcadedb", revive=revive
    )
    store.close()
    with pytest.raises(StoreUnavailable):
        store.read("RETURN 1 AS one")
    assert started == []
