"""An address that asks for what cannot be shown: the page says so and goes on working."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.web.conftest import TOKEN, Dashboard
from tests.web.sample import MS
from tests.web.test_explore import Visitor, search_for, visitor

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.mark.parametrize("focus", ["x~Y~z", f"{MS}~CAUSED_BY~GUT:leaky-gut", "~", "no id"])
def test_a_choice_that_cannot_be_is_said_beside_the_picture(
    visitor: Visitor, dashboard: Dashboard, focus: str
) -> None:
    visitor.open(dashboard, f"&focus={focus}")
    expect(visitor.page.locator(".panel h1")).to_have_text("Not in this graph")
    expect(visitor.page.locator(".panel")).to_contain_text(f"{focus!r} is not in the graph")
    search_for(visitor, "multiple sclerosis")
    visitor.wait_for_focus(MS)
    assert visitor.said == []


def test_an_address_of_too_many_entities_leads_back_to_the_start_view(
    visitor: Visitor, crowded: Dashboard, shots: Path
) -> None:
    many = (f"X:{number}" for number in range(1_001))
    visitor.page.goto(crowded.link + "&ids=" + ",".join(many))
    closed = visitor.page.locator(".st-key-closed")
    expect(closed).to_contain_text("This view cannot be drawn", timeout=60_000)
    expect(closed).to_contain_text("1,001 entities is past the limit of 1,000")
    visitor.page.screenshot(path=shots / "too-many.png")
    visitor.page.get_by_role("button", name="Open the start view").click()
    visitor.page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=60_000)


def test_an_answer_that_comes_after_the_box_was_emptied_is_dropped(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/search*", hold)
    box = page.get_by_role("combobox", name="Search entities")
    box.click()
    hits = page.locator("#hits li")
    hits.first.wait_for()
    suggested = hits.all_inner_texts()
    with page.expect_request("**/api/search*"):
        box.fill("zzzz")
    box.fill("")
    page.wait_for_timeout(300)  # longer than the wait after the last key
    with page.expect_response("**/api/search*"):
        held[0].continue_()
    page.wait_for_timeout(300)
    assert hits.all_inner_texts() == suggested


def test_what_an_act_on_explore_wrote_while_it_was_left_goes_from_the_next_address(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    visitor.page.goto(f"{dashboard.address}claims?token={TOKEN}&ids={MS}&layout=organic&sort=year")
    visitor.page.wait_for_selector(".st-key-sheet-claims", timeout=60_000)
    expect(visitor.page).not_to_have_url(re.compile("ids=|layout="), timeout=20_000)
    assert "/claims" in visitor.page.url
    assert visitor.said == []
