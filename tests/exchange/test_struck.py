"""A quote that was struck is not left out in silence: each format says so where the words stood."""

import io
import json
import zipfile
from dataclasses import replace

import pypdfium2
from pptx import Presentation

from archive.striking import without_quotes
from figures.formats import FORMATS
from figures.options import FigureOptions
from figures.story import STORY_FORMATS
from graph.model.snapshot import Snapshot
from graph.model.story import Step, Story
from tests.figures.sample import snapshot, story

SAID = "2 quotes have been struck (2026-07-01)"
LINE = "quote struck on 2026-07-01"


def struck() -> Snapshot:
    """Three claims, the quotes of two of which came from a document that was forgotten."""
    taken = snapshot(story(3))
    documents = ("gone", "gone", "stays")
    said = [
        replace(one, document=document)
        for one, document in zip(taken.statements[:3], documents, strict=True)
    ]
    return without_quotes(replace(taken, statements=tuple(said)), "gone", "2026-07-01")


def drawn(name: str) -> bytes:
    return FORMATS[name].draw(struck(), FigureOptions())


def noted(deck: bytes) -> str:
    slides = Presentation(io.BytesIO(deck)).slides
    return "\n".join(one.notes_slide.notes_text_frame.text for one in slides)


def test_every_sheet_prints_how_many_and_when() -> None:
    for name in ("svg", "html", "reveal"):
        assert SAID in drawn(name).decode(), name
    text = pypdfium2.PdfDocument(drawn("pdf"))[0].get_textpage().get_text_bounded()
    assert SAID in " ".join(text.split())


def test_the_notes_of_slides_say_it_below_each_claim_and_of_all() -> None:
    told = Story.of("A story", struck().id, [Step("First"), Step("Then")])
    deck = STORY_FORMATS["pptx"].draw(told, struck(), FigureOptions())
    for text in (noted(drawn("pptx")), noted(deck)):
        assert f"{SAID} since this was taken." in text
        assert text.count(f"({LINE}) [") == 2
        assert text.count("“") == 1


def test_files_for_programs_have_a_line_for_each() -> None:
    with zipfile.ZipFile(io.BytesIO(drawn("kgx.zip"))) as packed:
        edges = packed.read("edges.tsv").decode()
    assert edges.count(LINE) == 2
    for name in ("graphml", "cx2"):
        text = drawn(name).decode()
        assert (text.count(LINE), SAID in text) == (2, True), name
    held = json.loads(drawn("json"))["statements"]
    assert [one.get("struck_on") for one in held].count("2026-07-01") == 2


def test_nothing_is_said_where_nothing_was_struck() -> None:
    taken = snapshot(story(3))
    assert taken.struck == ""
    assert b"struck (" not in FORMATS["svg"].draw(taken, FigureOptions())
