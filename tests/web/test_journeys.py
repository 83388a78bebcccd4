"""What a researcher does across pages: human studies alone, a verdict that counts everywhere."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from graph.engine.connect import open_store
from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.publication import Citation, Publication
from graph.model.record import Record
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.web.conftest import Dashboard
from tests.web.console_page import ask
from tests.web.sample import MS
from tests.web.test_explore import Visitor, search_for
from tests.web.test_pages import go, visitor

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine]

STUDIES = DocumentId("https://example.org/studies")
ACID = Entity(EntityId("X:acid"), "lab acid", "Chemical")
GERM = Entity(EntityId("X:germ"), "lab germ", "Taxon")
ILL = Entity(EntityId("X:ill"), "lab illness", "Disease")
# Who is said to do what to the illness, in which host, by which paper.
SAID = (
    (GERM, "CAUSES", "human", 1),
    (GERM, "CAUSES", "human", 2),
    (GERM, "CAUSES", "mouse", 3),
    (ACID, "PREVENTS", "mouse", 3),
)
CAUSES = Claim.of(GERM.id, "CAUSES", ILL.id)
VIEW = urlencode({"ids": f"{GERM.id},{ACID.id},{ILL.id}", "focus": CAUSES.id})


def studies() -> Iterator[Record]:
    """A document of four statements, each with its host and its own words."""
    words = [f"In {host} {number}, {one.name} did it." for one, _, host, number in SAID]
    text = "\n".join(words)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    yield Document(STUDIES, sha256, "text", "Made-up studies", text=text)
    yield from (Definition(one, STUDIES) for one in (ACID, GERM, ILL))
    papers = {n: Publication(pmid=f"9100000{n}", year=2000 + n, kind="primary") for n in (1, 2, 3)}
    yield from (Citation(STUDIES, paper, number) for number, paper in papers.items())
    for quote, (one, predicate, host, number) in zip(words, SAID, strict=True):
        claim = Claim.of(one.id, predicate, ILL.id)
        start = text.index(quote)
        yield Evidence(
            claim,
            STUDIES,
            claim.subject,
            claim.object,
            "supports",
            "asserted",
            quote=quote,
            start=start,
            end=start + len(quote),
            cited=(papers[number].id,),
            context=Context(host=host),
        )


@pytest.fixture(scope="module")
def studied(dashboard: Dashboard) -> Iterator[Dashboard]:
    """The dashboard over the sample and, for this file, the studies."""
    with open_store(dashboard.settings, "writer") as store:
        write_records(store, studies(), 1000)
        yield dashboard
        forget(store, STUDIES)


def explored(visitor: Visitor, there: Dashboard, query: str = VIEW) -> Page:
    page = go(visitor, there, f"?{query}")
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    return page


def box(page: Page, key: str) -> Locator:
    return page.get_by_role("region", name="Filters").locator(f'[data-key="{key}"]')


def figure(page: Page) -> Any:
    """The picture on screen as its JSON snapshot."""
    page.get_by_role("button", name="Snapshot").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON", exact=True).click()
    page.get_by_role("dialog", name="Snapshot").get_by_role("button", name="Close").click()
    return json.loads(download.value.path().read_bytes())


def test_a_synonym_leads_to_its_entity(visitor: Visitor, studied: Dashboard) -> None:
    page = explored(visitor, studied)
    search_for(visitor, "disseminated sclerosis")
    visitor.wait_for_focus(MS)
    expect(page.locator(".panel h1")).to_have_text("Multiple sclerosis")


def test_human_studies_alone_are_drawn_and_counted_and_a_second_browser_sees_the_same(
    visitor: Visitor, studied: Dashboard, browser: Browser
) -> None:
    page = explored(visitor, studied)
    whole = visitor.drawn
    page.locator("summary[data-key=host]").click()
    counts = {
        host: page.locator(f'label:has([data-key="host={host}"]) .count').inner_text()
        for host in ("human", "mouse")
    }
    assert counts == {"human": "1", "mouse": "2"}
    box(page, "host=human").check()
    visitor.wait_for_change(whole)
    expect(page.locator(".notice")).to_contain_text(re.compile(r"^2 of \d+ entities"))
    assert "host=human" in page.url
    page.get_by_role("button", name="Show as list").click()
    expect(page.locator(".list caption").first).to_have_text("Claims (1)")
    page.get_by_role("button", name="Show as picture").click()

    other = Visitor(browser)
    other.context.request.get(studied.link)
    explored(other, studied, urlsplit(page.url).query)
    assert other.drawn == visitor.drawn
    mine, theirs = figure(page), figure(other.page)
    assert mine["positions"].keys() == {GERM.id, ILL.id}
    assert mine["positions"] == theirs["positions"]
    assert mine["frame"] == theirs["frame"]
    other.context.close()

    box(page, "host=human").uncheck()
    page.locator(f'.explore[data-drawn="{whole}"]').wait_for(state="attached")


def test_a_rejected_statement_counts_less_on_every_page_until_the_verdict_is_withdrawn(
    visitor: Visitor, studied: Dashboard
) -> None:
    page = explored(visitor, studied)
    drawn = visitor.drawn
    expect(page.locator(".panel")).to_contain_text("3 papers for")
    statement = page.locator(".panel .statement").filter(has_text="In human 2")
    statement.get_by_role("button", name="Reject").click()
    statement.get_by_label("Your name").fill("Ada")
    statement.get_by_role("button", name="Save as rejected").click()
    visitor.wait_for_change(drawn)  # the line of the claim is drawn for fewer papers
    everywhere(visitor, studied, papers=2)

    explored(visitor, studied)
    before = visitor.drawn
    page.locator(".side-of.apart").get_by_role("button", name="Undo").click()
    visitor.wait_for_change(before)
    assert visitor.drawn == drawn
    everywhere(visitor, studied, papers=3)


def everywhere(visitor: Visitor, there: Dashboard, papers: int) -> None:
    """Read how many papers and statements the claim rests on, page by page."""
    page = visitor.page
    expect(page.locator(".panel")).to_contain_text(f"{papers} papers for")
    page.get_by_role("button", name="Show as list").click()
    row = page.locator(".list tr").filter(has_text="lab germ causes lab illness")
    expect(row.locator("td").nth(3)).to_have_text(str(papers))
    expect(row.locator("td").nth(4)).to_have_text(str(papers))
    go(visitor, there, f"claims?{urlencode({'text': 'lab germ'})}")
    numbers = page.locator(f'tr[data-claim="{CAUSES.id}"] td.number')
    expect(numbers.first).to_have_text(str(papers))
    go(visitor, there, f"paths?{urlencode({'from': GERM.id, 'to': ILL.id})}")
    expect(page.locator(".path").first).to_contain_text(f"{papers} papers")
    go(visitor, there, "query")
    asked = "MATCH (:Entity {id: 'X:germ'})-[r:CAUSES]->() RETURN r.papers AS papers"
    ask(page, asked)
    cell = page.locator("[data-testid=stDataFrame] canvas td").first  # what a reader hears
    expect(cell).to_have_text(str(papers))
