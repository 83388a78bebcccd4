"""What a visit remembers of its last pictures, so that an act costs no more than it changes."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

Found = TypeVar("Found")

_OF_EACH: Final = 3  # of a kind: the present one, the one before it, and one to go back to


class Memory:
    """Findings by kind and key, of one state of the graph; the oldest of a kind goes first."""

    def __init__(self, state: str = "") -> None:
        self.state = state
        self._kept: dict[str, dict[Hashable, Any]] = {}

    def once(self, kind: str, key: Hashable, find: Callable[[], Found]) -> Found:
        """Find something, or take what was found for the same key before.

        Args:
            kind: What it is; one kind never crowds out another.
            key: All that it depends on, but for the state of the graph.
            find: Called where it is not remembered; what it raises is not remembered.

        """
        found: Found | None = self.get(kind, key)
        return self.put(kind, key, find()) if found is None else found

    def get(self, kind: str, key: Hashable) -> Any:
        """What is remembered, None for nothing; it is the youngest then."""
        kept = self._kept.setdefault(kind, {})
        if key in kept:
            kept[key] = kept.pop(key)
        return kept.get(key)

    def youngest(self, kind: str) -> Any:
        """What was remembered or asked for last, None for nothing."""
        return next(reversed(self._kept.get(kind, {}).values()), None)

    def put(self, kind: str, key: Hashable, found: Found) -> Found:
        """Remember something; the oldest of its kind may go for it."""
        kept = self._kept.setdefault(kind, {})
        kept[key] = found
        while len(kept) > _OF_EACH:
            kept.pop(next(iter(kept)))
        return found
