"""The PDF, read by a reader that is not ours."""

import json

import pypdfium2
import pytest

from figures.geometry import compose
from figures.options import FigureOptions
from figures.pdf import ATTACHMENT, pdf
from graph.model.snapshot import Snapshot
from tests.figures.sample import snapshot, story

LINK = "https://graph.example.org/snapshots/0a1b2c3d"


@pytest.fixture(scope="module")
def document() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(compose(snapshot(story(13)), FigureOptions(link=LINK))))


def test_it_is_one_page_of_a_slides_size(document: pypdfium2.PdfDocument) -> None:
    assert len(document) == 1
    assert tuple(map(round, document[0].get_size())) == (960, 540)


def test_a_sheet_of_paper_has_the_size_of_paper() -> None:
    page = pypdfium2.PdfDocument(pdf(compose(snapshot(story(6)), FigureOptions(aspect="a4"))))[0]
    assert tuple(map(round, page.get_size())) == (842, 595)


def test_its_text_is_text(document: pypdfium2.PdfDocument) -> None:
    text = document[0].get_textpage().get_text_bounded()
    for words in ("From gut to brain", "Akkermansia", "is increased in [", "Sources: [1]", LINK):
        assert words in text


def test_every_font_is_embedded(document: pypdfium2.PdfDocument) -> None:
    fonts = {
        (one.get_font().get_base_name(), one.get_font().is_embedded)
        for one in document[0].get_objects()
        if isinstance(one, pypdfium2.PdfTextObj)
    }
    assert {embedded for _, embedded in fonts} == {True}
    assert len(fonts) == 2


def test_it_says_what_it_is_and_carries_its_snapshot(document: pypdfium2.PdfDocument) -> None:
    said = document.get_metadata_dict()
    assert (said["Title"], said["Author"]) == (
        "From gut to brain: how a leaky gut may reach multiple sclerosis",
        "Gutgraph",
    )
    assert "14 entities, 13 claims from 4 publications" in said["Subject"]
    attached = document.get_attachment(0)
    assert attached.get_name() == ATTACHMENT
    text = bytes(attached.get_data()).decode("ascii")
    assert Snapshot.from_json(text) == snapshot(story(13))
    assert json.loads(text)["schema_version"] == 1
