"""A hub of 5,000 neighbours: it asks before it grows, and its view is shared by an id."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Dashboard
from tests.web.crowd import HUB
from tests.web.tasks import traced
from tests.web.test_explore import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def test_a_hub_asks_first_and_its_view_is_shared_under_an_id(
    browser: Browser, crowded: Dashboard
) -> None:
    visitor = Visitor(browser)
    page = visitor.page
    visitor.open(crowded, f"&ids={HUB}&focus={HUB}")
    before = visitor.drawn
    with traced(browser, page) as tasks:
        page.get_by_role("button", name="Grow", exact=True).click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("The hub has 5,000 claims", timeout=30_000)
        expect(dialog).to_contain_text("5,000 not drawn yet")
        assert visitor.drawn == before
        dialog.get_by_label("gene").uncheck()
        dialog.get_by_label("At most so many entities").fill("200")
        dialog.get_by_role("button", name="Grow").click()
        page.locator(f'.explore:not([data-drawn="{before}"])').wait_for(
            state="attached", timeout=60_000
        )
        expect(page.locator(".notice")).to_contain_text("201 of 5,001 entities")
        page.wait_for_timeout(500)  # the frames that are drawn after it
    assert 1 < tasks[0] <= 200

    address = parse_qs(visitor.query)
    assert set(address) == {"view", "focus"}
    second = Visitor(browser)
    second.open(crowded, "&" + visitor.query)
    assert second.drawn == visitor.drawn

    page.get_by_role("button", name="Undo").click()
    page.locator(f'.explore[data-drawn="{before}"]').wait_for(state="attached", timeout=30_000)
    assert set(parse_qs(visitor.query)) == {"ids", "focus"}
    assert visitor.said == second.said == []
    second.context.close()
    visitor.context.close()


def test_more_than_may_be_drawn_is_said_with_the_limit(
    browser: Browser, crowded: Dashboard
) -> None:
    visitor = Visitor(browser)
    ids = ",".join(f"X:{number}" for number in range(298))
    visitor.open(crowded, f"&ids={ids},{HUB}")
    visitor.page.get_by_role("combobox", name="Search entities").fill("neighbour 4001")
    visitor.page.locator("#hits li[data-id='X:4001']").click()
    visitor.wait_for_focus("X:4001")
    visitor.page.get_by_role("combobox", name="Search entities").fill("neighbour 4002")
    visitor.page.locator("#hits li[data-id='X:4002']").click()
    expect(visitor.page.locator(".notice")).to_contain_text("the limit is 300", timeout=60_000)
    table = visitor.page.locator(".notice").get_by_role("link")
    expect(table).to_have_text("Read the claims of neighbour 4002 as a table")
    expect(table).to_have_attribute("href", "./claims?entity=X%3A4002")
    visitor.context.close()
