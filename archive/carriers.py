"""Where each format carries its snapshot, read so that no file can harm: bounded, no entities."""

import html
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from graph.errors import LoadError

LARGEST: Final = 20_000_000  # bytes of a file, and of what is unpacked from it
NAMESPACE: Final = "urn:gutgraph:snapshot:1"
KEYWORD: Final = "gutgraph-snapshot"

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_TEXTS: Final = (b"tEXt", b"zTXt", b"iTXt")
_MOST_CHUNKS: Final = 100_000
_PARTS: Final = re.compile(r"customXml/item\d+\.xml")
_ID: Final = re.compile(r'\bid="([0-9a-f]{8,64})"')
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, NotImplementedError, OSError,
    EOFError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """A snapshot's JSON as found in a file, with the id it goes by there ("" without)."""

    text: str
    id: str = ""


def in_png(data: bytes) -> Carried | None:
    """Look through the chunks of text of a PNG."""
    at = len(_PNG)
    for _ in range(_MOST_CHUNKS):
        head = data[at : at + 8]
        if len(head) < 8:  # noqa: PLR2004 - length and type
            return None
        length, kind = struct.unpack(">I4s", head)
        body = data[at + 8 : at + 8 + length]
        if kind in _TEXTS and (text := _chunk(kind, body)) is not None:
            if data[at + 8 + length : at + 12 + length] != struct.pack(
                ">I", zlib.crc32(kind + body)
            ):
                raise _damaged("the sum of its chunk does not fit")
            return Carried(text)
        at += length + 12
    return None


def in_pptx(data: bytes) -> Carried | None:
    """Look through the custom XML parts of an Office file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            left = LARGEST
            for one in packed.infolist():
                if not _PARTS.fullmatch(one.filename):
                    continue
                with packed.open(one) as part:
                    text = part.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise too_large(LARGEST - left)
                if NAMESPACE.encode() in text and (found := in_xml(text)):
                    return found
    except _BROKEN_ZIP as error:
        raise LoadError("file", f"it is a damaged package ({error})", "Take it anew.") from error
    return None


def in_xml(data: bytes) -> Carried | None:
    """Look for the element of our namespace; entities that a file declares are refused."""
    reader = _Reader()
    try:
        return reader.read(data)
    except expat.ExpatError as error:
        raise LoadError("file", f"it is damaged XML ({error})", "Take it anew.") from error


def in_html(data: bytes) -> Carried | None:
    """Look for the script of JSON, or for the metadata of the SVG in the page."""
    page = data.decode("utf-8", "replace")
    return _scripted(page) or _inlined(page)


def too_large(size: int) -> LoadError:
    """The error for what is past the limit."""
    return LoadError(
        "file",
        f"it has {size / 1e6:,.0f} MB or more, past the {LARGEST / 1e6:,.0f} MB that are opened",
        "Take a figure as it was exported.",
    )


class _Reader:
    """Reads XML up to the end of the first snapshot in it."""

    def __init__(self) -> None:
        self._id = ""
        self._parts: list[str] | None = None
        self._found: Carried | None = None

    def read(self, data: bytes) -> Carried | None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.Parse(data, True)
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{NAMESPACE} snapshot" and self._found is None:
            self._id, self._parts = attributes.get("id", ""), []

    def _end(self, name: str) -> None:
        if self._parts is not None and name == f"{NAMESPACE} snapshot":
            self._found, self._parts = Carried("".join(self._parts), self._id), None

    def _text(self, text: str) -> None:
        if self._parts is not None:
            self._parts.append(text)

    def _entity(self, name: str, *_: object) -> None:
        raise LoadError(
            "file",
            f"it declares the XML entity {name!r}, which no figure does",
            "Take a figure as it was exported.",
        )


def _chunk(kind: bytes, body: bytes) -> str | None:
    """The text of a chunk, if it is the one that carries a snapshot."""
    keyword, _, rest = body.partition(b"\0")
    if keyword != KEYWORD.encode():
        return None
    if kind == b"tEXt":
        return rest.decode("latin-1")
    if kind == b"zTXt":
        return _inflated(rest[1:]).decode("latin-1")
    compressed = rest[:1] == b"\1"
    text = rest[2:].split(b"\0", 2)[-1]
    return (_inflated(text) if compressed else text).decode("utf-8", "replace")


def _inflated(packed: bytes) -> bytes:
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(packed, LARGEST)
    except zlib.error as error:
        raise _damaged(str(error)) from error
    if reader.unconsumed_tail:
        raise too_large(LARGEST)
    return text


def _damaged(why: str) -> LoadError:
    return LoadError("file", f"it is a damaged picture ({why})", "Take it anew.")


def _scripted(page: str) -> Carried | None:
    at = page.find(f'id="{KEYWORD}"')
    start, end = page.find(">", at), page.find("</script", at)
    return Carried(page[start + 1 : end]) if 0 <= at < start < end else None


def _inlined(page: str) -> Carried | None:
    for at in _places(page, "<snapshot "):
        start, end = page.find(">", at), page.find("</snapshot", at)
        tag = page[at:start]
        if start < 0 or end < start:
            return None
        if f'"{NAMESPACE}"' in tag:
            id_ = _ID.search(tag)
            return Carried(html.unescape(page[start + 1 : end]), id_[1] if id_ else "")
    return None


def _places(text: str, what: str) -> Iterator[int]:
    at = text.find(what)
    while at >= 0:
        yield at
        at = text.find(what, at + 1)
