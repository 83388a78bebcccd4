"""The archive: snapshots kept in the graph's own store under the hash of what they hold."""

from dataclasses import replace
from typing import Final

from archive.kept import Gallery, Kept, kept_of, kept_one, told_of
from archive.shelves import SNAPSHOTS, now, sound
from graph.engine.cypher import cypher
from graph.engine.schema import missing, prepare
from graph.engine.store import Store
from graph.errors import GutgraphError, NotFound, TooLarge
from graph.model.snapshot import Snapshot

__all__ = [
    "NAME_CHARACTERS", "NOTES_CHARACTERS", "PAGE", "Gallery", "Kept", "dated", "delete", "describe",
    "described", "keep", "listed", "read", "resolved",
]  # fmt: skip

PAGE: Final = 24
NAME_CHARACTERS: Final = 200
NOTES_CHARACTERS: Final = 4_000
_DAY: Final = len("2026-11-22")
_LARGEST: Final = 4_000_000  # bytes of one value; a commit of 20 MB halts the embedded engine


def keep(store: Store, snapshot: Snapshot, name: str = "", notes: str = "") -> Kept:
    """Keep a snapshot; the same one kept again stays the one it was.

    Args:
        store: The graph, through a login that may write.
        snapshot: What is kept; it gets the time of now where it has none.
        name, notes: For the gallery; "" leaves those it had.

    Raises:
        GutgraphError: It shows nothing, a text is too long, or quotes of it were struck.
        TooLarge: It is larger than 4 MB.

    """
    if not snapshot.subgraph.entities:
        raise GutgraphError(
            "An empty view cannot be kept: a snapshot shows at least one entity. "
            "Search for one, or take a filter off."
        )
    _short_enough(name=name, notes=notes)
    _refuse_struck(store, snapshot)
    content = snapshot.content()
    if len(content) > _LARGEST:
        raise TooLarge(
            f"This snapshot has {len(content):,} bytes, past the {_LARGEST:,} that are kept; "
            "hide some entities, or filter claims."
        )
    if missing(store):  # a graph from before the archive
        prepare(store)
    values = told_of(snapshot) | {"name": sound(name), "notes": sound(notes)}
    values |= {"title": sound(snapshot.title), "created": snapshot.created or now()}
    with store.transaction() as transaction:
        transaction.run(cypher("archive/keep_value"), {"id": snapshot.id, "json": content})
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
    return Gallery(kept_of(rows), total)


def read(store: Store, wanted: str) -> Snapshot:
    """Read a snapshot back, held against its id.

    Args:
        wanted: Its id, or the beginning of it; one that was moved leads on.

    Raises:
        NotFound: None is kept under it.
        LoadError: What is kept was changed by hand.

    """
    id_ = resolved(store, wanted)
    row, text = SNAPSHOTS.row(store, id_), SNAPSHOTS.value(store, id_)
    return replace(Snapshot.from_json(text), created=row["created"][:_DAY])


def dated(store: Store, snapshot: Snapshot) -> Snapshot:
    """Give a snapshot the day on which it was kept, or would be now: its files tell it."""
    try:
        when = described(store, snapshot.id).created
    except NotFound:
        when = now()
    return replace(snapshot, created=when[:_DAY])


def described(store: Store, wanted: str) -> Kept:
    """What the gallery says of one snapshot.

    Raises:
        NotFound: None is kept under this id.

    """
    return kept_one(SNAPSHOTS.row(store, resolved(store, wanted)))


def resolved(store: Store, wanted: str) -> str:
    """The full id of the snapshot that an id, or the beginning of one, leads to.

    Raises:
        NotFound: No snapshot has it.
        GutgraphError: Several begin so.

    """
    return SNAPSHOTS.resolved(store, wanted)


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
        "name": kept.name if name is None else sound(name),
        "notes": kept.notes if notes is None else sound(notes),
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
        transaction.run(cypher("archive/delete_value"), {"id": kept.id})
        transaction.run(cypher("archive/delete_snapshot"), {"id": kept.id})
    return kept


def _require_untold(store: Store, kept: Kept) -> None:
    rows = store.read(cypher("archive/stories_of"), {"snapshot": kept.id})
    if rows:
        raise GutgraphError(
            f"{kept.called} cannot be deleted: the story {rows[0]['title']!r} "
            f"({rows[0]['id'][:8]}) is drawn from it; delete the story first."
        )


def _refuse_struck(store: Store, snapshot: Snapshot) -> None:
    """A file from before the quotes were struck does not bring them back."""
    try:
        led = resolved(store, snapshot.id)
    except NotFound:
        return
    if led != snapshot.id:
        raise GutgraphError(
            f"Quotes of snapshot {snapshot.short_id} were struck; what is left of it is kept as "
            f"{led[:8]}. Open that one, or keep the view under another title."
        )


def _short_enough(*, name: str, notes: str) -> None:
    for what, text, most in (("name", name, NAME_CHARACTERS), ("notes", notes, NOTES_CHARACTERS)):
        if len(text.strip()) > most:
            raise GutgraphError(
                f"The {what} of a snapshot has {len(text.strip()):,} characters, at most {most:,} "
                "are kept; shorten it."
            )
