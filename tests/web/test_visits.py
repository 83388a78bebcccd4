"""Acts of a visit: numbered, and done once; a visit knows where it led its browser."""

from collections.abc import Iterator

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.errors import GutgraphError
from graph.settings import Settings
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS
from web.exploring import arrived, done, told
from web.visit import Visit

pytestmark = pytest.mark.engine

_QUERY = {"ids": f"{LEAKY},{MS},{AKKERMANSIA}", "focus": LEAKY}
_GROW = {"kind": "grow", "id": LEAKY}


@pytest.fixture(scope="module")
def store(graph_settings: Settings) -> Iterator[BoltStore]:
    with open_store(graph_settings, "reader") as store:
        yield store


def visiting(store: BoltStore, settings: Settings, *, embed: bool = False) -> Visit:
    visit = Visit(own=True)
    arrived(visit, _QUERY, {}, store, settings, embed=embed)
    told(visit, {}, store, settings)
    return visit


def test_an_act_that_comes_twice_is_done_once(store: BoltStore, graph_settings: Settings) -> None:
    visit = visiting(store, graph_settings)
    grown = done(visit, _GROW, 1, store, graph_settings)
    again = done(visit, _GROW, 1, store, graph_settings)
    assert (again["turn"], again["signature"]) == (grown["turn"], grown["signature"])
    told(visit, _GROW | {"number": 1}, store, graph_settings)
    assert len(visit.history.past) == 1
    undone = done(visit, {"kind": "undo"}, 2, store, graph_settings)
    assert (undone["can_undo"], undone["can_redo"]) == (0, 1)
    assert visit.address == _QUERY


def test_a_page_that_follows_is_told_a_number_and_one_that_did_not_see_it_gets_all_of_it(
    store: BoltStore, graph_settings: Settings
) -> None:
    visit = visiting(store, graph_settings)
    grown = done(visit, _GROW, 1, store, graph_settings)
    followed = told(visit, {"kind": "follow", "number": 1}, store, graph_settings)
    assert followed == {name: grown[name] for name in followed}
    assert "nodes" not in followed
    assert done(visit, {"kind": "look"}, 1, store, graph_settings)["nodes"] == grown["nodes"]
    page = told(visit, {}, store, graph_settings)
    assert (page["number"], page["signature"]) == (1, grown["signature"])
    assert page["turn"] > grown["turn"]


def test_a_picture_that_grew_is_that_of_its_address(
    store: BoltStore, graph_settings: Settings
) -> None:
    visit = visiting(store, graph_settings)
    for number, id_ in enumerate((LEAKY, MS, COPROCOCCUS), start=1):
        done(visit, {"kind": "grow", "id": id_}, number, store, graph_settings)
    other = Visit(own=True)
    arrived(other, visit.address, {}, store, graph_settings, embed=False)
    there = told(other, {}, store, graph_settings)
    assert {name: there[name] for name in ("signature", "bands", "origin", "address")} == {
        name: visit.shown[name] for name in ("signature", "bands", "origin", "address")
    }


def test_what_cannot_be_drawn_leaves_the_visit_as_it_was(
    store: BoltStore, graph_settings: Settings
) -> None:
    visit = visiting(store, graph_settings)
    before = (visit.view, visit.history, visit.done, visit.address, visit.shown)
    lost = Settings(data=graph_settings.data / "no folder")
    lost.data.parent.joinpath("no folder").write_text("a file", encoding="utf-8")
    long = {"kind": "add", "ids": [f"X:{number}-{'n' * 30}" for number in range(60)]}
    with pytest.raises(GutgraphError):
        done(visit, long, 1, store, lost)  # too long for an address, and nowhere to keep it
    assert (visit.view, visit.history, visit.done, visit.address, visit.shown) == before


def test_a_frame_of_another_page_is_looked_at(store: BoltStore, graph_settings: Settings) -> None:
    visit = visiting(store, graph_settings, embed=True)
    shown = done(visit, _GROW, 1, store, graph_settings)
    assert len(shown["nodes"]) == 3
    assert done(visit, {"kind": "focus", "id": MS}, 2, store, graph_settings)["focus"] == MS
    assert visit.shown["embed"] and not visit.shown["panel"]["reviewing"]["allowed"]


def test_the_back_button_is_told_from_a_browser_that_is_one_address_behind() -> None:
    visit = Visit(own=True)
    first, second, third = ({"ids": f"X:{number}"} for number in range(3))
    for address in (first, second, third):
        visit.issue(address)
    assert visit.knows(first, seen=first)  # it did not move since
    assert visit.knows(third, seen=first)  # it took what the route gave it
    assert visit.knows(third | {"theme": "dark"}, seen=third)  # another page's theme
    assert not visit.knows(first, seen=third)  # back
    assert not visit.knows({"ids": "X:9"}, seen=third)  # somewhere else
