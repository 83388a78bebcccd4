"""A shelf of the archive: what is kept under its hash, and held against it when it is read."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.errors import GutgraphError, LoadError, NotFound

_ID: Final = re.compile(r"[0-9a-f]{4,64}")
_NAMED: Final = 5  # candidates that a message names
_SHORT: Final = 8


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of thing that is kept.

    Attributes:
        kind: `snapshot` or `story`: its queries are `archive/KIND`, `_ids` and `_value`.
        anew: How one is made again, for messages.

    """

    kind: str
    anew: str

    def resolved(self, store: Store, wanted: str) -> str:
        """The full id that an id, or the beginning of one, leads to; one that was moved leads on.

        Raises:
            NotFound: Nothing has it.
            GutgraphError: Several begin so.

        """
        begins = wanted.strip().lower()
        if not _ID.fullmatch(begins):
            raise NotFound(f"{self.kind.capitalize()} {wanted!r}")
        query = cypher(f"archive/{self.kind}_ids")
        rows = store.read(query, {"prefix": begins, "limit": _NAMED + 1})
        if not rows:
            raise NotFound(f"{self.kind.capitalize()} {wanted!r}")
        if len(rows) > 1:
            named = ", ".join(row["id"][:16] for row in rows[:_NAMED])
            raise GutgraphError(
                f"{wanted!r} is the beginning of more than one {self.kind}'s id: {named}. "
                "Take more of it."
            )
        # A move leads every sign to the new place, so one step is enough.
        return str(rows[0]["moved_to"] or rows[0]["id"])

    def row(self, store: Store, id_: str) -> Row:
        """What is said of the one with this full id.

        Raises:
            NotFound: There is none.

        """
        return self._only(store, "", id_)

    def value(self, store: Store, id_: str) -> str:
        """The JSON that is kept under a full id, held against it.

        Raises:
            NotFound: There is none.
            LoadError: It was changed by hand.

        """
        text = self._only(store, "_value", id_)["json"] or ""
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != id_:
            raise LoadError(
                f"{self.kind} {id_[:_SHORT]}",
                "what is kept no longer fits its id, so it was edited by hand",
                f"Restore the graph's store from a backup, or delete it and {self.anew} anew.",
            )
        return str(text)

    def _only(self, store: Store, query: str, id_: str) -> Row:
        rows = store.read(cypher(f"archive/{self.kind}{query}"), {"id": id_})
        if not rows:
            raise NotFound(f"{self.kind.capitalize()} {id_!r}")
        return rows[0]


SNAPSHOTS: Final = Shelf("snapshot", "keep the view")
STORIES: Final = Shelf("story", "make it")


def sound(text: str) -> str:
    """A text as a store can hold it: half a character, which no UTF-8 has, becomes a sign."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def now() -> str:
    """The time of now as the archive writes it (ISO 8601, UTC, to the second)."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
