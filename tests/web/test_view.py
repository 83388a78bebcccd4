"""A view goes into an address and comes back the same."""

from web.view import View


def test_a_view_comes_back_from_its_address() -> None:
    view = View(
        steps=(("MONDO:1", "GUT:a,b;c%"), ("HP:2",)),
        focus="MONDO:1~CAUSES~HP:2",
        without=("HP:2",),
        hidden=("suggested", "proposed"),
        contested_only=True,
        moved=(("GUT:a,b;c%", -12, 340),),
    )
    assert View.read(view.query) == view


def test_the_plain_view_has_the_shortest_address() -> None:
    assert View(steps=(("MONDO:1",),)).query == {"ids": "MONDO:1"}


def test_what_is_malformed_in_an_address_is_left_out() -> None:
    view = View.read(
        {"ids": "MONDO:1,,no id;;MONDO:1", "hide": "all", "moved": "MONDO:1,1e9,0", "only": "x"}
    )
    assert view == View(steps=(("MONDO:1",),))


def test_a_step_adds_only_what_is_new_and_brings_back_what_was_put_away() -> None:
    view = View(steps=(("A:1", "A:2"),)).put_away("A:2").with_step(("A:2", "A:3"), "A:3")
    assert view.steps == (("A:1", "A:2"), ("A:3",))
    assert view.without == ()


def test_back_takes_the_last_step_and_what_hangs_on_it() -> None:
    view = View(steps=(("A:1",),)).with_step(("B:2",), "A:1~CAUSES~B:2").move("B:2", 1, 2)
    assert view.back() == View(steps=(("A:1",),))
    assert View(steps=(("A:1",),)).back() == View(steps=(("A:1",),))


def test_what_is_put_away_twice_or_was_never_there_counts_once_or_not_at_all() -> None:
    view = View(steps=(("A:1", "A:2"),), without=("X:1", "X:2", "X:3")).put_away("A:2")
    assert view.put_away("A:2").drawn == ("A:1",)
    assert view.put_away("A:2") == view


def test_a_view_past_two_kilobytes_does_not_claim_to_fit() -> None:
    assert View(steps=(tuple(f"A:{n:07}" for n in range(100)),)).fits_address
    assert not View(steps=(tuple(f"A:{n:07}" for n in range(300)),)).fits_address
