"""The pages beside Explore, in a browser: what they show is what the graph holds."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.ask.listing import listed_claims
from graph.ask.overview import overview
from graph.ask.reading import reading
from graph.engine import embedded
from graph.engine.bolt import BoltStore
from graph.engine.connect import open_store
from graph.model.narrowing import Narrowing
from tests.web.conftest import Dashboard
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS
from tests.web.test_explore import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_PAGE = "https://example.org/page"
_PATIENCE = 60_000


@pytest.fixture
def store(dashboard: Dashboard) -> Iterator[BoltStore]:
    with open_store(dashboard.settings, "reader") as opened:
        yield opened


@pytest.fixture
def visitor(browser: Browser, dashboard: Dashboard) -> Iterator[Visitor]:
    """A visitor who is let in, and who leaves with a clean console and without foreign requests."""
    expect.set_options(timeout=_PATIENCE)
    visitor = Visitor(browser)
    visitor.page.set_default_timeout(_PATIENCE)
    visitor.context.request.get(dashboard.link)
    yield visitor
    assert visitor.foreign() == []
    assert visitor.said == []
    visitor.context.close()


def go(visitor: Visitor, dashboard: Dashboard, path: str) -> Page:
    visitor.page.goto(dashboard.address + path)
    return visitor.page


def shot(page: Page, shots: Path, name: str) -> None:
    for width in (1440, 900):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(400)
        page.screenshot(path=shots / f"{name}-{width}.png")
    page.set_viewport_size({"width": 1440, "height": 900})


def at_rest(page: Page) -> None:
    """Wait until the page's script has run to its end: what it offers before may go."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def test_about_tells_the_graphs_numbers_and_a_login_that_works(
    visitor: Visitor, dashboard: Dashboard, store: BoltStore, shots: Path
) -> None:
    page = go(visitor, dashboard, "about")
    numbers = overview(store)
    tiles = page.locator(".tiles dd")
    expect(tiles).to_have_text(
        [
            f"{count:,}"
            for count in (
                numbers.entities,
                numbers.claims,
                numbers.evidence,
                numbers.publications,
                numbers.documents,
            )
        ]
    )
    expect(page.get_by_test_id("stCode").first).to_contain_text(numbers.data_version)
    page.get_by_text("Show the address").click()
    page.get_by_role("tab", name="Python driver").click()
    line = page.get_by_test_id("stCode").filter(has_text="GraphDatabase").locator("code")
    query = page.get_by_test_id("stCode").filter(has_text="MATCH").locator("code").inner_text()
    done = subprocess.run(
        ["sh", "-c", line.inner_text()],
        input=f"print(session.run({query!r}).data())\n",
        env=os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "multiple sclerosis" in done.stdout
    assert embedded.status(dashboard.settings).password not in page.content()
    shot(page, shots, "about")


def test_a_document_is_looked_at_then_added_then_explored_then_forgotten(
    visitor: Visitor, dashboard: Dashboard, store: BoltStore, shots: Path
) -> None:
    before = overview(store)
    page = go(visitor, dashboard, "sources")
    page.locator("input[type=file]").set_input_files(
        {
            "name": "a small note.md",
            "mimeType": "text/markdown",
            "buffer": b"# A small note\n\nRuminococcus was increased in multiple sclerosis.\n",
        }
    )
    preview = page.locator(".st-key-preview")
    expect(preview).to_contain_text("1 statement")
    expect(preview).to_contain_text("is increased in multiple sclerosis")
    assert overview(store) == before  # nothing is written yet
    shot(page, shots, "sources-preview")
    page.get_by_role("button", name="Add to the graph").click()
    expect(page.locator(".note.done")).to_contain_text("a small note.md is in the graph")
    assert overview(store).documents == before.documents + 1
    shot(page, shots, "sources")

    explore = page.locator(".note.done").get_by_role("link", name="Explore it")
    assert "MONDO%3A0005301" in (explore.get_attribute("href") or "")
    page.locator(".note.done").get_by_role("link", name="Read it").click()
    page.locator('aside li[data-number="1"] a').click()
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    expect(page.locator(".panel h1")).to_contain_text("is increased in multiple sclerosis")

    go(visitor, dashboard, "sources")
    card = page.locator("[class*='st-key-document-']").filter(has_text="A small note")
    card.get_by_role("button", name="Forget…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 claim that nothing else speaks of")
    shot(page, shots, "sources-forget")
    dialog.get_by_role("button", name="Forget it").click()
    expect(page.locator(".note.done")).to_contain_text("is forgotten: 1 statement, 1 claim")
    assert overview(store) == before
    expect(page.get_by_text("A small note", exact=True)).to_have_count(0)


def test_a_file_that_no_loader_reads_is_refused_in_words(
    visitor: Visitor, dashboard: Dashboard, store: BoltStore
) -> None:
    before = overview(store)
    page = go(visitor, dashboard, "sources")
    strange = {"name": "x.bin", "mimeType": "application/octet-stream", "buffer": b"\x00\x01"}
    page.locator("input[type=file]").set_input_files(strange)  # type: ignore[arg-type]
    expect(page.locator(".trouble")).to_contain_text("No loader reads this kind of file")
    expect(page.get_by_role("button", name="Add to the graph")).to_have_count(0)
    assert overview(store) == before


def test_the_marks_of_the_reading_view_are_the_graphs_offsets(
    visitor: Visitor, dashboard: Dashboard, store: BoltStore, shots: Path
) -> None:
    read = reading(store, _PAGE)
    text = read.document.text or ""
    start = read.statements[3].start or 0
    page = go(
        visitor, dashboard, f"reading?document={quote(_PAGE, safe='')}&at={start}-{start + 5}"
    )
    page.locator(".reading[data-drawn]").wait_for()
    covered: dict[int, list[tuple[int, int]]] = {}
    for span in page.locator(".text [data-start]").all():
        begin, end = (int(span.get_attribute(f"data-{name}") or 0) for name in ("start", "end"))
        assert span.text_content() == text[begin:end]
        for number in (span.get_attribute("data-statements") or "").split():
            covered.setdefault(int(number), []).append((begin, end))
    assert covered
    for index, one in enumerate(read.statements):
        spans = sorted(covered[index])
        assert (spans[0][0], spans[-1][1]) == (one.start, one.end)
        assert "".join(text[begin:end] for begin, end in spans) == one.quote
    expect(page.locator(".here").first).to_be_in_viewport()
    expect(page.locator(".text .said.contested").first).to_contain_text("Coprococcus")
    shot(page, shots, "reading")


def test_the_claims_narrow_sort_and_come_as_files_with_the_graphs_numbers(
    visitor: Visitor, dashboard: Dashboard, store: BoltStore, shots: Path
) -> None:
    page = go(visitor, dashboard, "claims")
    rows = page.locator("tbody tr")
    expect(rows.first).to_have_attribute("data-claim", f"{COPROCOCCUS}~DECREASED_IN~{MS}")
    shot(page, shots, "claims")
    page.get_by_label("Relation").select_option("INCREASED_IN")
    expect(rows).to_have_count(3)
    page.get_by_role("button", name="Papers").click()
    expect(rows.first).to_have_attribute("data-claim", f"{AKKERMANSIA}~INCREASED_IN~{MS}")
    assert "predicate=INCREASED_IN" in page.url
    assert "sort=papers" in page.url

    asked = Narrowing(predicates=("INCREASED_IN",))
    expected = listed_claims(store, asked).rows
    at_rest(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Download as CSV").click()
    table = list(csv.DictReader(got.value.path().read_text("utf-8-sig").splitlines()))
    assert [row["claim"] for row in table] == [one.claim.id for one in expected]
    assert [int(row["papers"]) for row in table] == [one.claim.counts.papers for one in expected]
    assert got.value.suggested_filename.endswith(".csv")
    at_rest(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Download as JSON").click()
    answer = json.loads(got.value.path().read_text("utf-8"))
    assert answer["data_version"] == overview(store).data_version
    assert [one["claim"] for one in answer["claims"]] == [one.claim.id for one in expected]

    rows.first.get_by_role("link").click()
    visitor.wait_for_focus(f"{AKKERMANSIA}~INCREASED_IN~{MS}")


def test_a_path_is_found_by_name_shared_by_its_address_and_put_on_the_canvas(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = go(visitor, dashboard, "paths")
    page.get_by_role("combobox", name="From").fill("dysbiosis")
    page.locator(".hits:visible li[data-id]").first.click()
    page.get_by_role("combobox", name="To").fill("multiple scl")
    page.locator(".hits:visible li[data-id]").first.click()
    page.get_by_role("button", name="Find paths").click()
    first = page.locator(".path").first
    expect(first).to_have_attribute("data-ids", f"MESH:D064806 {LEAKY} {MS}")
    expect(first).to_contain_text("Weakest link")
    first.get_by_text("2 steps with their evidence").click()
    expect(first.locator("mark").first).to_have_text("appears to")
    assert (
        urlsplit(page.url).query == f"from={quote('MESH:D064806', safe='')}&to={quote(MS, safe='')}"
    )
    shot(page, shots, "paths")
    page.reload()
    first.get_by_role("link", name="On the canvas").click()
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    assert "ids=" in page.url


def test_a_shared_dashboard_shows_no_login_and_changes_nothing(
    visitor: Visitor, public_dashboard: Dashboard
) -> None:
    visitor.context.request.get(public_dashboard.link)
    page = go(visitor, public_dashboard, "sources")
    expect(page.locator(".note")).to_contain_text("only reads")
    assert page.locator("input[type=file]").count() == 0
    assert page.get_by_role("button", name="Forget…").count() == 0
    go(visitor, public_dashboard, "about")
    expect(page.get_by_text("given by whoever keeps it")).to_be_visible()
    assert "bolt://" not in page.content()
