"""The graph that the saved queries are asked of, filled once for each engine."""

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.store import Engine
from tests.engines import Logins, emptied, engine
from tests.saved.ground import laid

__all__ = ["engine", "ground"]


@pytest.fixture(scope="module")
def ground(engine: Engine, request: pytest.FixtureRequest) -> BoltStore:
    """The examples and the invented claims, through the login that cannot write."""
    both: Logins = request.getfixturevalue(f"{engine}_logins")
    writer, reader = both
    laid(emptied(writer))
    return reader
