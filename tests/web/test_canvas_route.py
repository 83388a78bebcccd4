"""The canvas and the page agree: acts go to a route, the page follows, and none is done twice."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, LEAKY, MS
from tests.web.test_canvas import asked, change
from tests.web.test_explore import Visitor, visitor

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_VIEW = f"&ids={LEAKY},{MS},{AKKERMANSIA}&focus={LEAKY}"
_ROUTE = "**/api/canvas"


def sent(visitor: Visitor) -> list[Any]:
    """Keep what the canvas asks its route."""
    bodies: list[Any] = []

    def keep(route: Route) -> None:
        bodies.append(route.request.post_data_json)
        route.continue_()

    visitor.page.route(_ROUTE, keep)
    return bodies


def test_a_growth_is_one_request_after_which_the_page_says_the_same(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    bodies = sent(visitor)
    start, turn = visitor.drawn, asked(page)
    change(visitor, "g")
    grown, address = visitor.drawn, asked(page)
    assert address != turn  # the address tells what is drawn, before the page has run
    expect(page).to_have_title("Around leaky gut · Gutgraph")
    page.wait_for_timeout(500)  # the page follows
    assert (visitor.drawn, asked(page)) == (grown, address)
    assert [body["act"]["kind"] for body in bodies] == ["grow"]
    page.go_back()
    visitor.wait_for_change(grown)
    assert visitor.drawn == start
    change(visitor, "Control+z")  # going back can be undone as any change
    assert visitor.drawn == grown
    page.reload()
    page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=60_000)
    assert visitor.drawn == grown


def test_acts_in_quick_succession_are_all_done_in_their_order(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    start = visitor.drawn
    page.locator(".stage").focus()
    for key in ("g", "h", "Control+z", "h"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="1 hidden: show")).to_be_visible()
    page.wait_for_timeout(500)
    assert asked(page)["without"] == LEAKY
    for _ in range(2):
        change(visitor, "Control+z")
    assert visitor.drawn == start
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_where_the_route_is_out_of_reach_the_page_does_the_act_and_only_once(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    start = visitor.drawn
    page.route(_ROUTE, lambda route: route.abort())
    change(visitor, "g")
    grown = visitor.drawn
    page.unroute(_ROUTE)

    def lose(route: Route) -> None:
        route.fetch()  # done over there, but the answer is lost
        route.abort()

    page.route(_ROUTE, lose)
    change(visitor, "h")
    page.unroute(_ROUTE)
    change(visitor, "Control+z")
    assert visitor.drawn == grown
    change(visitor, "Control+z")
    assert visitor.drawn == start
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_the_route_refuses_strangers_verdicts_and_acts_ahead_of_their_turn(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    bodies = sent(visitor)
    change(visitor, "g")
    body = bodies[0]
    route, here = f"{dashboard.address}api/canvas", {"origin": dashboard.address.rstrip("/")}

    def refused(change: dict[str, Any], headers: dict[str, str] = here) -> tuple[int, str]:
        answer = page.request.post(route, data=body | change, headers=headers)
        return answer.status, answer.text()

    assert page.request.post(route, data=body, headers=here).json()["number"] == 1  # done already
    assert "Act 3 comes before act 2; tell the page" in refused({"number": 3})[1]
    assert refused({"visit": "another"})[0] == 404
    assert refused({"number": "1"})[0] == 400
    assert "the page does it" in refused({"act": {"kind": "review"}, "number": 2})[1]
    assert refused({}, {"origin": "https://example.org"})[0] == 403
    page.context.clear_cookies()
    assert refused({})[0] == 401
