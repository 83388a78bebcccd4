"""The archive: snapshots kept in the graph's own store under the hash of what they hold."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from archive.ids import the_one
from graph.engine.cypher import cypher
from graph.engine.schema import missing, prepare
from graph.engine.store import Row, Store
from graph.errors import GutgraphError, LoadError, NotFound, TooLarge
from graph.model.snapshot import Snapshot

PAGE: Final = 24
NAME_CHARACTERS: Final = 200
NOTES_CHARACTERS: Final = 4_000
_LARGEST: Final = 4_000_000  # bytes of one value; a commit of 20 MB halts the embedded engine
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


def keep(store: Store, snapshot: Snapshot, name: str = "", notes: str = "") -> Kept:
    """Keep a snapshot; the same one kept again stays the one it was.

    Args:
        store: The graph, through a login that may write.
        snapshot: What is kept; it gets the time of now where it has none.
        name, notes: For the gallery; "" leaves those it had.

    Raises:
        GutgraphError: It shows nothing, or a text is too long.
        TooLarge: It is larger than 4 MB.

    """
    if not snapshot.subgraph.entities:
        raise GutgraphError(
            "An empty view cannot be kept: a snapshot shows at least one entity. "
            "Search for one, or take a filter off."
        )
    _short_enough(name=name, notes=notes)
    content = snapshot.content()
    if len(content) > _LARGEST:
        raise TooLarge(
            f"This snapshot has {len(content):,} bytes, past the {_LARGEST:,} that are kept; "
            "hide some entities, or filter claims."
        )
    if missing(store):  # a graph from before the archive
        prepare(store)
    values = _values(snapshot, content) | {"name": _sound(name), "notes": _sound(notes)}
    with store.transaction() as transaction:
        transaction.run(cypher("archive/keep_snapshot"), values)
    return described(store, snapshot.id)


def listed(store: Store, page: int = 1, size: int = PAGE) -> Gallery:
    """Read a page of the gallery, newest first.

    Args:
        page: From 1.
        size: Snapshots a page.

    """
    rows = store.read(
        cypher("archive/snapshots"), {"skip": (max(1, page) - 1) * size, "limit": size}
    )
    total = store.read(cypher("archive/count_snapshots"))[0]["number"]
    return Gallery(tuple(_kept(row) for row in rows), total)


def read(store: Store, wanted: str) -> Snapshot:
    """Read a snapshot back, held against its id.

    Args:
        wanted: Its id, or the beginning of it; one that was moved leads on.

    Raises:
        NotFound: None is kept under it.
        LoadError: What is kept was changed by hand.

    """
    row = _row(store, resolved(store, wanted))
    if hashlib.sha256(row["json"].encode("utf-8", "surrogatepass")).hexdigest() != row["id"]:
        raise LoadError(
            f"snapshot {row['id'][:_SHORT]}",
            "what is kept no longer fits its id, so it was edited by hand",
            "Restore the graph's store from a backup, or delete it and keep the view anew.",
        )
    return replace(Snapshot.from_json(row["json"]), created=row["created"])


def described(store: Store, wanted: str) -> Kept:
    """What the gallery says of one snapshot.

    Raises:
        NotFound: None is kept under this id.

    """
    return _kept(_row(store, resolved(store, wanted)))


def resolved(store: Store, wanted: str) -> str:
    """The full id of the snapshot that an id, or the beginning of one, leads to.

    Raises:
        NotFound: No snapshot has it.
        GutgraphError: Several begin so.

    """
    return _followed(store, the_one(store, "archive/snapshot_ids", "snapshot", wanted))


def describe(
    store: Store, wanted: str, *, name: str | None = None, notes: str | None = None
) -> Kept:
    """Give a snapshot another name or other notes; None leaves what there is.

    Raises:
        NotFound: None is kept under this id.
        GutgraphError: A text is too long.

    """
    kept = described(store, wanted)
    values = {
        "name": kept.name if name is None else _sound(name),
        "notes": kept.notes if notes is None else _sound(notes),
    }
    _short_enough(**values)
    with store.transaction() as transaction:
        transaction.run(cypher("archive/describe_snapshot"), {"id": kept.id} | values)
    return replace(kept, name=values["name"], notes=values["notes"])


def delete(store: Store, wanted: str) -> Kept:
    """Take a snapshot away, with the signs that led to it, and say what it was.

    Raises:
        NotFound: None is kept under this id.
        GutgraphError: A story is drawn from it.

    """
    kept = described(store, wanted)
    _require_untold(store, kept)
    with store.transaction() as transaction:
        transaction.run(cypher("archive/delete_snapshot"), {"id": kept.id})
    return kept


def _require_untold(store: Store, kept: Kept) -> None:
    rows = store.read(cypher("archive/stories_of"), {"snapshot": kept.id})
    if rows:
        raise GutgraphError(
            f"{kept.called} cannot be deleted: the story {rows[0]['title']!r} "
            f"({rows[0]['id'][:_SHORT]}) is drawn from it; delete the story first."
        )


def kept_of(rows: Iterable[Row]) -> tuple[Kept, ...]:
    """Read rows of the gallery."""
    return tuple(_kept(row) for row in rows)


def _values(snapshot: Snapshot, content: str) -> dict[str, Any]:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return {
        "id": snapshot.id,
        "json": content,
        "title": _sound(snapshot.title),
        "created": snapshot.created or now,
        "entities": len(snapshot.subgraph.entities),
        "claims": len(snapshot.subgraph.claims),
        "sources": len(snapshot.citations),
        "struck": sum(one.struck for one in snapshot.statements),
        "data_version": snapshot.data_version,
        "documents": sorted(
            {one.document for one in snapshot.statements if one.document and one.quote}
        ),
    }


def _sound(text: str) -> str:
    """A text as a store can hold it: half a character, which no UTF-8 has, becomes a sign."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _row(store: Store, id_: str) -> Row:
    rows = store.read(cypher("archive/snapshot"), {"id": id_})
    if not rows:
        raise NotFound(f"Snapshot {id_!r}")
    return rows[0]


def _followed(store: Store, id_: str) -> str:
    """Where a snapshot is now; a move leads every sign to the new place, so one step is enough."""
    moved = _row(store, id_)["moved_to"]
    return str(moved) if moved else id_


def _kept(row: Mapping[str, Any]) -> Kept:
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


def _short_enough(*, name: str, notes: str) -> None:
    for what, text, most in (("name", name, NAME_CHARACTERS), ("notes", notes, NOTES_CHARACTERS)):
        if len(text.strip()) > most:
            raise GutgraphError(
                f"The {what} of a snapshot has {len(text.strip()):,} characters, at most {most:,} "
                "are kept; shorten it."
            )
