"""The template of a claims table: every column, what it says, and an example."""

import csv
import io
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from loaders.claims_table.columns import columns
from loaders.claims_table.delimited import MARK
from loaders.claims_table.spreadsheet import SHEET

FORMATS: Final = ("csv", "tsv", "xlsx")
_SEPARATORS: Final = {"csv": ",", "tsv": "\t"}
_ABOUT: Final = (
    MARK,
    "# title:",
    "# licence:",
    "# After title: and licence: say what this table is called and how it may be used.",
    "# Fill in a row for each statement of a source, below the line with the column names.",
    "# Columns that you do not need can be deleted; subject, predicate and object must stay.",
)
_EXPLAINED: Final = ("column", "needed", "what it says", "example", "also called")
_WIDTHS: Final = (20, 8, 90, 30, 60)


def explanations() -> list[dict[str, str]]:
    """Say of each column what it is for."""
    return [
        dict(
            zip(
                _EXPLAINED,
                (
                    one.name,
                    "yes" if one.needed else "",
                    one.says,
                    one.example,
                    ", ".join(one.also),
                ),
                strict=True,
            )
        )
        for one in columns().values()
    ]


def template(format_: str) -> bytes:
    """Write the template: `csv`, `tsv` with explanations as comments, `xlsx` with a sheet of them.

    The same bytes each time, but for `xlsx`, which holds when it was made.
    """
    return _workbook() if format_ == "xlsx" else _text(_SEPARATORS[format_]).encode()


def _text(separator: str) -> str:
    lines = [*_ABOUT, "#"]
    for one in columns().values():
        needed = " Needed." if one.needed else ""
        example = f" For example: {one.example}" if one.example else ""
        lines.append(f"# {one.name} - {one.says}{needed}{example}")
    text = io.StringIO("\n".join([*lines, ""]), newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text, delimiter=separator, lineterminator="\n").writerow(columns())
    return text.getvalue()


def _workbook() -> bytes:
    workbook = Workbook()
    claims = workbook.create_sheet(SHEET, 0)
    del workbook["Sheet"]
    for line in _ABOUT:
        claims.append([line])
    claims.append(list(columns()))
    _embolden(claims, len(_ABOUT) + 1)
    claims.freeze_panes = claims.cell(len(_ABOUT) + 2, 1)
    _explain(workbook.create_sheet("explanations"))
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _explain(sheet: Worksheet) -> None:
    sheet.append(list(_EXPLAINED))
    for row in explanations():
        sheet.append(list(row.values()))
    _embolden(sheet, 1)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for cell in sheet["C"]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _embolden(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)
