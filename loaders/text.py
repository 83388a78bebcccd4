"""Bytes into text: UTF-8 and nothing else, whole or line by line."""

import codecs
import io
from pathlib import Path
from typing import Final

from graph.errors import LoadError

# Bytes decoded at a time where a text is only checked.
_PIECE: Final = 65_536


def decoded(data: bytes, path: Path) -> str:
    """Turn bytes into text, the byte order mark dropped, newlines kept.

    Raises:
        LoadError: They are empty, binary, or not UTF-8; `path` is named.

    """
    data = _without_mark(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadError(
            str(path),
            f"This is not UTF-8: byte 0x{byte:02x} at position {error.start}",
            "Save it as UTF-8, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW",
            line,
        ) from error


def lines(data: bytes, path: Path, newline: str) -> io.TextIOWrapper:
    """Open the text of bytes to be read line by line; all of it is checked before.

    Raises:
        LoadError: They are empty, binary, or not UTF-8; `path` is named.

    """
    if not _is_utf8(_without_mark(data, path)):
        decoded(data, path)  # tells where
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline=newline)


def _without_mark(data: bytes, path: Path) -> bytes:
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data or data.isspace():
        raise LoadError(str(path), "The file is empty", "Load a file that has text in it.")
    if b"\x00" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise LoadError(
            str(path),
            f"This is no text: byte {data.index(0)} is NUL",
            "Load text or Markdown; for a PDF or Word file, save its text as UTF-8 first.",
        )
    return data


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    pieces = memoryview(data)
    try:
        for start in range(0, len(data), _PIECE):
            decoder.decode(pieces[start : start + _PIECE], final=start + _PIECE >= len(data))
    except UnicodeDecodeError:
        return False
    return True
