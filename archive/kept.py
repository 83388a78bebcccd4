"""What the gallery says of a snapshot, without what it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from graph.engine.store import Row
from graph.model.snapshot import Snapshot

_SHORT: Final = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """What the gallery says of a snapshot.

    Attributes:
        name, notes: Its owner's; they are no part of the snapshot.
        created: When it was kept first (ISO 8601, UTC).
        struck: How many of its quotes were taken out since.

    """

    id: str
    name: str
    notes: str
    title: str
    created: str
    entities: int
    claims: int
    sources: int
    struck: int
    data_version: str

    @property
    def short_id(self) -> str:
        """The part of the id that is shown."""
        return self.id[:_SHORT]

    @property
    def called(self) -> str:
        """Its name in the gallery, else its title."""
        return self.name or self.title or f"Snapshot {self.short_id}"


@dataclass(frozen=True, slots=True)
class Gallery:
    """A page of the snapshots, newest first, and how many there are."""

    kept: tuple[Kept, ...]
    total: int


def kept_of(rows: Iterable[Row]) -> tuple[Kept, ...]:
    """Read rows of the gallery."""
    return tuple(map(kept_one, rows))


def kept_one(row: Row) -> Kept:
    """Read a row of the gallery."""
    return Kept(
        id=row["id"],
        name=row["name"] or "",
        notes=row["notes"] or "",
        title=row["title"] or "",
        created=row["created"] or "",
        entities=row["entities"] or 0,
        claims=row["claims"] or 0,
        sources=row["sources"] or 0,
        struck=row["struck"] or 0,
        data_version=row["data_version"] or "",
    )


def told_of(snapshot: Snapshot) -> dict[str, Any]:
    """What the gallery will say of a snapshot that is kept, beside its texts."""
    return {
        "id": snapshot.id,
        "entities": len(snapshot.subgraph.entities),
        "claims": len(snapshot.subgraph.claims),
        "sources": len(snapshot.citations),
        "struck": sum(one.struck for one in snapshot.statements),
        "data_version": snapshot.data_version,
        "documents": sorted(
            {one.document for one in snapshot.statements if one.document and one.quote}
        ),
    }
