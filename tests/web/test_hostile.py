"""Hostile text in every field of every record is text on every page: nothing runs or asks."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from archive import snapshots, stories
from archive.freeze import freeze
from graph.ask.evidence import of_claim
from graph.ask.neighbourhood import neighbourhood
from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.model.story import Step, Story
from graph.write.forget import forget
from graph.write.reviews import review
from graph.write.writer import write_records
from tests.web.conftest import Dashboard
from tests.web.console_page import ask
from tests.web.hostile import DOCUMENT, KIND, OPEN, TRAP, hostile_document, named, trap
from tests.web.sample import MS
from tests.web.test_explore import Visitor
from tests.web.test_pages import at_rest, go, visitor
from web.uploads import document_name, rejects_file

__all__ = ["visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.timeout(900)]

REVIEWER = trap("review-reviewer")[:190]
NOTE = trap("review-note")
# Kept in the graph and read with a query or in a file of a claim, not on a page.
NOT_SHOWN = {
    "evidence-row_key",
    "evidence-extractor",
    "evidence-rule",
}
# What is kept beside the graph, and where it is shown.
KEPT = {
    "snapshot-title",
    "snapshot-caption",
    "second-title",
    "gallery-name",
    "gallery-notes",
    "story-title",
    "first-caption",
    "last-caption",
}
# What any of the texts would have made, had it been read as markup.
MADE = "img[src='x'], img[src*='evil'], script[src*='evil'], svg[onload], [onerror]"
SHAPES = {
    "svg",
    "g",
    "defs",
    "style",
    "title",
    "desc",
    "rect",
    "path",
    "circle",
    "ellipse",
    "line",
    "polygon",
    "polyline",
    "text",
    "tspan",
    "a",
    "clipPath",
    "metadata",
    "snapshot",  # the record, as text
}
FILE = "<img src=x onerror=window.taken=1>.csv"
COLUMNS = (
    "subject",
    "subject_name",
    "subject_category",
    "predicate",
    "object",
    "pmid",
    "quote",
)
CALLED = document_name(FILE)
KEEP = "Keep it as it is"
LEADS = "a[href^='javascript'], a[href*='evil']"


@pytest.fixture(scope="module")
def trapped(dashboard: Dashboard) -> Iterator[Dashboard]:
    """The dashboard over the sample and, for this file, the hostile document, one verdict on it."""
    with open_store(dashboard.settings, "writer") as store:
        write_records(store, hostile_document(), 1000)
        evidence = of_claim(store, OPEN.id).statements[0].evidence.id
        review(store, evidence, "rejected", REVIEWER, NOTE)
        shown = keep_hostile(store)
        yield dashboard
        stories.delete(store, shown)
        for one in snapshots.listed(store).kept:
            if "trap-" in one.title:
                snapshots.delete(store, one.id)
        forget(store, DOCUMENT)
    shutil.rmtree(rejects_file(dashboard.settings, "").parent, ignore_errors=True)


def keep_hostile(store: Store) -> str:
    """Two snapshots of the trap, every text on and beside them one; a story; the story's id."""
    around = neighbourhood(store, [TRAP], 4)
    title, caption = trap("snapshot-title")[:200], trap("snapshot-caption")
    taken = freeze(store, around, title, caption=caption, focus=[TRAP])
    kept = snapshots.keep(store, taken, trap("gallery-name")[:200], trap("gallery-notes"))
    smaller = neighbourhood(store, [TRAP], 2)
    snapshots.keep(store, freeze(store, smaller, trap("second-title")[:200]))
    steps = [Step(trap("first-caption")[:300]), Step(trap("last-caption")[:300], focus=(TRAP,))]
    return stories.keep(store, Story.of(trap("story-title")[:200], kept.id, steps)).id


class Reader:
    """Reads what pages show, and looks on each that nothing of it was more than text."""

    def __init__(self, visitor: Visitor, there: Dashboard) -> None:
        self.page = visitor.page
        self.visitor = visitor
        self.there = there
        self.texts: list[str] = []

    def go(self, path: str) -> Page:
        return go(self.visitor, self.there, path)

    def look(self, root: str) -> str:
        """Read what stands in an element of the page now."""
        page = self.page
        page.locator(root).first.wait_for(state="attached")
        text = page.locator(root).first.text_content() or ""
        assert page.locator(MADE).count() == 0, page.url
        assert page.locator(LEADS).count() == 0, page.url
        assert page.evaluate("window.taken") is None, page.url
        asked = {urlsplit(one).path.rpartition("/")[2] for one in self.visitor.asked}
        assert not asked & {"x", "x.js", "x.png"}, page.url
        self.texts.append(text)
        return text

    @property
    def seen(self) -> set[str]:
        return named("\n".join(self.texts))


def test_hostile_text_is_text_on_every_page(
    visitor: Visitor, trapped: Dashboard, tmp_path: Path
) -> None:
    reader = Reader(visitor, trapped)
    for read in (explore, fold, claims, paths, query, reading, about, gallery, told, sources):
        read(reader)
    assert drawn_as_text(reader, tmp_path / "figure.svg")
    planted = named(repr(hostile_document())) | {"review-reviewer", "review-note"} | KEPT
    assert planted - reader.seen == NOT_SHOWN
    assert "{{7*7}} ${7*7} {% x %}" in reader.texts[0]


def explore(reader: Reader) -> None:
    """The panels of an entity and of a claim, the list, the hub, the claim opened on the canvas."""
    page = reader.go("?" + drawing(focus=TRAP))
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    reader.look(".explore")
    page.get_by_role("button", name="Show as list").click()
    page.locator(".list button", has_text="affects").first.click()
    reader.visitor.wait_for_focus(OPEN.id)
    page.get_by_role("button", name="Explode").click()
    page.locator(".list caption", has_text="Evidence drawn").wait_for()
    reader.look(".explore")
    page.locator(".list button[aria-label^='Grow trap-entity']").click()
    expect(page.locator("dialog.hub")).to_contain_text("not drawn yet")
    reader.look("dialog.hub")
    page.get_by_role("button", name="Cancel").last.click()


def drawn_as_text(reader: Reader, file: Path) -> bool:
    """The figure of the canvas: its names are words of an SVG that holds nothing but shapes."""
    page = reader.go("?" + drawing(focus=OPEN.id))
    page.locator(".explore[data-drawn]").wait_for(state="attached")
    page.get_by_role("button", name="Snapshot").click()
    page.get_by_label("Title").fill(trap("title")[:200])
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    download.value.save_as(file)
    assert shapes_alone(file.read_text("utf-8"))
    root = ElementTree.parse(file).getroot()  # noqa: S314 - ours
    return "<img src=x" in "".join(root.itertext())


def shapes_alone(drawn: str) -> bool:
    """Say whether an SVG holds nothing but shapes and words."""
    root = ElementTree.fromstring(drawn)  # noqa: S314 - ours
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= SHAPES
    attributes = {name.rpartition("}")[2] for one in root.iter() for name in one.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "src"}
    links = {value for one in root.iter() for name, value in one.attrib.items() if "href" in name}
    return all(link.startswith(("#", "https://", "data:font")) for link in links)


def fold(reader: Reader) -> None:
    """The panel of a fold, and what it stands for."""
    page = reader.go("?" + drawing(focus=KIND, folded=KIND))
    page.locator(".panel", has_text="Stands for").wait_for()
    reader.look(".explore")


def claims(reader: Reader) -> None:
    """The table of claims."""
    page = reader.go("claims?" + urlencode({"text": "trap-entity"}))
    page.locator("tbody tr[data-claim]").first.wait_for()
    reader.look(".claims")


def paths(reader: Reader) -> None:
    """A path, its steps opened into what is said."""
    page = reader.go("paths?" + urlencode({"from": TRAP, "to": MS}))
    page.locator(".path summary").first.click()
    page.locator(".path blockquote").first.wait_for()
    reader.look(".paths")


def query(reader: Reader) -> None:
    """A table of anything, and a refusal."""
    page = reader.go("query")
    ask(page, "MATCH (n:Entity) WHERE n.id STARTS WITH 'GUT:trap' RETURN n.name AS name, n")
    page.get_by_test_id("stDataFrame").wait_for()
    at_rest(page)
    reader.look(".stApp")
    ask(page, f"MATCH (n {{name: '{trap('asked')[:90]}'}}) DELETE n")
    page.locator(".trouble").filter(has_text="Refused").wait_for()
    reader.look(".stApp")


def gallery(reader: Reader) -> None:
    """The snapshots: their cards, two compared, the dialogs, one dropped as a file, its figure."""
    page = reader.go("snapshots")
    card = page.locator(".card", has_text="trap-gallery-name")
    card.wait_for()
    reader.look(".snapshots")
    for title in ("trap-gallery-name", "trap-second-title"):
        page.locator(".card", has_text=title).get_by_role("checkbox").check()
    page.locator(".comparing").get_by_role("button", name="Compare").click()
    page.locator(".compared", has_text="trap-").wait_for()
    reader.look(".compared")
    for name, close in (("Download", "Close"), ("Rename", KEEP), ("Delete", KEEP)):
        card.get_by_role("button", name=name, exact=True).click()
        dialog = page.get_by_role("dialog")
        reader.look(".snapshots dialog")
        dialog.get_by_role("button", name=close, exact=True).click()
    file = f"{reader.there.address}snapshots/{card.get_attribute('data-id')}"
    held = page.request.get(f"{file}.json").body()
    dropped = {"name": FILE.replace(".csv", ".json"), "mimeType": "", "buffer": held}
    page.locator("input[type=file]").set_input_files(dropped)  # type: ignore[arg-type]
    page.locator(".reopened", has_text="trap-snapshot-title").wait_for()
    reader.look(".stApp")
    framed = reader.go(f"snapshots/{card.get_attribute('data-id')}?embed=true")
    assert framed.get_by_role("img").get_attribute("alt", timeout=5_000)
    reader.look("body")
    drawn = page.request.get(f"{file}.svg").text()
    assert shapes_alone(drawn)
    reader.texts.append("".join(ElementTree.fromstring(drawn).itertext()))  # noqa: S314 - ours


def told(reader: Reader) -> None:
    """The stories: their list, the editor, a story as it is presented and as a file."""
    page = reader.go("stories")
    row = page.locator(".story", has_text="trap-story-title")
    row.wait_for()
    reader.look(".stories")
    address = str(row.locator("a.go").get_attribute("href"))[2:]
    row.get_by_role("button", name="Edit").click()
    page.locator(".editor[data-figure]").wait_for()
    reader.look(".stories")
    page.get_by_role("button", name="Preview").click()
    page.get_by_alt_text("Step 1 as it is shown").wait_for()
    reader.look(".stories")
    page.goto(f"{reader.there.address}{address}")
    page.locator("section[data-step]:not([hidden])", has_text="trap-first-caption").wait_for()
    page.keyboard.press("End")
    reader.look("body")


def sources(reader: Reader) -> None:
    """The documents; a file looked at, added with rows that are refused, and forgotten."""
    page = reader.go("sources")
    page.locator(".document").first.wait_for()
    reader.look(".stApp")
    upload = {"name": FILE, "mimeType": "text/csv", "buffer": table().encode()}
    page.locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]
    preview = page.locator(".st-key-preview")
    preview.get_by_text("1 row would not be loaded").click()
    expect(preview).to_contain_text("Trap-uploaded-name<img src=x")
    expect(preview).to_contain_text("trap-uploaded-subject<img src=x")
    reader.look(".stApp")
    page.get_by_role("button", name="Add to the graph").click()
    done = page.locator(".note.done")
    expect(done).to_contain_text(f"{CALLED} is in the graph")
    reader.look(".stApp")
    page = reader.go("sources")
    page.locator(".plain-table", has_text="trap-uploaded-subject").wait_for()
    card = page.locator("[class*='st-key-document-']").filter(has_text=CALLED)
    card.get_by_role("button", name="Forget…").click()
    expect(page.get_by_role("dialog")).to_contain_text("img src=x onerror=window.taken=1")
    reader.look(".stApp")
    page.get_by_role("dialog").get_by_role("button", name="Forget it").click()
    expect(done).to_contain_text(f"{CALLED} is forgotten")


def reading(reader: Reader) -> None:
    """The document itself, what it names and says marked."""
    page = reader.go(f"reading?document={quote(DOCUMENT, safe='')}")
    page.locator(".reading .text .entity").first.wait_for()
    reader.look(".reading")


def about(reader: Reader) -> None:
    """Where the graph comes from."""
    page = reader.go("about")
    page.locator(".plain-table").first.wait_for()
    at_rest(page)
    reader.look(".stApp")


def drawing(**query: str) -> str:
    return urlencode({"ids": f"{TRAP},{MS},{KIND}", **query})


def table() -> str:
    """A row that is right and one that is not."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    name, quoted = trap("uploaded-name"), trap("uploaded-quote")
    rows.writerow(("GUT:uploaded", name, "Chemical", "INCREASED_IN", MS, "90000008", quoted))
    rows.writerow((trap("uploaded-subject"), "", "", trap("uploaded-predicate"), MS, "", ""))
    return file.getvalue()
