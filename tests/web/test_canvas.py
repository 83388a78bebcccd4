"""What one can do on the canvas: hide and show, select, pin, filter, undo it all, share a frame."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS
from tests.web.test_explore import Visitor, visitor

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_VIEW = f"&ids={LEAKY},{MS},{AKKERMANSIA},{COPROCOCCUS}&focus={LEAKY}"


def asked(page: Page) -> dict[str, str]:
    search: str = page.evaluate("() => location.search")
    return {key: values[0] for key, values in parse_qs(search.removeprefix("?")).items()}


def change(visitor: Visitor, key: str) -> None:
    before = visitor.drawn
    visitor.page.keyboard.press(key)
    visitor.wait_for_change(before)


def test_keys_hide_grow_collapse_and_undo_back_to_the_start(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    start = visitor.drawn
    change(visitor, "g")
    grown = visitor.drawn
    change(visitor, "c")
    assert visitor.drawn == start
    change(visitor, "Control+z")
    assert visitor.drawn == grown
    change(visitor, "h")
    show = page.get_by_role("button", name="1 hidden: show")
    expect(show).to_have_attribute("title", "leaky gut")
    change(visitor, "u")
    expect(show).to_be_hidden()
    for _ in range(3):
        change(visitor, "Control+z")
    assert visitor.drawn == start
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    assert "without" not in asked(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_a_selection_is_drawn_with_the_mouse_or_the_keyboard_and_hidden_at_once(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    box = page.locator(".stage").bounding_box()
    assert box is not None
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.28 * box["width"], box["y"] + box["height"] - 80, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    bar = page.get_by_role("toolbar", name="Selection")
    expect(bar).to_contain_text("2 entities selected")
    before = visitor.drawn
    bar.get_by_role("button", name="Pin the selection").click()
    visitor.wait_for_change(before)  # the pins are whole pixels
    assert {pin.split(",")[0] for pin in asked(page)["moved"].split(";")} == {
        AKKERMANSIA,
        COPROCOCCUS,
    }
    page.keyboard.press("Escape")
    page.locator(".stage").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press(" ")
    expect(bar).to_contain_text("selected")
    before = visitor.drawn
    bar.get_by_role("button", name="Hide the selection").click()
    visitor.wait_for_change(before)
    expect(page.get_by_text("hidden: show")).to_be_visible()


def test_filters_stand_in_the_address_and_their_counts_follow(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    filters = page.get_by_role("region", name="Filters")
    expect(filters.locator('[data-key="certainty=suggested"]')).to_be_checked()
    before = visitor.drawn
    filters.get_by_label("contested only").check()
    visitor.wait_for_change(before)
    assert asked(page)["agreement"] == "contested"
    asserted = filters.locator('label:has([data-key="certainty=asserted"])')
    expect(asserted.locator(".count")).to_have_text("2")
    before = visitor.drawn
    filters.get_by_role("button", name="Clear filters").click()
    visitor.wait_for_change(before)
    before = visitor.drawn
    page.get_by_role("button", name="Microbiome", exact=True).click()  # in the legend
    visitor.wait_for_change(before)
    assert asked(page)["closed"] == "microbiome"
    page.get_by_role("button", name="Microbiome", exact=True).click()
    frame = page.locator(f'.explore[data-drawn="{before}"]')
    frame.wait_for(state="attached", timeout=30_000)


def test_documents_are_listed_when_asked_for_and_narrow_the_picture(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    filters = page.get_by_role("region", name="Filters")
    filters.locator("summary[data-key=document]").click()
    rows = filters.locator('input[data-key^="document="]')
    expect(rows.first).to_be_visible(timeout=30_000)
    name = rows.first.get_attribute("data-key") or ""
    before = visitor.drawn
    rows.first.check()
    visitor.wait_for_change(before)
    assert asked(page)["document"] == name.removeprefix("document=")


def test_ids_that_are_not_there_are_named_and_lead_back_to_the_start(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, "&ids=X:unknown,MONDO:0000000")
    expect(page.locator(".notice")).to_contain_text("Not in this graph: X:unknown, MONDO:0000000")
    before = visitor.drawn
    page.get_by_role("button", name="Start again", exact=True).click()
    visitor.wait_for_change(before)
    expect(page.locator(".notice")).not_to_contain_text("Not in this graph")
    expect(page.get_by_role("button", name="Start again", exact=True)).to_be_hidden()


def test_the_layout_and_theme_change_and_a_frame_shows_the_picture_alone(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, _VIEW)
    before = visitor.drawn
    page.get_by_role("button", name="Organic").click()
    visitor.wait_for_change(before)
    before = visitor.drawn
    page.get_by_role("button", name="Theme: Light").click()
    visitor.wait_for_change(before)
    assert asked(page)["layout"] == "organic"
    page.get_by_role("button", name="Share").click()
    framed = page.get_by_label("Frame", exact=True).input_value()
    address = framed.split('src="')[1].split('"')[0].replace("&amp;", "&")
    drawn = visitor.drawn
    page.goto(address)
    page.wait_for_selector(f'.explore.embedded[data-drawn="{drawn}"]', timeout=60_000)
    expect(page.get_by_role("button", name="Snapshot")).to_be_hidden()
    expect(page.locator(".panel")).to_be_hidden()
    assert page.title().startswith("Around leaky gut")
    assert visitor.said == []
