"""A dropped file opens back, or says plainly why not; no file does harm."""

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from archive.carriers import KEYWORD, LARGEST, NAMESPACE
from archive.reopen import KNOWN, reopen
from figures.formats import FORMATS
from figures.options import FigureOptions
from figures.svg import SNAPSHOT_NAMESPACE
from graph.errors import GutgraphError, LoadError, UnknownFormat
from graph.model.snapshot import Snapshot
from tests.exchange.sample import hostile
from tests.figures.sample import snapshot, story


def drawn(name: str, taken: Snapshot) -> bytes:
    return FORMATS[name].draw(taken, FigureOptions())


def changed(taken: Snapshot, **changes: Any) -> bytes:
    """The JSON of a snapshot, edited by hand with its id left as it was."""
    return json.dumps(json.loads(drawn("json", taken)) | changes).encode()


def carrier(format_: str, text: str, id_: str = "") -> bytes:
    """A file of a format that carries any text."""
    element = f'<snapshot xmlns="{NAMESPACE}" id="{id_}">{text}</snapshot>'
    if format_ == "svg":
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg'><metadata>{element}</metadata></svg>".encode()
        )
    if format_ == "html":
        script = f'<script type="application/json" id="{KEYWORD}">{text}</script>'
        return f"<!doctype html><html><body>{script}</body></html>".encode()
    if format_ == "png":
        return b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", f"{KEYWORD}\0{text}".encode()) + chunk(b"IEND")
    if format_ == "pptx":
        return package({"customXml/item1.xml": element.encode()})
    return text.encode()


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def package(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize("name", [one for one in KNOWN if one in FORMATS])
def test_each_format_that_carries_a_snapshot_opens_back(name: str) -> None:
    for taken in (snapshot(story(9)), hostile()):
        found = reopen(drawn(name, taken), f"figure.{name}")
        assert found == taken
        assert found.id == taken.id


@pytest.mark.parametrize("name", KNOWN)
def test_each_way_of_carrying_is_read(name: str) -> None:
    taken = snapshot(story(3))
    assert reopen(carrier(name, taken.content(), taken.short_id)) == taken


def test_a_picture_may_carry_it_compressed() -> None:
    taken = snapshot(story(3))
    packed = zlib.compress(taken.content().encode())
    for kind, head in ((b"iTXt", b"\0\1\0\0\0"), (b"zTXt", b"\0\0")):
        body = KEYWORD.encode() + head + packed
        assert reopen(b"\x89PNG\r\n\x1a\n" + chunk(kind, body) + chunk(b"IEND")) == taken


def test_a_file_edited_by_hand_says_so() -> None:
    taken = snapshot(story(3))
    expected = (
        f"figure.json: what it holds no longer fits its id {taken.short_id}, so it was edited by "
        "hand. Take the figure anew from where it was made; nothing of this one was opened."
    )
    with pytest.raises(LoadError) as caught:
        reopen(changed(taken, title="Nothing of this is so"), "figure.json")
    assert str(caught.value) == expected
    for name in ("svg", "pptx"):
        text = taken.content().replace("gut to brain", "brain to gut")
        with pytest.raises(LoadError, match="edited by hand"):
            reopen(carrier(name, text, taken.short_id))


def test_a_picture_whose_words_were_edited_says_so_too() -> None:
    taken = snapshot(story(3))
    whole = Image.open(io.BytesIO(drawn("png", taken)))
    texts = PngInfo()
    texts.add_itxt(KEYWORD, whole.info[KEYWORD].replace("gut to brain", "brain to gut"), zip=True)
    edited = io.BytesIO()
    whole.save(edited, "PNG", pnginfo=texts)
    with pytest.raises(LoadError) as caught:
        reopen(edited.getvalue(), "figure.png")
    assert str(caught.value) == (
        f"figure.png: what it holds no longer fits its id {taken.short_id}, so it was edited by "
        "hand. Take the figure anew from where it was made; nothing of this one was opened."
    )


def test_json_that_was_only_set_out_anew_is_still_the_same() -> None:
    taken = snapshot(story(3))
    pretty = json.dumps(json.loads(drawn("json", taken)), indent=2, ensure_ascii=False)
    assert reopen(pretty.encode("utf-8-sig")) == taken


def test_an_unknown_file_says_which_are_known() -> None:
    expected = (
        "notes.txt: it is none of the files that a figure opens from. "
        "Those are SVG, PNG, PPTX, HTML, JSON, as they were exported here."
    )
    for data in (b"Some words", b"%PDF-1.7", b"\xff\xd8\xff", b""):
        with pytest.raises(UnknownFormat) as caught:
            reopen(data, "notes.txt")
        assert str(caught.value) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><html><script>1</script></html>",
        b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"Title\0A picture") + chunk(b"IEND"),
        package({"ppt/presentation.xml": b"<p/>"}),
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff",
    ],
    ids=["svg", "html", "png", "pptx", "cut png"],
)
def test_a_file_of_somebody_else_carries_none(data: bytes) -> None:
    with pytest.raises(LoadError, match=r"theirs: it carries no snapshot\. Figures made here do"):
        reopen(data, "theirs")


def bomb() -> bytes:
    return package({"customXml/item1.xml": b"<a>" + b" " * (LARGEST + 10)})


def entities() -> bytes:
    declared = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    return declared.encode() + carrier("svg", "&c;")


HARMFUL: dict[str, tuple[Callable[[], bytes], str]] = {
    "too large": (lambda: b"{" + b" " * LARGEST, "it has 20 MB or more, past the 20 MB"),
    "zip bomb": (bomb, "it has 20 MB or more, past the 20 MB"),
    "picture bomb": (
        lambda: (
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"zTXt", KEYWORD.encode() + b"\0\0" + zlib.compress(b"x" * (LARGEST + 9)))
        ),
        "it has 20 MB or more, past the 20 MB",
    ),
    "entities": (entities, "it declares the XML entity 'b', which no figure does"),
    "cut zip": (lambda: drawn("pptx", snapshot(story(3)))[:9_000], "it is a damaged package"),
    "cut svg": (lambda: drawn("svg", snapshot(story(3)))[:-20], "it is damaged XML"),
    "depth": (lambda: b'{"id":' + b"[" * 200_000, "it is nested too deep|it is no JSON"),
    "another version": (lambda: b'{"schema_version": 7}', "schema_version is 7"),
    "edited picture": (
        lambda: carrier("png", snapshot(story(3)).content()).replace(
            b"gut to brain", b"brain to gut"
        ),
        "it is a damaged picture",
    ),
    "not packed": (
        lambda: b"\x89PNG\r\n\x1a\n" + chunk(b"zTXt", KEYWORD.encode() + b"\0\0plain"),
        "it is a damaged picture",
    ),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_what_could_do_harm_is_refused_with_its_reason(case: str) -> None:
    make, reason = HARMFUL[case]
    with pytest.raises(LoadError, match=f"theirs: ({reason})"):
        reopen(make(), "theirs")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": {"not": "text"}},
        {"licences": [1]},
        {"theme": None},
        {"positions": {"MONDO:0005301": [float("nan"), 3]}},
        {"positions": {"MONDO:0005301": [1e300, 3]}},
        {"frame": {"width": -1, "height": 10, "scale": 1}},
        {"frame": {"width": "wide", "height": 10, "scale": 1}},
        {"citations": [{"number": "one", "text": "x"}]},
        {"citations": [{"number": 1, "text": ["x"]}]},
        {"statements": [{"claim": "a", "source": 1, "quote": 7}]},
        {"entities": [{"id": "A:1", "name": "x", "category": "Gene", "synonyms": "abc"}]},
        {"entities": [{"id": "no curie", "name": "", "category": "Thing"}]},
        {"entities": 7},
        {"claims": [{"id": "A:1~CAUSES~B:2", "counts": {"papers": "many"}}]},
        {"hidden": {"A:1": "many"}},
    ],
    ids=range(15),
)
def test_values_that_are_not_what_they_should_be_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(GutgraphError, match=re.compile("do not fit|edited by hand|entity")):
        reopen(changed(snapshot(story(3)), id="", **changes))


def test_the_name_of_the_namespace_is_the_pens() -> None:
    assert NAMESPACE == SNAPSHOT_NAMESPACE
