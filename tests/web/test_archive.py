"""The archive from a browser: kept on Explore, shown in the gallery, the same under its address."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation
from pptx.util import Inches
from starlette.types import Message

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.model.snapshot import Snapshot
from tests.exchange.test_pptx import template
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
    route = snapshot_routes(dashboard.settings, own=False)[-1]
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
    card.get_by_role("button", name="Download").click()
    assert page.get_by_role("group", name="Download").get_by_role("button").count() == len(FORMATS)
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


def test_the_gallery_writes_a_file_with_choices_and_a_template_that_is_not_kept(
    page: Page, dashboard: Dashboard, kept: dict[str, Any], shots: Path
) -> None:
    page.goto(f"{dashboard.address}snapshots")
    page.locator(f'.card[data-id="{kept["id"]}"]').get_by_role("button", name="Download").click()
    dialog = page.get_by_role("dialog", name="Download")
    dialog.get_by_label("Sheet").select_option("4:3")
    dialog.get_by_text("Parts and template").click()
    dialog.get_by_label("legend").uncheck()
    dialog.get_by_label("transparent").check()
    page.screenshot(path=shots / "download.png")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="SVG", exact=True).click()
    options = FigureOptions("4:3", 1920, transparent=True, without=frozenset({"legend"}))
    frozen = Snapshot.from_json(
        page.request.get(f"{dashboard.address}snapshots/{kept['id']}.json").text()
    )
    assert download.value.path().read_bytes() == FORMATS["svg"].draw(frozen, options)

    deck = {"name": "lab.pptx", "mimeType": "", "buffer": template()}
    dialog.get_by_label("Template for PowerPoint").set_input_files(deck)  # type: ignore[arg-type]
    with page.expect_download() as download:
        dialog.get_by_role("button", name="PPTX").click()
    drawn = Presentation(str(download.value.path()))
    assert (drawn.slide_width, drawn.slide_master.name) == (Inches(11), "Lab")
    deck = {"name": "lab.pptx", "mimeType": "", "buffer": b"no presentation"}
    dialog.get_by_label("Template for PowerPoint").set_input_files(deck)  # type: ignore[arg-type]
    dialog.get_by_role("button", name="PPTX").click()
    expect(dialog.get_by_role("status")).to_have_text(
        "template: it cannot be read as a presentation (File is not a zip file). "
        "Save it as .pptx anew."
    )


def test_a_file_says_in_a_header_what_its_pictures_cannot_show(
    page: Page, dashboard: Dashboard
) -> None:
    odd = keep(page, dashboard, "腸 🧠")
    for answer in (
        page.request.get(f"{dashboard.address}snapshots/{odd['id']}.png?download=1"),
        page.request.post(
            f"{dashboard.address}snapshots/{odd['id']}.png",
            data={"choices": {"pixels": "640"}},
            headers={"origin": dashboard.address.rstrip("/")},
        ),
    ):
        assert answer.ok, answer.text()
        advice = unquote(answer.headers["x-advice"])
        assert advice.startswith("The font lacks letters or signs in the title; PNG and PDF show")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"template": "n o"}, "The template is not in base 64"),
        ({"template": 7}, "The template is not in base 64"),
        ({"choices": {"aspect": "7:1"}}, "aspect '7:1' is none of 16:9, 4:3, 1:1, a4"),
    ],
)
def test_what_cannot_be_written_is_a_problem_document(
    page: Page, dashboard: Dashboard, kept: dict[str, Any], body: dict[str, Any], said: str
) -> None:
    answer = page.request.post(
        f"{dashboard.address}snapshots/{kept['id']}.pptx",
        data=body,
        headers={"origin": dashboard.address.rstrip("/")},
    )
    assert answer.status == 400
    assert answer.json()["detail"].count(said) == 1


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
