"""The graph as tools reach it: opened by the first question, one connection for all."""

from collections.abc import Callable
from threading import Lock

from graph.engine.store import Store


class Reached:
    """A store that is opened when somebody asks, again when that failed, and closed at the end.

    Args:
        open_: Opens it; what it raises is raised to whoever asks.

    """

    def __init__(self, open_: Callable[[], Store]) -> None:
        self._open = open_
        self._lock = Lock()
        self._store: Store | None = None

    def store(self) -> Store:
        """Give the store, opened if need be."""
        with self._lock:
            if self._store is None:
                self._store = self._open()
            return self._store

    def close(self) -> None:
        """Close it, if it was ever opened."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
