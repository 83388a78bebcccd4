"""The archive of stories: each under its hash; the id of one that was changed leads on."""

from dataclasses import dataclass
from typing import Final

from archive.shelves import STORIES, now, sound
from archive.snapshots import read as read_snapshot
from graph.engine.cypher import cypher
from graph.engine.schema import missing, prepare
from graph.engine.store import Row, Store
from graph.errors import GutgraphError
from graph.model.snapshot import Snapshot
from graph.model.story import Story

_SHORT: Final = 8


@dataclass(frozen=True, slots=True)
class KeptStory:
    """What a list says of a story.

    Attributes:
        changed: When it was saved last (ISO 8601, UTC).

    """

    id: str
    title: str
    snapshot: str
    steps: int
    created: str
    changed: str

    @property
    def short_id(self) -> str:
        """The part of the id that is shown."""
        return self.id[:_SHORT]

    @property
    def called(self) -> str:
        """Its title, or its id."""
        return self.title or f"Story {self.short_id}"


def keep(store: Store, story: Story, replaces: str = "") -> KeptStory:
    """Keep a story.

    Args:
        store: The graph, through a login that may write.
        story: What is kept.
        replaces: Id of the story that this one was made from; it leads here from now on.

    Raises:
        NotFound: Its snapshot is not kept.
        GutgraphError: A step names something that the snapshot does not show.

    """
    _require_shown(story, read_snapshot(store, story.snapshot))
    before = resolved(store, replaces) if replaces else ""
    if missing(store):
        prepare(store)
    time = now()
    values = {
        "id": story.id,
        "json": story.to_json(),
        "title": sound(story.title),
        "snapshot": story.snapshot,
        "steps": len(story.steps),
        "created": time,
        "changed": time,
    }
    with store.transaction() as transaction:
        transaction.run(cypher("archive/keep_story"), values)
        if before and before != story.id:
            transaction.run(cypher("archive/move_story"), {"id": before, "to": story.id})
    return described(store, story.id)


def listed(store: Store) -> tuple[KeptStory, ...]:
    """Every story, the one saved last first."""
    return tuple(_kept(row) for row in store.read(cypher("archive/stories")))


def read(store: Store, wanted: str) -> tuple[Story, Snapshot]:
    """Read a story back, held against its id, with the snapshot it is drawn from.

    Raises:
        NotFound: None is kept under this id, or its snapshot is gone.
        LoadError: It, or its snapshot, was changed by hand.

    """
    story = Story.from_json(STORIES.value(store, resolved(store, wanted)))
    return story, read_snapshot(store, story.snapshot)


def described(store: Store, wanted: str) -> KeptStory:
    """What a list says of one story.

    Raises:
        NotFound: None is kept under this id.

    """
    return _kept(STORIES.row(store, resolved(store, wanted)))


def resolved(store: Store, wanted: str) -> str:
    """The full id of the story that an id, or the beginning of one, leads to.

    Raises:
        NotFound: No story has it.
        GutgraphError: Several begin so.

    """
    return STORIES.resolved(store, wanted)


def delete(store: Store, wanted: str) -> KeptStory:
    """Take a story away; its snapshot stays.

    Raises:
        NotFound: None is kept under this id.

    """
    kept = described(store, wanted)
    with store.transaction() as transaction:
        transaction.run(cypher("archive/delete_story"), {"id": kept.id})
    return kept


def _require_shown(story: Story, snapshot: Snapshot) -> None:
    graph = snapshot.subgraph
    known = {str(one.id) for one in graph.entities} | {one.id for one in graph.claims}
    for number, step in enumerate(story.steps, start=1):
        strange = sorted({*step.focus, *step.reveal} - known)
        if strange:
            raise GutgraphError(
                f"Step {number} names {strange[0]!r}, which snapshot {snapshot.short_id} does not "
                "show; take it out of the step, or choose another snapshot."
            )


def _kept(row: Row) -> KeptStory:
    return KeptStory(
        id=row["id"],
        title=row["title"] or "",
        snapshot=row["snapshot"] or "",
        steps=row["steps"] or 0,
        created=row["created"] or "",
        changed=row["changed"] or "",
    )
