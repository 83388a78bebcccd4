"""A story is kept under its hash; its old id leads on, and its snapshot cannot go before it."""

import pytest

from archive import snapshots, stories
from graph.engine.bolt import BoltStore
from graph.errors import GutgraphError, LoadError, NotFound
from graph.model.snapshot import Snapshot
from graph.model.story import Step, Story
from graph.write.checksum import checksum
from tests.write.sample import AKKERMANSIA, MS

pytestmark = pytest.mark.engine


def story_of(snapshot: Snapshot, title: str = "A story") -> Story:
    steps = [Step("First"), Step("Then", focus=(MS,), reveal=(AKKERMANSIA,))]
    return Story.of(title, snapshot.id, steps)


def test_a_story_is_kept_changed_and_deleted_and_its_ids_lead_on(
    graph: BoltStore, taken: Snapshot
) -> None:
    before = checksum(graph)
    snapshots.keep(graph, taken)
    first = stories.keep(graph, story_of(taken))
    assert stories.read(graph, first.short_id)[0] == story_of(taken)
    changed = stories.keep(graph, story_of(taken, "Another title"), first.id)
    assert stories.resolved(graph, first.id) == changed.id
    assert [one.title for one in stories.listed(graph)] == ["Another title"]
    with pytest.raises(GutgraphError) as refused:
        snapshots.delete(graph, taken.id)
    assert str(refused.value) == (
        f"All about MS cannot be deleted: the story 'Another title' ({changed.short_id}) is drawn "
        "from it; delete the story first."
    )
    stories.delete(graph, changed.id)
    with pytest.raises(NotFound):
        stories.described(graph, first.id)
    snapshots.delete(graph, taken.id)
    assert checksum(graph) == before


def test_a_step_that_names_what_is_not_shown_is_refused(graph: BoltStore, taken: Snapshot) -> None:
    snapshots.keep(graph, taken)
    with pytest.raises(GutgraphError) as refused:
        stories.keep(graph, Story.of("t", taken.id, [Step(focus=("GUT:nowhere",))]))
    assert str(refused.value) == (
        f"Step 1 names 'GUT:nowhere', which snapshot {taken.short_id} does not show; take it out "
        "of the step, or choose another snapshot."
    )
    assert stories.listed(graph) == ()


def test_a_story_without_its_snapshot_or_edited_by_hand_says_so(
    graph: BoltStore, taken: Snapshot
) -> None:
    with pytest.raises(NotFound):
        stories.keep(graph, story_of(taken))
    snapshots.keep(graph, taken)
    kept = stories.keep(graph, story_of(taken))
    with graph.transaction() as transaction:
        transaction.run("MATCH (n:Story) SET n.json = replace(n.json, 'First', 'Last')")
    with pytest.raises(LoadError, match="no longer fits its id, so it was edited by hand"):
        stories.read(graph, kept.id)
