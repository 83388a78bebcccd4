"""Taxa fold by family on the canvas and in the table, counts follow, and they open again."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.ask.overview import overview
from graph.engine.connect import open_store
from graph.model import known
from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record
from graph.settings import Settings
from graph.write.writer import write_records
from loaders.run import load_input
from tests.engines import Logins, emptied
from tests.web.conftest import Dashboard, running
from tests.web.test_explore import Visitor
from web.picture import figure, picture
from web.view import View

pytestmark = [pytest.mark.browser, pytest.mark.engine]

EXAMPLE = Path(__file__).parents[2] / "examples" / "gut-taxa-in-multiple-sclerosis.tsv"
MS, BLAUTIA, DOREA = "MONDO:0005301", "NCBITaxon:572511", "NCBITaxon:189330"
PARENT = "X:demyelinating"
LACHNOSPIRACEAE, PREVOTELLA = "NCBITaxon:186803", "NCBITaxon:838"
IDS = (MS, BLAUTIA, DOREA, LACHNOSPIRACEAE, PREVOTELLA)
UP = f"{LACHNOSPIRACEAE}~INCREASED_IN~{MS}"


@pytest.fixture(scope="module")
def settings(
    embedded: Settings, engine_logins: Logins, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """Settings of a graph that holds the table of taxa that comes with the product."""
    store = emptied(engine_logins[0])
    rejects = tmp_path_factory.mktemp("rejects") / "rejects.jsonl"
    assert not load_input(store, EXAMPLE, 1000, rejects_file=rejects).error
    assert overview(store).evidence == 49
    write_records(store, kinds(), 1000)
    return embedded


def kinds() -> Iterator[Record]:
    """A document that says what the disease is a kind of."""
    text = "It is a demyelinating disease."
    document = DocumentId("https://example.org/kinds")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    yield Document(document, sha256, "text", "Kinds", text=text)
    yield Definition(known.entities()[EntityId(MS)], document)
    yield Definition(Entity(EntityId(PARENT), "demyelinating disease", "Disease"), document)
    claim = Claim.of(MS, "SUBCLASS_OF", PARENT)
    ends = (claim.subject, claim.object)
    yield Evidence(
        claim, document, *ends, "supports", "asserted", quote=text, start=0, end=len(text)
    )


@pytest.fixture(scope="module")
def taxa(settings: Settings) -> Iterator[Dashboard]:
    with running(settings) as there:
        yield there


def listed(page: Page) -> dict[str, list[str]]:
    """What the list twin says of each claim: certainty, agreement, papers, statements."""
    rows = page.locator(".list table", has_text="Claims (").locator("tbody tr").all()
    cells = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]
    return {row[0]: row[1:] for row in cells}


def test_taxa_fold_by_family_and_open_again_and_an_address_tells_of_it(
    browser: Browser, taxa: Dashboard, shots: Path
) -> None:
    visitor, other = Visitor(browser), Visitor(browser)
    visitor.open(taxa, f"&ids={','.join(IDS)}")
    page, stated = visitor.page, visitor.drawn
    page.get_by_label("Taxa by").select_option("family")
    visitor.wait_for_change(stated)
    folded = visitor.drawn
    page.screenshot(path=shots / "folded.png")
    page.get_by_role("button", name="Show as list").click()
    claims = listed(page)
    assert claims["Lachnospiraceae is increased in multiple sclerosis"][2:] == ["1", "3"]
    assert claims["Prevotellaceae is decreased in multiple sclerosis"][2:] == ["1", "1"]
    assert len(claims) == 3
    other.open(taxa, "&" + visitor.query)
    assert other.drawn == folded

    page.locator(".list").get_by_role("button", name="Lachnospiraceae", exact=True).click()
    visitor.wait_for_focus(LACHNOSPIRACEAE)
    panel = page.locator(".panel")
    expect(panel).to_contain_text("Inside (3)")
    panel.locator(".known button", has_text="Lachnospiraceae is increased").first.click()
    visitor.wait_for_focus(UP)
    expect(panel).to_contain_text("Made of 3 claims")
    expect(panel).to_contain_text("choose one of these claims to explode it")
    expect(panel.locator(".statement")).to_have_count(4)  # one for the opposite
    panel.get_by_role("button", name="Lachnospiraceae", exact=True).click()
    visitor.wait_for_focus(LACHNOSPIRACEAE)
    panel.get_by_role("button", name="Open", exact=True).click()
    claim = page.locator(".list").get_by_role("button", name="Blautia is increased in multiple")
    expect(claim).to_have_count(1, timeout=30_000)
    assert "Prevotellaceae is decreased in multiple sclerosis" in listed(page)
    page.get_by_label("Taxa by").select_option("")
    own = page.locator(".list").get_by_role("button", name="Prevotella is decreased in multiple")
    expect(own).to_have_count(1, timeout=30_000)
    page.get_by_role("button", name="Undo").click()
    expect(own).to_have_count(0, timeout=30_000)
    expect(claim).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(claim).to_have_count(0, timeout=30_000)
    assert len(listed(page)) == 3
    assert not [line for line in visitor.said if "rror" in line and "404" not in line]
    visitor.context.close()
    other.context.close()


def test_a_disease_folds_into_its_parent_and_one_taxon_into_its_own_and_both_open_again(
    browser: Browser, taxa: Dashboard
) -> None:
    visitor = Visitor(browser)
    visitor.open(taxa, f"&ids={','.join((*IDS, PARENT))}&focus={BLAUTIA}")
    page, stated = visitor.page, visitor.drawn
    page.get_by_label("Diseases by parent").check()
    visitor.wait_for_change(stated)
    page.get_by_role("button", name="Show as list").click()
    assert "Blautia is increased in demyelinating disease" in listed(page)
    assert not [one for one in listed(page) if "multiple sclerosis" in one]
    page.get_by_role("button", name="Show as picture").click()
    page.get_by_label("Diseases by parent").uncheck()
    page.locator(f'.explore[data-drawn="{stated}"]').wait_for(state="attached", timeout=30_000)

    panel = page.locator(".panel")
    panel.get_by_text("Fold into parent…").click()
    panel.get_by_role("button", name="Lachnospiraceae", exact=True).click()
    visitor.wait_for_focus(LACHNOSPIRACEAE)
    expect(panel).to_contain_text("Inside (3)")
    folded = visitor.drawn
    panel.get_by_role("button", name="Open", exact=True).click()
    visitor.wait_for_change(folded)
    page.get_by_role("button", name="Show as list").click()
    assert "Blautia is increased in multiple sclerosis" in listed(page)
    visitor.context.close()


def test_the_table_of_claims_follows_and_leads_to_the_canvas(
    browser: Browser, taxa: Dashboard
) -> None:
    visitor = Visitor(browser)
    visitor.open(taxa)
    page = visitor.page
    page.goto(f"{taxa.address}claims")
    page.locator(".claims[data-drawn]").wait_for(state="attached", timeout=30_000)
    page.get_by_label("Roll up").select_option("family")
    row = page.locator(f'tr[data-claim="{UP}"]')
    expect(row).to_contain_text("made of 3 claims", timeout=30_000)
    assert [cell.inner_text() for cell in row.locator("td.number").all()] == ["3", "0", "1"]
    row.get_by_role("link").click()
    visitor.wait_for_focus(UP)
    expect(page.locator(".panel")).to_contain_text("Made of 3 claims")
    visitor.context.close()


def test_a_figure_of_a_fold_names_the_sources_of_what_is_inside(settings: Settings) -> None:
    view = View(steps=(IDS,), folded=("rank:family",))
    with open_store(settings, "reader") as store:
        frozen = figure(store, view, "Folded")
    assert len([one for one in frozen.statements if one.claim == UP]) == 1
    assert frozen.sources_of(UP) == (2,)
    assert json.loads(frozen.to_json())["title"] == "Folded"


def test_members_stand_where_they_stood_and_the_fold_among_them(settings: Settings) -> None:
    view = View(steps=(IDS,))
    with open_store(settings, "reader") as store:
        before = picture(store, view).snapshot.positions
        folded = picture(store, View(steps=(IDS,), folded=(LACHNOSPIRACEAE,))).snapshot.positions
        put = picture(
            store, View(steps=(IDS,), folded=(LACHNOSPIRACEAE,)).move(LACHNOSPIRACEAE, 99, 77)
        ).snapshot.positions
    inside = {BLAUTIA, DOREA, LACHNOSPIRACEAE}
    heights = [at[1] for id_, at in before.items() if id_ in inside]
    fold = {str(id_): at for id_, at in folded.items()}[LACHNOSPIRACEAE]
    assert min(heights) <= fold[1] <= max(heights)
    assert {id_: at for id_, at in folded.items() if id_ not in inside} == {
        id_: at for id_, at in before.items() if id_ not in inside
    }
    assert {str(id_): at for id_, at in put.items()}[LACHNOSPIRACEAE][1] == 77
