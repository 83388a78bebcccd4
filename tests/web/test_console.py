"""The console in a browser: written, completed, run, called off, shared, drawn, downloaded."""

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.conftest import Dashboard
from tests.web.console_page import ask, came, write
from tests.web.sample import HOSTILE, LEAKY, MS
from tests.web.test_explore import Visitor
from tests.web.test_pages import at_rest, shot, visitor
from web.console.monaco import monaco_files

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine]

_LONG = "MATCH p = (a)-[*1..12]-(b) RETURN count(p) AS ways"
_AROUND = f"MATCH (a:Entity {{id: '{LEAKY}'}})-[r]-(b:Entity {{id: '{MS}'}}) RETURN a, r, b"


def console(visitor: Visitor, dashboard: Dashboard, query: str = "") -> Page:
    page = visitor.page
    page.goto(f"{dashboard.address}query{query}")
    expect(page.locator("[data-editor]")).to_have_attribute("data-editor", "monaco")
    return page


def cells(page: Page) -> list[str]:
    """The cells of the first row, as a screen reader hears them."""
    row = page.locator("[data-testid=stDataFrame] canvas tbody tr").first
    row.wait_for(state="attached")
    return row.locator("td").all_inner_texts()


def offered(page: Page) -> list[str]:
    page.locator(".suggest-widget.visible .monaco-list-row").first.wait_for()
    rows = page.locator(".suggest-widget.visible .monaco-list-row .label-name")
    return rows.all_inner_texts()


def test_a_query_is_completed_from_this_graph_and_run_from_the_keyboard(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = console(visitor, dashboard)
    write(page, "")
    page.keyboard.type("MATCH (t:Ta")
    assert offered(page)[0] == "Taxon"
    page.keyboard.press("Enter")
    page.keyboard.type(")-[r:INC", delay=10)
    assert offered(page)[0] == "INCREASED_IN"
    page.keyboard.press("Enter")
    page.keyboard.type("]->(d) RETURN r.pap", delay=10)
    assert offered(page)[:1] == ["papers"]
    page.screenshot(path=shots / "console-completion.png")
    page.keyboard.press("Enter")
    page.keyboard.type(" AS papers, t.name AS taxon ORDER BY papers DESC")
    page.keyboard.press("Control+Enter")
    came(page, 1)
    expect(page.locator(".came .count")).to_have_text(re.compile(r"^3 rows in \d+\.\d+ s$"))
    assert cells(page) == ["2", "Akkermansia"]
    (asked,) = parse_qs(urlsplit(visitor.page.url).query)["cypher"]
    assert asked.startswith("MATCH (t:Taxon)-[r:INCREASED_IN]->(d) RETURN r.papers AS papers")


def test_a_long_query_counts_its_seconds_and_is_called_off(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = console(visitor, dashboard)
    ask(page, _LONG)
    expect(page.locator(".said-here")).to_contain_text(re.compile(r"Running · [1-9]\.\d s"))
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".said-here")).to_have_text("Cancelled")
    ask(page, "RETURN 'next' AS word")
    came(page, 1)  # what was called off has left no answer
    assert cells(page) == ["next"]


def test_leaving_the_page_calls_the_query_off(visitor: Visitor, dashboard: Dashboard) -> None:
    page = console(visitor, dashboard)
    ask(page, _LONG)
    expect(page.locator(".said-here")).to_contain_text("Running ·")
    with page.expect_event("requestfailed") as gone:
        page.get_by_role("link", name="About", exact=True).click()
    assert gone.value.url.endswith("/api/console/run")
    page.locator(".tiles").first.wait_for()


def test_parameters_are_fields_and_their_values_go_with_the_link(
    visitor: Visitor, browser: Browser, dashboard: Dashboard, shots: Path
) -> None:
    page = console(visitor, dashboard)
    text = "RETURN $n + 1 AS n, $text AS text, '$no' AS no // $none"
    ask(page, text)
    expect(page.locator(".came .trouble")).to_contain_text("$n has no value; type one")
    expect(page.locator(".values label")).to_have_text(["$n", "$text"])
    page.get_by_label("$n").fill("41")
    page.get_by_label("$text").fill('"5"')
    page.get_by_label("$text").press("Enter")
    came(page, 2)
    assert cells(page) == ["42", "5", "$no"]
    page.screenshot(path=shots / "console-values.png")

    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".said-here")).to_have_text("Link copied")
    write(page, "RETURN 1 // " + "x" * 2000)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".said-here")).to_contain_text("Too long for an address")
    second = Visitor(browser)
    second.context.request.get(dashboard.link)
    other = console(second, dashboard, "?" + urlsplit(page.url).query)
    assert other.locator(".came").inner_text() == ""  # a link runs nothing by itself
    expect(other.get_by_label("$n")).to_have_value("41")
    other.get_by_role("button", name="Run", exact=True).click()
    came(other, 1)
    assert cells(other) == ["42", "5", "$no"]
    assert second.said == []
    second.context.close()


def test_the_claims_of_an_answer_are_drawn_and_taken_to_the_canvas(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = visitor.page
    page.goto(f"{dashboard.address}?ids=HP:0007305")
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    page.get_by_role("link", name="Query", exact=True).click()
    ask(page, "MATCH (e:Evidence)-[r:SUBJECT]->(b) RETURN e, r, b ORDER BY e.id LIMIT 1")
    came(page, 1)
    expect(page.get_by_text("Not drawn: 1 relation that is no claim (SUBJECT).")).to_be_visible()
    expect(page.get_by_text("in the table alone: Evidence 1.")).to_be_visible()
    ask(page, _AROUND)
    came(page, 2)
    expect(page.get_by_role("tab", name="Graph: 2 entities, 1 claim")).to_be_visible()
    drawn = page.locator("figure.drawn svg")
    expect(drawn.locator("[data-entity]")).to_have_count(2)
    expect(page.locator(".found")).to_contain_text("Leaky gut contributes to multiple sclerosis")
    shot(page, shots, "console-graph")
    at_rest(page)
    page.get_by_role("button", name="Add to the canvas").click()
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    expect(page).to_have_url(re.compile("ids="))
    assert set(parse_qs(urlsplit(page.url).query)["ids"][0].replace(";", ",").split(",")) == {
        "HP:0007305",
        LEAKY,
        MS,
    }
    page.go_back()
    came(page, 2)  # the answer is there, and was not asked for anew
    at_rest(page)
    page.get_by_role("button", name="Open in Explore").click()
    page.wait_for_selector(".explore[data-drawn]", state="attached")
    expect(page).to_have_url(re.compile(r"\?ids=[^&]*leaky-gut"))
    assert "HP" not in page.url


def test_history_brings_back_what_was_asked_and_the_address_goes_back(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = console(visitor, dashboard)
    ask(page, "RETURN 1 AS first")
    came(page, 1)
    ask(page, "RETURN 2 AS second")
    came(page, 2)
    lines = page.locator(".monaco .view-lines")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    expect(lines).to_contain_text("first")
    page.keyboard.press("Alt+ArrowDown")
    expect(lines).to_contain_text("second")
    page.go_back()
    came(page, 1)
    expect(lines).to_contain_text("first")
    page.get_by_role("button", name="History").click()
    entries = page.locator(".past .entry code")
    expect(entries).to_have_text(["RETURN 2 AS second", "RETURN 1 AS first"])
    page.screenshot(path=shots / "console-history.png")
    entries.first.click()
    expect(lines).to_contain_text("second")
    page.get_by_role("button", name="History").click()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".past")).to_have_text("No query was asked here yet.")


def test_a_refused_query_gives_one_that_would_pass_and_a_plan_is_a_tree(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = console(visitor, dashboard)
    ask(page, "CREATE (n:Entity {id: 'X:1'}) RETURN n")
    expect(page.locator(".came .trouble")).to_contain_text("Refused: CREATE")
    page.get_by_role("button", name="Run this instead").click()
    came(page, 2)
    expect(page.locator(".came .count")).to_contain_text("rows in")
    page.get_by_role("button", name="Explain").click()
    expect(page.locator(".plan .plan .did").first).to_be_visible()
    page.screenshot(path=shots / "console-plan.png")


def test_the_card_counts_what_is_there_and_its_examples_run_on_a_click(
    visitor: Visitor, dashboard: Dashboard, shots: Path
) -> None:
    page = console(visitor, dashboard)
    page.get_by_role("tab", name="Labels & relations").click()
    evidence = page.locator(".words li").filter(has=page.get_by_text("Evidence", exact=True))
    expect(evidence.locator(".number")).to_have_text("20")
    page.screenshot(path=shots / "console-card.png")
    write(page, "MATCH (n")
    page.get_by_role("button", name="Phenotype", exact=True).click()
    expect(page.locator(".monaco .view-lines")).to_contain_text("(n:Phenotype")
    page.get_by_role("tab", name="Examples").click()
    page.get_by_role("button", name="What sources disagree on").click()
    came(page, 1)
    expect(page.locator("figure.drawn svg [data-entity]")).to_have_count(2)


def test_text_of_documents_stays_text_and_comes_as_files(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    page = console(visitor, dashboard)
    ask(page, f"MATCH (n:Entity {{id: '{HOSTILE.id}'}}) RETURN n.name AS name, n, '=1+1' AS f")
    came(page, 1)
    assert cells(page)[0] == HOSTILE.name
    page.get_by_role("tab", name="Graph").click()
    expect(page.locator(".found bdi").first).to_have_text(HOSTILE.name)
    assert page.title() != "taken"
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    assert re.fullmatch(r"gutgraph-query-[\d-]+\.csv", got.value.suggested_filename)
    head, row = Path(got.value.path()).read_text("utf-8-sig").splitlines()
    assert head == "name,n,f"
    assert row.endswith(",'=1+1")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied: str = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.splitlines()[1].split("\t")[0] == HOSTILE.name


def test_without_its_editor_the_console_has_a_plain_field(
    visitor: Visitor, dashboard: Dashboard
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=200, content_type="text/javascript", body="")

    page = visitor.page
    page.route("**/vendor/monaco/**/*.js", refuse)
    page.goto(f"{dashboard.address}query?cypher={quote('RETURN 1 AS one')}")
    expect(page.locator("[data-editor=plain] textarea")).to_have_value("RETURN 1 AS one")
    ask(page, "RETURN 7 AS seven")
    came(page, 1)
    assert cells(page) == ["7"]


def test_only_the_editors_own_files_are_served(dashboard: Dashboard, visitor: Visitor) -> None:
    api = visitor.context.request
    served = monaco_files()
    for address in served.values():
        answer = api.get(dashboard.address + address[1:])
        assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
        assert answer.headers["content-type"].split(";")[0] in {"text/javascript", "text/css"}
    base = dashboard.address + served["api"].rpartition("/")[0][1:]
    for path in ("loader.js", "../rocher.py", "..%2frocher.py", "%2e%2e/%2e%2e/version.py", ""):
        found = api.get(f"{base}/{path}")
        assert "def " not in found.text()
        assert not found.headers.get("content-type", "").startswith("text/javascript")


def test_the_route_says_what_is_wrong_with_a_request(
    dashboard: Dashboard, visitor: Visitor
) -> None:
    run: dict[str, object] = {"console": "nobody", "kind": "run", "text": "RETURN 1"}
    for body, status, words in (
        (run, 404, "its tab was closed"),
        ({**run, "kind": "erase"}, 400, "A query is asked with"),
        ({**run, "values": {"a": 1}}, 400, "A query is asked with"),
        ({**run, "text": "x" * 300_000}, 413, "longer than 256,000 bytes"),
    ):
        answer = visitor.context.request.post(
            f"{dashboard.address}api/console/run",
            data=body,
            headers={"origin": dashboard.address.rstrip("/")},
        )
        assert answer.status == status
        assert words in answer.json()["detail"]
    gone = visitor.context.request.get(f"{dashboard.address}api/console/answers/nobody/1.csv")
    assert gone.status == 404
