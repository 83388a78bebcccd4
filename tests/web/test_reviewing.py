"""In a browser: both sides read, evidence rejected and taken back, a claim opened and folded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from graph.ask.evidence import of_claim
from graph.engine.connect import open_store
from graph.errors import GutgraphError
from graph.write.check import check
from graph.write.lease import hold
from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, HOSTILE, HOSTILE_QUOTE, MS
from tests.web.test_explore import Visitor
from web.reviewing import reviewed

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_CONTESTED = f"{COPROCOCCUS}~INCREASED_IN~{MS}"
_OPPOSITE = f"{COPROCOCCUS}~DECREASED_IN~{MS}"
_LOWER = "Coprococcus was lower in MS than in controls."
_NOTE = (
    "<img src=x onerror=document.title='taken'> [so](javascript:alert(1)) {{7*7}} \u202eback\u202c"
)
_NAME = "Ada <script>document.title='taken'</script>"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    visitor = Visitor(browser)
    yield visitor
    visitor.context.close()


def statement(page: Page, quote: str) -> Locator:
    return page.locator(".panel .statement").filter(has_text=quote)


def test_both_sides_of_a_contested_claim_are_read_with_their_places(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    visitor.open(dashboard, f"&ids={COPROCOCCUS},{MS}&focus={_CONTESTED}")
    page = visitor.page
    expect(page.locator(".side-of.supports")).to_contain_text("Coprococcus was more abundant in MS")
    expect(page.locator(".side-of.refutes")).to_contain_text(_LOWER)
    place = statement(page, _LOWER).get_by_role("link", name="Read in place")
    expect(place).to_have_attribute(
        "href", "./reading?document=https%3A%2F%2Fexample.org%2Fanswer&at=0-45"
    )
    with visitor.context.expect_page() as opened:
        place.click()
    expect(opened.value.locator("body")).to_contain_text(_LOWER, timeout=30_000)
    opened.value.close()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    statement(page, _LOWER).get_by_role("button", name="Copy with citation").click()
    expect(statement(page, _LOWER).get_by_role("button", name="Copied")).to_be_visible()
    pasted = page.evaluate("navigator.clipboard.readText()")
    assert pasted.startswith(f"“{_LOWER}” (Poe L, Invented stool study two, Made Up Med, 2019")
    page.get_by_role("button", name="Coprococcus is decreased in multiple sclerosis").click()
    visitor.wait_for_focus(_OPPOSITE)
    expect(page.locator(".panel h1")).to_have_text("Coprococcus is decreased in multiple sclerosis")


def test_rejecting_evidence_changes_panel_canvas_and_overview_and_undo_changes_them_back(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    visitor.open(dashboard, f"&ids={COPROCOCCUS},{MS}&focus={_CONTESTED}")
    page = visitor.page
    drawn, version = visitor.drawn, page.locator(".where").inner_text()
    expect(page.locator(".banner")).to_have_text("Contested: 1 statement for, 1 against")

    statement(page, _LOWER).get_by_role("button", name="Reject").click()
    statement(page, _LOWER).get_by_label("Note").fill(_NOTE)
    statement(page, _LOWER).get_by_label("Your name").fill(_NAME)
    statement(page, _LOWER).get_by_role("button", name="Save as rejected").click()
    visitor.wait_for_change(drawn)
    expect(page.locator(".banner")).to_have_count(0)
    rejected = page.locator(".side-of.apart .statement")
    expect(rejected.locator(".note")).to_have_text(_NOTE)
    expect(rejected.locator(".verdict")).to_contain_text(f"Rejected by {_NAME}, ")
    expect(rejected).to_contain_text("rejected, not counted")
    assert page.locator(".where").inner_text() != version
    page.screenshot(path=shots / "explore-rejected.png")
    page.get_by_role("button", name="Show as list").click()
    row = page.locator(".list tr").filter(has_text="Coprococcus is increased in")
    expect(row).to_contain_text("one-sided")
    with open_store(dashboard.settings, "reader") as store:
        assert check(store) == []

    drawn = visitor.drawn
    rejected.get_by_role("button", name="Undo").click()
    visitor.wait_for_change(drawn)
    expect(page.locator(".banner")).to_have_text("Contested: 1 statement for, 1 against")
    expect(row).to_contain_text("contested")
    expect(statement(page, _LOWER).locator(".earlier summary")).to_have_text("2 earlier")
    assert page.title() != "taken"
    assert visitor.said == []
    assert visitor.foreign() == []


def test_a_verdict_without_a_name_is_not_sent(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&ids={COPROCOCCUS},{MS}&focus={_CONTESTED}")
    one = statement(visitor.page, _LOWER)
    one.get_by_role("button", name="Accept").click()
    one.get_by_label("Your name").fill("   ")
    one.get_by_role("button", name="Save as accepted").click()
    expect(visitor.page.locator(".notice")).to_contain_text("reviewer is empty")
    expect(one.locator(".verdict")).to_have_count(0)


def test_a_claim_opens_into_its_evidence_and_folds_again(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    claim = f"{AKKERMANSIA}~INCREASED_IN~{MS}"
    visitor.open(dashboard, f"&ids={AKKERMANSIA},{MS}&focus={claim}")
    page = visitor.page
    drawn = visitor.drawn
    page.get_by_role("button", name="Explode").click()
    page.locator(f'.explore[data-exploded="{claim}"]').wait_for(state="attached", timeout=30_000)
    assert visitor.drawn == drawn  # boxes and lines keep their places
    expect(page.locator(".legend")).to_contain_text("statement for")
    page.screenshot(path=shots / "explore-exploded.png")
    point_at(page, "For: Akkermansia was again raised")
    page.mouse.down()
    page.mouse.up()
    expect(page.locator(".statement.chosen")).to_contain_text("Akkermansia was again raised")
    page.get_by_role("button", name="Show as list").click()
    rows = page.locator(".list table").filter(has_text="Evidence drawn (2)").locator("tbody tr")
    expect(rows).to_have_count(2)
    rows.first.get_by_role("button").click()
    expect(page.locator(".statement.chosen")).to_contain_text("more abundant in people with MS")
    assert "open=" in visitor.query

    page.get_by_role("button", name="Snapshot").click()
    said = page.get_by_role("dialog").get_by_text("An exploded claim is one line in the figure")
    expect(said).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Fold evidence").click()
    page.locator('.explore[data-exploded=""]').wait_for(state="attached", timeout=30_000)
    expect(page.locator(".list")).not_to_contain_text("Evidence drawn")
    assert "open=" not in visitor.query
    assert visitor.said == []


def point_at(page: Page, words: str) -> None:
    """Move over the canvas until its tip says so."""
    box = page.locator(".stage").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    away = [(x, y) for x in range(-300, 300, 10) for y in range(-150, 150, 8)]
    for x, y in sorted(away, key=lambda at: abs(at[0]) + 2 * abs(at[1])):
        page.mouse.move(middle[0] + x, middle[1] + y)
        tip = page.locator(".tip:not([hidden])")
        if tip.count() and words in tip.inner_text():
            return
    raise AssertionError(f"nothing on the canvas says {words!r}")


def test_a_hostile_quote_is_shown_as_text_in_panel_canvas_and_list(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    claim = f"{HOSTILE.id}~AFFECTS~{MS}"
    visitor.open(dashboard, f"&ids={HOSTILE.id},{MS}&focus={claim}&open={claim}")
    page = visitor.page
    expect(page.locator("blockquote")).to_have_text(HOSTILE_QUOTE)
    page.get_by_role("button", name="Show as list").click()
    expect(page.locator(".list")).to_contain_text("For: An <script>document.title='taken'</script>")
    assert page.title() != "taken"
    assert visitor.said == []
    assert visitor.foreign() == []


def test_only_contested_claims_of_an_entity(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&ids={MS}&focus={MS}")
    page = visitor.page
    first = page.locator(".known").first
    expect(first).to_contain_text("contested")
    page.get_by_role("button", name="Only contested (2)").click()
    expect(page.locator(".known:visible")).to_have_count(2)
    page.get_by_role("button", name="Only contested (2)").click()
    expect(page.locator(".known:visible").nth(3)).to_be_visible()


def test_a_verdict_during_a_load_is_refused_in_words_and_can_be_given_afterwards(
    dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.reviewing._PATIENCE", 0.3)
    settings = dashboard.settings
    with open_store(settings, "writer") as store:
        evidence = of_claim(store, f"{AKKERMANSIA}~INCREASED_IN~{MS}").statements[0].evidence.id
        act = {"kind": "review", "evidence": evidence, "verdict": "accepted", "reviewer": "Ada"}
        with (
            hold(store),
            pytest.raises(GutgraphError, match=r"A load is writing to this graph .* not stored"),
        ):
            reviewed(act, settings, own=True)
        reviewed(act, settings, own=True)
        reviewed(act | {"verdict": "withdrawn"}, settings, own=True)
        assert check(store) == []


def test_a_refused_verdict_keeps_its_note(visitor: Visitor, dashboard: Dashboard) -> None:
    visitor.open(dashboard, f"&ids={COPROCOCCUS},{MS}&focus={_CONTESTED}")
    page, one = visitor.page, statement(visitor.page, _LOWER)
    one.get_by_role("button", name="Reject").click()
    one.get_by_label("Note").fill(_NOTE)
    one.get_by_label("Your name").fill(_NAME)
    with open_store(dashboard.settings, "writer") as store, hold(store):
        one.get_by_role("button", name="Save as rejected").click()
        expect(page.locator(".notice.troubled")).to_contain_text("not stored", timeout=30_000)
    expect(one.get_by_label("Note")).to_have_value(_NOTE)
    expect(one.get_by_label("Your name")).to_have_value(_NAME)
    expect(one.get_by_role("button", name="Save as rejected")).to_be_enabled()


def test_a_shared_dashboard_offers_no_verdicts(
    visitor: Visitor, public_dashboard: Dashboard
) -> None:
    visitor.open(public_dashboard, f"&ids={COPROCOCCUS},{MS}&focus={_CONTESTED}")
    panel = visitor.page.locator(".panel")
    expect(panel.get_by_role("button", name="Copy with citation").first).to_be_visible()
    for name in ("Accept", "Reject", "Undo"):
        expect(panel.get_by_role("button", name=name)).to_have_count(0)
