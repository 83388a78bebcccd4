"""What a visit remembers: the same finding for the same key, and only the last few."""

from itertools import count

from figures.style import theme
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.subgraph import Subgraph
from web.memory import Memory
from web.places import places
from web.view import Placed, View

_SIX = Subgraph.of([Entity(EntityId(f"X:{at}"), f"name {at}", "Taxon") for at in range(6)], ())
_FIRST = View(steps=(("X:0", "X:1"),))
_GROWN = _FIRST.with_step(("X:2", "X:3"), "").with_step(("X:4", "X:5"), "")


def test_a_finding_is_found_once_for_a_key_and_the_oldest_goes_first() -> None:
    memory, found = Memory(), count()
    numbers = [memory.once("whole", key, lambda: next(found)) for key in "aabcad"]
    assert numbers == [0, 0, 1, 2, 0, 3]
    assert memory.once("whole", "b", lambda: next(found)) == 4  # a was asked for after it
    assert memory.once("spoken", "b", lambda: next(found)) == 5


def test_places_replayed_from_what_is_remembered_are_those_replayed_from_the_start() -> None:
    memory, look = Memory(), theme("light")
    for layout in ("axis", "organic"):
        views = [View(steps=_GROWN.steps[:steps], layout=layout) for steps in (1, 2, 3, 1)]
        for view in views:
            assert places(view, _SIX, look, memory) == places(view, _SIX, look)


def test_an_entity_whose_place_was_not_kept_finds_room_beside_the_others() -> None:
    kept = Placed({"X:0": (200.0, 200.0)}, (1120.0, 920.0, 1.0))
    plan = places(View(steps=(("X:0", "X:1"),), placed=kept), _SIX, theme("light"))
    assert plan.points[EntityId("X:0")] == (200.0, 200.0)
    assert EntityId("X:1") in plan.points
    bare = View(steps=(("X:0", "X:1"),), placed=Placed({}, (1120.0, 920.0, 1.0)))
    assert len(places(bare, _SIX, theme("light")).points) == 2
