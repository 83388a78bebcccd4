"""The pens: the same bytes each time, any text stays text, the file opens back."""

import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archive.reopen import reopen
from figures.formats import FORMATS
from figures.geometry import compose
from figures.options import FigureOptions
from figures.png import png
from figures.svg import SNAPSHOT_NAMESPACE, svg
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot, Source
from graph.model.subgraph import Subgraph
from tests.figures.sample import MS, counted, entity, snapshot, story

GOLDEN = Path(__file__).parent / "golden.svg"
SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = [
    "<script>alert(1)</script>",
    "]]> --> <!-- &amp; & \"quoted\" 'too'",
    "emoji \U0001f9a0\U0001f469‍\U0001f52c in a name",
    "lone \ud83d surrogate \udc00",
    "עברית and العربية",
    "n\x00u\x08l and \x1b[31mcontrols",
    "x" * 300,
    "very " * 60 + "long",
    "https://example.org/?a=1&b=2#<c>",
]


def hostile(text: str) -> Snapshot:
    node = Entity(EntityId("GUT:hostile"), text, "Taxon")
    graph = Subgraph.of([node, entity(MS)], [counted("GUT:hostile", "INCREASED_IN", MS)])
    return Snapshot.of(graph, title=text, citations=[Source(1, text)], caption=text)


def test_svg_is_the_golden_file() -> None:
    assert svg(compose(snapshot(story(6)))) == GOLDEN.read_text(encoding="utf-8")


def test_same_snapshot_gives_the_same_bytes_whatever_order_it_was_given_in() -> None:
    graph = story()
    turned = Subgraph.of(reversed(graph.entities), reversed(graph.claims))
    one, other = compose(snapshot(graph)), compose(snapshot(turned))
    assert svg(one) == svg(other)
    assert png(one) == png(other)


def test_png_has_the_width_asked_for() -> None:
    picture = png(compose(snapshot(story(3))), 3840)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (3840, 2160)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    drawing = compose(hostile(text))
    drawn = svg(drawing)
    root = ET.fromstring(drawn.encode("utf-8"))  # noqa: S314 - our own output
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        *("svg", "title", "desc", "metadata", "rect", "g", "path", "text"),
        f"{{{SNAPSHOT_NAMESPACE}}}snapshot",
    }
    assert png(drawing).startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["svg", "png", "html", "json"])
def test_a_file_opens_back(form: str) -> None:
    taken = hostile("emoji \U0001f9a0 <b> \ud83d")
    assert reopen(FORMATS[form].draw(taken, FigureOptions(pixels=320))) == taken


def test_a_picture_says_what_it_shows() -> None:
    texts = _texts(png(compose(snapshot(story(3))), 320))
    assert "4 entities, 3 claims from" in texts["Title"]
    assert texts["Title"].endswith("; about multiple sclerosis.")
    assert "Streptococcus is increased in multiple sclerosis (1 paper) [1]." in texts["Description"]


def _texts(picture: bytes) -> dict[str, str]:
    """The international chunks of text of a PNG, by keyword."""
    found, at = {}, 8
    while at < len(picture):
        length, kind = struct.unpack(">I4s", picture[at : at + 8])
        if kind == b"iTXt":
            keyword, _, rest = picture[at + 8 : at + 8 + length].partition(b"\0")
            found[keyword.decode()] = zlib.decompress(rest[4:]).decode()
        at += length + 12
    return found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_file_carries_the_snapshot_it_was_made_from(text: str) -> None:
    taken = hostile(text)
    root = ET.fromstring(svg(compose(taken)).encode("utf-8"))  # noqa: S314 - our own output
    carried = root.find(f".//{{{SNAPSHOT_NAMESPACE}}}snapshot")
    assert carried is not None
    assert carried.get("id") == taken.short_id
    assert Snapshot.from_json(carried.text or "") == taken


def test_a_link_is_printed_when_there_is_one_and_the_id_always() -> None:
    taken = snapshot(story(3))
    address = f"https://example.org/snapshots/{taken.short_id}"
    linked, plain = svg(compose(taken, FigureOptions(link=address))), svg(compose(taken))
    assert f"opens live at {address}" in linked
    assert "opens live" not in plain
    assert f"Gutgraph snapshot {taken.short_id}" in plain


def test_many_sources_are_cut_with_how_many_are_left() -> None:
    cited = [Source(number, f"An Invented Journal 2020;{number}:1") for number in range(1, 60)]
    drawn = compose(Snapshot.of(story(3), citations=cited))
    lines = [text.text for text in drawn.texts if text.role == "sources"]
    assert len(lines) == 2
    shown = "".join(lines).count("[")
    assert lines[1].endswith(f"… {59 - shown} more in the snapshot")


def test_subtitle_counts_what_is_drawn_and_explains_only_the_lines_that_are() -> None:
    def said(most: int | None) -> str:
        texts = compose(snapshot(story(most))).texts
        return next(text.text for text in texts if text.role == "subtitle")

    assert said(6) == "6 entities, 6 claims from 4 publications and 1 document"
    assert said(None) == (
        "34 entities, 37 claims from 4 publications and 1 document; "
        "dashed and dotted lines are what the authors only suggest or propose"
    )
