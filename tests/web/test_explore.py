"""A visit with a real browser: search, grow, open an edge, share the view, save the figure."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from graph.engine.bolt import BoltStore
from graph.model.snapshot import Snapshot
from graph.settings import Settings
from tests.web.conftest import Dashboard, running
from tests.web.console_page import ask
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, HOSTILE, LEAKY, MS

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_CONTESTED = f"{COPROCOCCUS}~INCREASED_IN~{MS}"


class Visitor:
    """A page, with what it said on its console and whom it asked."""

    def __init__(self, browser: Browser, width: int = 1440) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900})
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", self._note)
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)

    def open(self, dashboard: Dashboard, query: str = "") -> None:
        self.page.goto(dashboard.link + query)
        self.page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=60_000)

    @property
    def drawn(self) -> str:
        """The fingerprint of every node, edge and place on the canvas."""
        return self.page.locator(".explore").get_attribute("data-drawn") or ""

    @property
    def query(self) -> str:
        """What the address says now; Playwright's own `url` comes a moment later."""
        said: str = self.page.evaluate("() => location.search")
        return said.removeprefix("?")

    def wait_for_focus(self, id_: str) -> None:
        frame = self.page.locator(f'.explore[data-focus="{id_}"]')
        frame.wait_for(state="attached", timeout=30_000)

    def wait_for_change(self, drawn: str) -> None:
        frame = self.page.locator(f'.explore:not([data-drawn="{drawn}"])')
        frame.wait_for(state="attached", timeout=30_000)

    def foreign(self) -> list[str]:
        local = {"127.0.0.1", None}
        return [url for url in self.asked if urlsplit(url).hostname not in local]


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    visitor = Visitor(browser)
    yield visitor
    visitor.context.close()


def search_for(visitor: Visitor, text: str) -> None:
    visitor.page.get_by_role("combobox", name="Search entities").click()
    visitor.page.get_by_role("combobox", name="Search entities").fill(text)
    visitor.page.locator("#hits li[data-id]").first.wait_for(timeout=10_000)
    visitor.page.keyboard.press("Enter")


def test_search_grow_open_an_edge_and_share_the_view_with_a_second_browser(
    visitor: Visitor, browser: Browser, dashboard: Dashboard, shots: Path
) -> None:
    page = visitor.page
    visitor.open(dashboard, f"&ids={LEAKY}")
    search_for(visitor, "akermansia")  # misspelt
    visitor.wait_for_focus(AKKERMANSIA)

    before = visitor.drawn
    page.get_by_role("button", name="Grow", exact=True).click()
    visitor.wait_for_change(before)
    assert "multiple sclerosis" in page.locator(".panel").inner_text().lower()

    page.get_by_role("button", name="Show as list").click()
    page.get_by_role("button", name="Akkermansia is increased in Multiple sclerosis").click()
    visitor.wait_for_focus(f"{AKKERMANSIA}~INCREASED_IN~{MS}")
    panel = page.locator(".panel")
    expect(panel.locator("h1")).to_have_text("Akkermansia is increased in multiple sclerosis")
    expect(panel.locator("blockquote").first).to_contain_text("Akkermansia was more abundant")
    link = panel.get_by_role("link", name="PMID 90000001")
    assert link.get_attribute("href") == "https://pubmed.ncbi.nlm.nih.gov/90000001/"
    assert "noopener" in (link.get_attribute("rel") or "")
    page.get_by_role("button", name="Show as picture").click()
    page.screenshot(path=shots / "explore-edge.png")

    second = Visitor(browser)
    second.open(dashboard, "&" + visitor.query)
    assert second.drawn == visitor.drawn
    expect(second.page.locator(".panel h1")).to_have_text(panel.locator("h1").inner_text())
    assert second.foreign() == []
    second.context.close()

    assert visitor.foreign() == []
    assert visitor.said == []
    assert "token" not in page.url


def test_search_by_keyboard_alone_asks_a_misspelling_back_and_begins_with_what_was_recent(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    visitor.open(dashboard, f"&ids={LEAKY}")
    page.locator(".stage").focus()
    page.keyboard.press("/")
    hits = page.locator("#hits")
    expect(hits.locator(".group")).to_have_text(["Most claims"])
    page.keyboard.type("akermansia")
    expect(hits.locator(".group")).to_have_text(["Did you mean"])
    count = hits.locator("li[data-id]").count()
    for _ in range(count):  # once around
        page.keyboard.press("ArrowDown")
    expect(hits.locator('[aria-selected="true"]')).to_have_attribute("data-id", AKKERMANSIA)
    page.keyboard.press("Enter")
    visitor.wait_for_focus(AKKERMANSIA)
    page.locator(".stage").focus()
    page.keyboard.press("/")
    expect(hits.locator(".group")).to_have_text(["Recent", "Most claims"])
    expect(hits.locator("li[data-id]").first).to_have_attribute("data-id", AKKERMANSIA)


def test_undo_takes_the_growth_away_and_leaves_the_rest_in_place(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    visitor.open(dashboard, f"&ids={LEAKY},{MS}&focus={LEAKY}")
    before = visitor.drawn
    visitor.page.get_by_role("button", name="Grow", exact=True).click()
    visitor.wait_for_change(before)
    grown = visitor.drawn
    visitor.page.get_by_role("button", name="Undo").click()
    visitor.wait_for_change(grown)
    assert visitor.drawn == before
    visitor.page.keyboard.press("Control+Shift+Z")
    visitor.wait_for_change(before)
    assert visitor.drawn == grown


def test_a_contested_claim_shows_both_sides_and_the_interest_of_its_source(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    visitor.open(dashboard, f"&focus={_CONTESTED}")
    panel = visitor.page.locator(".panel")
    expect(panel.locator(".banner")).to_contain_text("Contested")
    expect(panel).to_contain_text("Coprococcus was more abundant in MS")
    expect(panel).to_contain_text("Coprococcus was lower in MS")
    expect(panel).to_contain_text("Interest: sells food supplements")
    visitor.page.screenshot(path=shots / "explore-contested.png")


def test_what_was_not_established_is_said_so_and_its_cue_is_marked(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    visitor.open(dashboard, f"&focus=MESH:D013315~CAUSES~{MS}")
    panel = visitor.page.locator(".panel")
    expect(panel.locator(".banner")).to_contain_text("Not established")
    expect(panel.locator("mark")).to_have_text("has not been described")


def test_a_hostile_name_is_shown_as_text(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&focus={HOSTILE.id}")
    expect(visitor.page.locator(".panel h1")).to_have_text(HOSTILE.name)
    visitor.page.get_by_role("button", name="Show as list").click()
    expect(visitor.page.locator(".list")).to_contain_text(HOSTILE.name)
    assert visitor.page.title() != "taken"
    assert visitor.said == []


def test_the_snapshot_is_the_picture_on_screen(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&ids={LEAKY},{MS},{AKKERMANSIA}")
    visitor.page.get_by_role("button", name="Snapshot").click()
    visitor.page.get_by_label("Title").fill("A title of mine")
    saved = {}
    for kind in ("SVG", "PNG", "JSON"):
        with visitor.page.expect_download() as download:
            visitor.page.get_by_role("button", name=kind, exact=True).click()
        saved[kind] = (download.value.suggested_filename, download.value.path().read_bytes())
    snapshot = Snapshot.from_json(saved["JSON"][1].decode())
    assert {entity.id for entity in snapshot.subgraph.entities} == {LEAKY, MS, AKKERMANSIA}
    assert snapshot.title == "A title of mine"
    assert snapshot.citations
    assert json.loads(saved["JSON"][1])["positions"].keys() == {LEAKY, MS, AKKERMANSIA}
    assert {name for name, _ in saved.values()} == {
        f"gutgraph-{snapshot.short_id}.{kind}" for kind in ("svg", "png", "json")
    }
    assert saved["SVG"][1].startswith(b"<svg")
    assert saved["PNG"][1].startswith(b"\x89PNG")


def test_the_query_page_answers_in_a_table_and_refuses_writing_in_words(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    visitor.open(dashboard)
    page = visitor.page
    page.get_by_role("link", name="Query").click()
    page.get_by_role("button", name="Run", exact=True).click()
    page.get_by_test_id("stDataFrame").wait_for(timeout=30_000)
    page.screenshot(path=shots / "query.png")
    ask(page, "CREATE (n:Entity {id: 'X:1'}) RETURN n")
    refusal = page.locator(".trouble").filter(has_text="CREATE")
    refusal.wait_for(timeout=30_000)
    assert "Traceback" not in page.content()
    assert visitor.foreign() == []


def test_a_double_click_grows_the_node_under_it(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&ids={MS}")
    before = visitor.drawn
    stage = visitor.page.locator(".stage")
    box = stage.bounding_box()
    assert box is not None  # one node, in the middle of its only column
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visitor.page.mouse.dblclick(*middle)
    visitor.wait_for_change(before)
    visitor.page.get_by_role("button", name="Show as list").click()
    expect(visitor.page.locator(".list")).to_contain_text("Akkermansia", timeout=30_000)
    assert visitor.said == []


def test_an_empty_graph_says_how_to_load(
    visitor: Visitor, store: BoltStore, embedded: Settings, shots: Path
) -> None:
    assert not store.read("MATCH (n) RETURN n LIMIT 1")
    with running(embedded) as there:
        visitor.page.goto(there.link)
        visitor.page.get_by_text("This graph is empty").wait_for(timeout=60_000)
        expect(visitor.page.locator("code")).to_contain_text("load examples")
        visitor.page.screenshot(path=shots / "empty.png")


@pytest.mark.parametrize("width", [1440, 900])
def test_nothing_is_wider_than_the_window(
    browser: Browser, dashboard: Dashboard, shots: Path, width: int
) -> None:
    visitor = Visitor(browser, width)
    visitor.open(dashboard, f"&focus={_CONTESTED}")
    box = visitor.page.locator(".explore").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    for name in ("Snapshot", "Share", "Fit"):
        button = visitor.page.get_by_role("button", name=name, exact=True).bounding_box()
        assert button is not None
        assert button["x"] + button["width"] <= width
    visitor.page.screenshot(path=shots / f"explore-{width}.png", full_page=True)
    visitor.context.close()
