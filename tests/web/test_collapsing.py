"""Collapse takes away what a growth brought and nothing else holds."""

from graph.model.claim import Claim
from graph.model.subgraph import CountedClaim
from web.collapsing import collapsed
from web.view import View


def claims(*pairs: str) -> list[CountedClaim]:
    ends = [pair.split(" ") for pair in pairs]
    return [CountedClaim(Claim.of(one, "CAUSES", other)) for one, other in ends]


GROWN = View(steps=(("A:1", "A:2"),)).with_step(("B:1", "B:2"), "A:1", grew="A:1")


def test_the_growth_goes_and_what_was_there_before_stays() -> None:
    near = claims("A:1 B:1", "A:1 B:2", "A:1 A:2", "B:1 B:2", "A:2 B:1")
    assert collapsed(GROWN, "A:1", near) == View(steps=(("A:1", "A:2"),), focus="A:1")


def test_what_another_growth_holds_stays() -> None:
    view = GROWN.with_step(("C:1",), "A:2", grew="A:2")
    near = claims("A:1 B:1", "A:1 B:2", "A:2 B:2", "A:2 C:1")
    assert collapsed(view, "A:1", near).drawn == ("A:1", "A:2", "B:2", "C:1")


def test_what_was_pinned_stays() -> None:
    near = claims("A:1 B:1", "A:1 B:2")
    assert collapsed(GROWN.move("B:2", 1, 1), "A:1", near).drawn == ("A:1", "A:2", "B:2")


def test_what_grew_out_of_the_growth_goes_with_it() -> None:
    view = GROWN.with_step(("C:1", "C:2"), "B:1", grew="B:1")
    near = claims("A:1 B:1", "A:1 B:2", "B:1 C:1", "B:1 C:2", "B:1 B:2")
    assert collapsed(view, "A:1", near).steps == (("A:1", "A:2"),)


def test_what_a_search_brought_stays() -> None:
    view = GROWN.with_step(("S:1",), "S:1")
    near = claims("A:1 B:1", "A:1 S:1")
    assert collapsed(view, "A:1", near).drawn == ("A:1", "A:2", "S:1")
    assert collapsed(view, "S:1", near).drawn == view.drawn
