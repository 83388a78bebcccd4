"""A view goes into an address and comes back the same."""

from dataclasses import replace

from graph.model.narrowing import Narrowing
from web.history import STEPS, History
from web.view import View

PLAIN = View(steps=(("A:1", "A:2"),))


def test_a_view_comes_back_from_its_address() -> None:
    view = View(
        steps=(("MONDO:1", "GUT:a,b;c%~"), ("HP:2",), ("HP:3",)),
        grown=("", "GUT:a,b;c%~"),
        focus="MONDO:1~CAUSES~HP:2",
        without=("HP:2",),
        closed=("microbiome", "immune"),
        narrowing=Narrowing(
            certainties=("asserted",), agreements=("contested",), hosts=("human",), papers=2
        ),
        exploded=("MONDO:1~CAUSES~HP:2", "MONDO:1~CAUSES~HP:3~KEY=a,b"),
        folded=("MONDO:1",),
        pinned=(("GUT:a,b;c%~", -12, 340),),
        theme="projector",
        layout="organic",
    )
    assert View.read(view.query) == view


def test_the_plain_view_has_the_shortest_address() -> None:
    assert View(steps=(("MONDO:1",),)).query == {"ids": "MONDO:1"}


def test_an_address_of_an_older_version_is_still_read() -> None:
    old = {"ids": "A:1,A:2;B:1", "hide": "suggested,proposed", "only": "contested"}
    assert View.read(old | {"moved": "A:1,3,4", "without": "A:2"}) == View(
        steps=(("A:1", "A:2"), ("B:1",)),
        without=("A:2",),
        narrowing=Narrowing(certainties=("asserted",), agreements=("contested",)),
        pinned=(("A:1", 3, 4),),
    )


def test_what_is_malformed_in_an_address_is_left_out() -> None:
    view = View.read(
        {
            "ids": "MONDO:1,,no id;;MONDO:1;~A:1;x~",
            "hide": "all",
            "moved": "MONDO:1,1e9,0",
            "only": "x",
            "open": "MONDO:1,a~b",
            "closed": "cellar",
            "theme": "neon",
            "layout": "wild",
        }
    )
    assert view == View(steps=(("MONDO:1",), ("A:1",)))


def test_a_step_adds_only_what_is_new_and_brings_back_what_was_put_away() -> None:
    view = PLAIN.put_away("A:2").with_step(("A:2", "A:3"), "A:3", grew="A:1")
    assert view.steps == (("A:1", "A:2"), ("A:3",))
    assert view.grown == ("", "A:1")
    assert view.without == ()


def test_entities_that_came_last_are_forgotten_and_those_in_the_middle_keep_their_places() -> None:
    view = PLAIN.with_step(("B:1", "B:2"), "A:1~CAUSES~B:2", grew="A:1").move("B:2", 1, 2)
    later = view.with_step(("C:1",), "C:1", grew="A:2")
    assert view.without_entities({"B:1", "B:2"}) == PLAIN
    assert later.without_entities({"B:1", "B:2"}).steps == later.steps
    assert later.without_entities({"B:1", "B:2"}).drawn == ("A:1", "A:2", "C:1")


def test_what_is_put_away_twice_or_was_never_there_counts_once_or_not_at_all() -> None:
    view = replace(PLAIN, without=("X:1", "X:2", "X:3")).put_away("A:2")
    assert view.put_away("A:2").drawn == ("A:1",)
    assert view.put_away("A:2") == view
    assert view.put_aside == ("A:2",)
    assert view.brought_back(["A:2"]).drawn == ("A:1", "A:2")
    assert view.brought_back().without == ()


def test_a_view_past_two_kilobytes_does_not_claim_to_fit() -> None:
    assert View(steps=(tuple(f"A:{n:07}" for n in range(100)),)).fits_address
    assert not View(steps=(tuple(f"A:{n:07}" for n in range(300)),)).fits_address


def test_undo_leads_back_to_the_start_and_redo_forward_again() -> None:
    views = [PLAIN]
    history = History()
    for number in range(STEPS):
        views.append(views[-1].with_step((f"B:{number}",), ""))
        history = history.changed(views[-2], views[-1])
    now = views[-1]
    for _ in range(STEPS):
        history, now = history.undone(now)
    assert now == PLAIN
    assert history.undone(now) == (history, now)
    for _ in range(STEPS):
        history, now = history.redone(now)
    assert now == views[-1]
    assert history.redone(now) == (history, now)


def test_a_choice_is_no_step_and_a_change_after_an_undo_drops_what_was_undone() -> None:
    grown = PLAIN.with_step(("B:1",), "B:1")
    history = History().changed(PLAIN, grown)
    assert history.changed(grown, replace(grown, focus="A:1")) == history
    history, now = history.undone(grown)
    assert history.changed(now, now.put_away("A:1")).future == ()


def test_no_more_than_twenty_steps_are_kept() -> None:
    history = History()
    for number in range(STEPS + 5):
        history = history.changed(PLAIN.move("A:1", number, 0), PLAIN)
    assert len(history.past) == STEPS
    assert history.past[0] == PLAIN.move("A:1", 5, 0)
