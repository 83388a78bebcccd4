"""Saved queries in a browser, and over HTTP: chosen, filled in, asked, shared, downloaded."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.web.conftest import Dashboard
from tests.web.sample import MS
from tests.web.test_explore import Visitor, visitor
from tests.web.test_pages import at_rest

__all__ = ["visitor"]


def answered(page: Page, name: str) -> None:
    frame = page.locator(f".saved[data-drawn^='[\"{name}\"']")
    frame.wait_for(state="attached", timeout=60_000)


def test_a_question_is_chosen_filled_in_and_asked_without_cypher(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = visitor.page
    page.goto(dashboard.link.replace("/?", "/query?"))
    page.get_by_role("link", name="Taxa that change in a disease").click(timeout=60_000)
    answered(page, "taxa_in_disease")
    expect(page.get_by_role("status")).to_contain_text("rows")
    page.locator("select[name=change]").select_option("decreased")
    page.get_by_role("combobox", name="disease").fill("multple sclerosis")
    expect(page.get_by_role("button", name="Run")).to_have_count(1, timeout=30_000)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("cell", name="Akkermansia")).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("cell", name="Roseburia")).to_be_visible()
    assert urlsplit(page.url).query == "saved=taxa_in_disease&change=decreased"
    page.screenshot(path=shots / "saved.png")
    at_rest(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("subject_id,taxon,change,")
    page.get_by_role("link", name="Roseburia").click()
    page.wait_for_selector(".explore[data-drawn]", state="attached", timeout=60_000)
    assert visitor.foreign() == []


def test_a_link_asks_again_and_text_of_documents_stays_text(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = visitor.page
    page.goto(dashboard.link.replace("/?", "/query?") + "&saved=interested_sources")
    answered(page, "interested_sources")
    expect(page.get_by_role("cell", name="<b>leaky gut</b>").first).to_be_visible()
    page.goto(f"{dashboard.address}query?saved=risks&direction=sideways&disease=zzzz")
    expect(page.get_by_role("alert")).to_contain_text("none of either, higher, lower")


def test_programs_get_json_and_problem_documents(dashboard: Dashboard, visitor: Visitor) -> None:
    api = visitor.context.request
    api.get(dashboard.link)
    found = api.get(f"{dashboard.address}api/saved/markers?disease=MS&limit=3")
    said = found.json()
    assert found.status == 200
    assert said["parameters"][0]["value"] == MS
    assert "was taken as multiple sclerosis" in said["parameters"][0]["taken"]
    assert len(api.get(f"{dashboard.address}api/saved").json()["queries"]) >= 15
    for path, status, text in (
        ("nosuch", 404, "There is no saved query 'nosuch'"),
        ("markers?limit=0", 400, "limit: '0' is no whole number from 1 to 1000"),
        ("markers?limit=1&limit=2", 400, "a parameter is given twice"),
        ("markers?colour=red", 400, "colour is no parameter of markers"),
    ):
        wrong = api.get(f"{dashboard.address}api/saved/{path}")
        assert wrong.status == status
        assert wrong.headers["content-type"] == "application/problem+json"
        assert wrong.json()["detail"].startswith(text)
