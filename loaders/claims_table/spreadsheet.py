"""XLSX: the sheet of a workbook into a table. The only file that reads workbooks."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import LoadError, TooLarge
from loaders.base import Source
from loaders.claims_table.table import Header, Table, about, rows

SHEET: Final = "claims"
MAGIC: Final = b"PK\x03\x04"
_LARGEST: Final = 500_000_000  # bytes unpacked; a workbook is a zip, and zips can be bombs

# What openpyxl, and zip and XML below it, raise on bytes that are no workbook; found by breaking
# one at random (tests/loaders/test_broken_tables.py).
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, InvalidFileException, ParseError, RuntimeError,
    KeyError, ValueError, OSError, AttributeError, IndexError, TypeError, EOFError,
)  # fmt: skip


def opened(source: Source) -> Table:
    """Open a workbook: its sheet `claims`, else its first.

    Raises:
        LoadError: It is no workbook, is empty, or its header cannot be used.
        TooLarge: It unpacks to more than a workbook of claims can be.

    """
    lines = _lines(source)
    said: dict[str, str] = {}
    for line, cells in lines:
        text = " ".join(cells).strip()
        if text.startswith("#"):
            said |= about(text)
        elif text:
            header = Header.of(cells, str(source.path), line)
            return Table(said, rows(header, lines))
    raise LoadError(str(source.path), "The sheet is empty", "Fill in a table of claims.")


def _lines(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the sheet as texts; the vendor's errors become ours."""
    try:
        for number, values in enumerate(_sheet(source), 1):
            yield number, [_text(value) for value in values]
    except _BROKEN as error:
        raise LoadError(
            str(source.path),
            f"This is no workbook that can be read ({type(error).__name__})",
            "Save it as .xlsx anew, or as .csv.",
        ) from error


def _sheet(source: Source) -> Iterator[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > _LARGEST:
        raise TooLarge(
            f"{source.path}: The workbook unpacks to {size:,} bytes, the limit is {_LARGEST:,}. "
            "Save its sheet as .csv."
        )
    workbook = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
    name = SHEET if SHEET in workbook.sheetnames else workbook.sheetnames[0]
    found: Iterator[tuple[Any, ...]] = workbook[name].iter_rows(values_only=True)
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)
