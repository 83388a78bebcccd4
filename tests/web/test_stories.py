"""A story is made on its page, presented with arrow keys, and opens from disk with no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, LEAKY, MS
from tests.web.test_archive import keep

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.fixture
def page(browser: Browser, dashboard: Dashboard) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(dashboard.link)
    yield page
    page.close()


def test_a_story_is_made_step_by_step_presented_and_taken_along(
    page: Page, dashboard: Dashboard, tmp_path: Path, shots: Path
) -> None:
    keep(page, dashboard, "For a story")
    page.goto(f"{dashboard.address}stories")
    choice = page.get_by_label("Snapshot")
    option = choice.locator("option").filter(has_text="For a story").first
    choice.select_option(value=option.get_attribute("value"))
    page.get_by_role("button", name="Begin").click()
    page.locator(".editor[data-figure]").wait_for()
    page.get_by_label("Title of the story").fill("Told in two")
    page.get_by_label("Caption of step 1").fill("What is there")
    page.get_by_role("button", name="Add a step").click()
    page.get_by_label("Caption of step 2").fill("Then Akkermansia")
    page.get_by_role("button", name="Let appear").click()
    page.locator(f'.figure [data-entity="{AKKERMANSIA}"]').click()
    page.get_by_role("button", name="Emphasise").click()
    page.locator(f'.figure [data-entity="{MS}"]').press("Enter")
    expect(page.locator(f'.figure [data-entity="{LEAKY}"]')).to_have_class("entity dim")
    page.get_by_role("button", name="Step 1", exact=True).click()
    expect(page.locator(f'.figure [data-entity="{AKKERMANSIA}"]')).to_have_class("entity later")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_alt_text("Step 1 as it is shown")).to_be_visible()
    page.get_by_role("dialog", name="Preview").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(": 2 steps.")).to_be_visible()
    page.screenshot(path=shots / "story.png")

    row = page.locator(".story").filter(has_text="Told in two")
    address = f"{dashboard.address}{str(row.locator('a.go').get_attribute('href'))[2:]}"
    page.goto(address)
    shown = page.locator("section[data-step]:not([hidden])")
    expect(shown).to_contain_text("What is there")
    expect(shown.locator(f'[data-entity="{AKKERMANSIA}"]')).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("Then Akkermansia")
    expect(shown.locator(f'[data-entity="{AKKERMANSIA}"]')).to_have_count(1)
    page.keyboard.press("Home")
    expect(page.locator("output")).to_have_text("1 / 2")
    page.keyboard.press("Escape")
    page.wait_for_url("**/stories")

    file = tmp_path / "story.html"
    file.write_bytes(page.request.get(f"{address}.html").body())
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(file.as_uri())
    page.keyboard.press("End")
    expect(shown).to_contain_text("Then Akkermansia")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert told == []
