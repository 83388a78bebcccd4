"""A view too long for an address is kept under an id, with its places."""

import stat
from pathlib import Path

import pytest

from archive import views
from figures.style import theme
from graph.errors import GutgraphError, TooLarge
from graph.model.subgraph import Subgraph
from tests.web.test_places import crowd_of
from web.keeping import address_of, view_of
from web.places import places
from web.view import View

CROWD = Subgraph.of(crowd_of(30), ())
LONG = View(steps=(tuple(one.id for one in CROWD.entities),), focus=CROWD.entities[0].id)


def test_a_long_view_comes_back_from_its_id_with_the_same_places(tmp_path: Path) -> None:
    look = theme("light")
    plan = places(LONG, CROWD, look)
    address = address_of(LONG, plan, tmp_path)
    assert set(address) == {"view", "focus"}
    again = view_of(address, tmp_path)
    assert (again.steps, again.focus) == (LONG.steps, LONG.focus)
    assert places(again, CROWD, look) == plan
    assert address_of(again, places(again, CROWD, look), tmp_path) == address


def test_what_grows_on_a_kept_view_leaves_its_places_as_they_are(tmp_path: Path) -> None:
    look = theme("light")
    fewer = View(steps=(LONG.ids[:-3],))
    address = address_of(fewer, places(fewer, CROWD, look), tmp_path)
    kept = view_of(address, tmp_path)
    before = places(kept, CROWD, look).points
    after = places(kept.with_step(LONG.ids[-3:], ""), CROWD, look).points
    assert {id_: after[id_] for id_ in before} == before
    assert len(after) == len(LONG.ids)


def test_a_short_view_is_not_kept(tmp_path: Path) -> None:
    short = View(steps=((LONG.focus,),))
    assert address_of(short, places(short, CROWD, theme("light")), tmp_path) == short.query
    assert list(tmp_path.iterdir()) == []


def test_kept_views_are_for_their_owner_and_their_number_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "_MOST", 3)
    ids = [views.keep(tmp_path, {"number": number}) for number in range(5)]
    files = sorted((tmp_path / "views").iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert views.kept(tmp_path, ids[-1]) == {"number": 4}
    with pytest.raises(TooLarge, match="past the 512,000 that are kept"):
        views.keep(tmp_path, {"long": "x" * 600_000})


@pytest.mark.parametrize("id_", ["0123456789abcdef", "../engine", "", "0123456789ABCDEF"])
def test_an_id_that_is_not_kept_is_said(tmp_path: Path, id_: str) -> None:
    with pytest.raises(GutgraphError, match=f"No view '{id_}' is kept here: its link comes from"):
        views.kept(tmp_path, id_)


def test_a_kept_view_that_was_changed_is_not_shown(tmp_path: Path) -> None:
    id_ = views.keep(tmp_path, {"query": {}})
    (tmp_path / "views" / f"{id_}.json").write_text('{"query":{"ids":"A:1"}}')
    with pytest.raises(GutgraphError, match="is kept here"):
        views.kept(tmp_path, id_)


def test_an_address_of_any_number_of_ids_is_refused_before_a_store_is_asked(tmp_path: Path) -> None:
    ids = ",".join(f"A:{number}" for number in range(3_001))
    with pytest.raises(TooLarge, match="A view of 3,001 entities is past the limit of 1,000"):
        view_of({"ids": ids}, tmp_path)
    with pytest.raises(TooLarge, match="A view of 3,001 entities is past the limit of 3,000"):
        view_of({"ids": ids, "without": ids}, tmp_path)
    drawn = ids[: ids.index(",A:1000")]
    assert len(view_of({"ids": drawn}, tmp_path).ids) == 1_000
