"""The archive from a browser: kept on Explore, shown in the gallery, the same under its address."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.types import Message

from figures.formats import FORMATS
from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, LEAKY, MS
from web.api.snapshots import snapshot_routes

pytestmark = [pytest.mark.browser, pytest.mark.engine]

VIEW = {"ids": f"{MS},{AKKERMANSIA},{LEAKY}"}


@pytest.fixture
def page(browser: Browser, dashboard: Dashboard) -> Iterator[Page]:
    """A signed-in browser."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(dashboard.link)
    yield page
    page.close()


@pytest.fixture
def kept(page: Page, dashboard: Dashboard) -> dict[str, Any]:
    """A snapshot of three entities, kept."""
    return keep(page, dashboard, "Three of them")


def keep(page: Page, dashboard: Dashboard, title: str) -> dict[str, Any]:
    answer = page.request.post(
        f"{dashboard.address}api/snapshots",
        data={"query": VIEW, "title": title, "caption": "As of today"},
        headers={"origin": dashboard.address.rstrip("/")},
    )
    assert answer.status == 201, answer.text()
    told: dict[str, Any] = answer.json()
    return told


def test_a_file_under_its_full_id_is_the_same_for_ever_and_may_be_kept_by_caches(
    page: Page, dashboard: Dashboard, kept: dict[str, Any]
) -> None:
    address = f"{dashboard.address}snapshots/{kept['id']}.svg"
    first = page.request.get(address)
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "Cookie" in first.headers["vary"]
    assert first.headers["content-type"].startswith("image/svg+xml")
    assert "Three of them" in first.text()
    again = page.request.get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.body()) == (304, b"")
    whole_page = page.request.get(address.replace(".svg", ".html"))
    assert whole_page.headers["content-disposition"].startswith("attachment; ")
    other = page.request.get(f"{address}?aspect=4:3&without=legend")
    assert other.status == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_a_short_id_leads_to_the_whole_and_is_not_kept_by_caches(
    page: Page, dashboard: Dashboard, kept: dict[str, Any]
) -> None:
    answer = page.request.get(
        f"{dashboard.address}snapshots/{kept['short_id']}.json?download=1", max_redirects=0
    )
    assert answer.status == 307
    assert answer.headers["location"] == f"../snapshots/{kept['id']}.json?download=1"
    assert answer.headers["cache-control"] == "no-cache"
    whole = page.request.get(f"{dashboard.address}snapshots/{kept['short_id']}.json")
    assert json.loads(whole.text())["title"] == "Three of them"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("ID.gif", 404, f"Take one of {', '.join(FORMATS)}."),
        ("0000000000000000.svg", 404, "Snapshot '0000000000000000' is not in the graph."),
        ("not-an-id", 404, "Snapshot 'not-an-id' is not in the graph."),
        ("ID.svg?pixels=9&aspect=7:1", 400, "aspect '7:1' is none of 16:9, 4:3, 1:1, a4; pixels"),
    ],
)
def test_what_cannot_be_is_a_problem_document(
    page: Page, dashboard: Dashboard, kept: dict[str, Any], path: str, status: int, said: str
) -> None:
    answer = page.request.get(f"{dashboard.address}snapshots/{path.replace('ID', kept['id'])}")
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status, problem["status"]) == (status, status)
    assert said in problem["detail"]


def test_a_stranger_gets_nothing_of_it(
    browser: Browser, dashboard: Dashboard, kept: dict[str, Any]
) -> None:
    context = browser.new_context()
    for path in (kept["id"], f"{kept['id']}.svg", f"{kept['id']}?embed=true"):
        answer = context.request.get(f"{dashboard.address}snapshots/{path}")
        assert answer.status == 403
        assert "Three of them" not in answer.text()
    context.close()


def test_its_live_view_says_which_snapshot_it_is_of(
    page: Page, dashboard: Dashboard, kept: dict[str, Any]
) -> None:
    page.goto(f"{dashboard.address}snapshots/{kept['id']}")
    expect(page.locator(".notice")).to_contain_text(f"Live view of snapshot {kept['short_id']}")
    expect(page.locator(".notice")).to_contain_text("3 of")


def test_a_frame_shows_the_picture_and_a_way_to_the_live_view(
    page: Page, dashboard: Dashboard, kept: dict[str, Any]
) -> None:
    page.goto(f"{dashboard.address}snapshots/{kept['id']}?embed=true")
    image = page.get_by_role("img", name="Three of them")
    expect(image).to_have_js_property("complete", True)
    assert image.bounding_box()["width"] > 300  # type: ignore[index]
    assert page.get_by_role("link", name="Open it live").get_attribute("href") == f"./{kept['id']}"


def test_a_dashboard_that_only_reads_keeps_nothing(dashboard: Dashboard) -> None:
    route = snapshot_routes(dashboard.settings, own=False)[1]
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": json.dumps({"query": VIEW, "title": "t"}).encode()}

    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": "/api/snapshots",
        "headers": [],
    }
    scope |= {"query_string": b"", "path_params": {}}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, route.handle(scope, receive, send)).result()
    assert sent[0]["status"] == 400
    assert json.loads(sent[1]["body"])["detail"].startswith("This dashboard only reads")


def test_a_view_is_kept_on_explore_then_named_compared_and_deleted_in_the_gallery(
    page: Page, dashboard: Dashboard, shots: Path
) -> None:
    keep(page, dashboard, "The earlier one")
    page.goto(f"{dashboard.address}?ids={MS},{AKKERMANSIA}")
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    page.get_by_role("button", name="Snapshot").click()
    dialog = page.get_by_role("dialog", name="Snapshot")
    dialog.get_by_label("Title").fill("Kept <b>here</b>")
    dialog.get_by_label("Caption").fill("A caption")
    dialog.get_by_role("button", name="Keep snapshot").click()
    expect(dialog.get_by_text("Kept as ")).to_be_visible()
    link = dialog.get_by_role("textbox", name="Link", exact=True).input_value()
    assert link.startswith(f"{dashboard.address}snapshots/")
    framed = dialog.get_by_role("textbox", name="Frame for a page").input_value()
    assert f'src="{link}?embed=true"' in framed

    page.goto(f"{dashboard.address}snapshots")
    card = page.locator(".card").filter(has_text="Kept <b>here</b>")
    expect(card.get_by_text("2 entities")).to_be_visible()
    card.get_by_role("button", name="Rename").click()
    page.get_by_label("Name", exact=True).fill("For Lyon")
    page.get_by_role("button", name="Save").click()
    card = page.locator(".card").filter(has=page.get_by_role("heading", name="For Lyon"))
    expect(card).to_be_visible()
    card.get_by_text("Download").click()
    assert card.locator(".entries a").count() == len(FORMATS)
    page.keyboard.press("Escape")

    card.get_by_label("Compare").check()
    page.locator(".card").filter(has_text="The earlier one").get_by_label("Compare").check()
    page.locator(".comparing").get_by_role("button", name="Compare").click()
    expect(page.locator(".compared")).to_contain_text("1 entity went")
    page.screenshot(path=shots / "gallery.png")

    page.locator(".compared").get_by_role("button", name="Close").click()
    card.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("For Lyon is deleted.")).to_be_visible()
    expect(card).to_have_count(0)


def test_a_frame_of_a_view_offers_no_keeping(page: Page, dashboard: Dashboard) -> None:
    page.goto(f"{dashboard.address}?ids={MS}&embed=true")
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    expect(page.get_by_role("button", name="Snapshot")).to_be_hidden()
    answer = page.request.post(
        f"{dashboard.address}api/snapshots",
        data={"query": VIEW | {"embed": "true"}, "title": "t"},
        headers={"origin": dashboard.address.rstrip("/")},
    )
    assert answer.status == 400
    assert answer.json()["detail"].startswith("A frame of another page only shows")
