"""SVG, HTML and the reveal.js fragment in Chromium: whole, silent, and without a request."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.model.identity import ClaimId
from graph.model.snapshot import Snapshot, Source, Stated
from tests.figures.sample import large, snapshot, story

pytestmark = pytest.mark.browser

LINK = "https://graph.example.org/snapshots/0a1b2c3d"
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@dataclass
class Opened:
    """A file in a page, and what the page said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        assert [self.said, self.asked] == [[], [path.as_uri()]]
        return self.page


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    one = Opened(page)
    page.on("console", lambda message: one.said.append(message.text))
    page.on("pageerror", lambda error: one.said.append(str(error)))
    page.on("request", lambda request: one.asked.append(request.url))
    yield one
    page.close()


def written(folder: Path, form: str, taken: Snapshot, options: FigureOptions) -> Path:
    path = folder / f"figure.{form}"
    path.write_bytes(FORMATS[form].draw(taken, options))
    return path


def test_an_svg_has_every_entity_and_claim_and_no_label_leaves_its_box(
    opened: Opened, tmp_path: Path
) -> None:
    taken = snapshot()
    page = opened.open(written(tmp_path, "svg", taken, FigureOptions(link=LINK)))
    assert page.locator(".entity").count() == len(taken.subgraph.entities)
    assert page.locator(".claim").count() == len(taken.subgraph.claims)
    loose = page.evaluate(
        """() => [...document.querySelectorAll(".entity")].flatMap((group) => {
          const box = group.children[1].getBoundingClientRect();
          return [...group.querySelectorAll("text")].filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left < box.left || right > box.right;
          }).map((text) => text.textContent);
        })"""
    )
    assert loose == []


def test_a_label_is_at_least_14_points_of_a_slide_1280_pixels_wide(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened.open(written(tmp_path, "svg", snapshot(story(13)), FigureOptions()))
    size = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".entity text")].map((text) =>
          Number(text.getAttribute("font-size")) * 1280 / text.ownerSVGElement.viewBox.baseVal.width
        ))"""
    )
    assert size >= 14 * 1280 / 960


def test_a_click_on_an_edge_shows_its_quotes_with_their_sources_as_text(
    opened: Opened, tmp_path: Path
) -> None:
    graph = story(6)
    claim = ClaimId(graph.claims[0].id)
    sources = [
        Source(1, "A page", link="https://example.org/page", retracted=True),
        Source(2, SCRIPT, link="javascript:alert(3)"),
    ]
    said = [
        Stated(claim, 1, "the first quote", verdict="accepted"),
        Stated(claim, 2, SCRIPT),
        Stated(claim, 2, struck=True, struck_on="2026-07-01"),
    ]
    taken = Snapshot.of(graph, title=SCRIPT, citations=sources, statements=said)
    page = opened.open(written(tmp_path, "html", taken, FigureOptions(link=LINK)))
    edge = page.locator(f'[data-claim="{claim}"]')
    edge.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#reading")
    assert panel.locator("blockquote").all_inner_texts() == ["the first quote", SCRIPT]
    assert "accepted" in panel.inner_text()
    assert panel.get_by_text("The quote was struck on 2026-07-01.").count() == 1
    assert "retracted" in panel.inner_text()
    links = panel.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
    assert links == ["https://example.org/page"]
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert (opened.said, len(opened.asked)) == ([], 1)


def test_the_page_zooms_by_wheel_keys_and_buttons_and_comes_back(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened.open(written(tmp_path, "html", snapshot(story(6)), FigureOptions()))

    def width() -> float:
        return float(page.locator("svg").get_attribute("viewBox").split()[2])  # type: ignore[union-attr]

    page.mouse.move(400, 300)
    page.mouse.wheel(0, -200)
    page.wait_for_function("() => document.querySelector('svg').viewBox.baseVal.width < 1400")
    by_wheel = width()
    page.keyboard.press("+")
    by_key = width()
    page.get_by_role("button", name="Larger").click()
    assert 1440 > by_wheel > by_key > width()
    page.keyboard.press("0")
    assert width() == 1440


def test_a_page_of_60_entities_is_at_most_300_kilobytes(tmp_path: Path) -> None:
    taken = replace(snapshot(large(60, 80)), statements=())
    said = [
        Stated(ClaimId(one.id), 1, "a quote of some length " * 8) for one in taken.subgraph.claims
    ]
    path = written(
        tmp_path, "html", replace(taken, statements=tuple(said)), FigureOptions(link=LINK)
    )
    assert path.stat().st_size <= 300_000


def test_a_fragment_is_one_section_whose_columns_appear_in_turn(
    opened: Opened, tmp_path: Path
) -> None:
    taken = snapshot()
    path = written(tmp_path, "reveal", taken, FigureOptions(link=LINK))
    (tmp_path / "deck.html").write_text(
        f"<!doctype html><meta charset=utf-8>{path.read_text('utf-8')}", "utf-8"
    )
    page = opened.open(tmp_path / "deck.html")
    assert page.locator("section").count() == 1
    assert page.locator("script").count() == 0
    steps = page.locator(".fragment")
    assert steps.evaluate_all("(all) => all.map((one) => one.dataset.fragmentIndex)") == list(
        "0123"
    )
    assert page.locator(".entity").count() == len(taken.subgraph.entities)
    assert page.locator(".claim").count() == len(taken.subgraph.claims)
    first = page.locator(".fragment").first
    assert "Akkermansia" in (first.text_content() or "")
