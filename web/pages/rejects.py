"""Rows that were not loaded: each with its line, its value, the rule it breaks and the way out."""

import csv
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import streamlit as st

from graph.settings import Settings
from loaders.rejects import COLUMNS, SUFFIX
from loaders.rows import Rejected
from web.markup import Markup, element, name_of
from web.pages.sheet import section, table
from web.uploads import rejects_file

_FILES: Final = 20
_SHOWN: Final = 100
_HEADS: Final = ("Line", "Column", "Value", "Why", "Way out")
_CELL: Final = 300


def rejected_rows(rejects: Iterable[Rejected]) -> Markup:
    """The first rejected rows, a line for each problem."""
    rows = [
        (str(one.line), problem.column, problem.value, problem.reason, problem.way_out)
        for one in rejects
        for problem in one.problems
    ]
    return _table(rows[:_SHOWN])


def show_rejects(settings: Settings) -> None:
    """Show what is kept of the rows that uploads brought and that were not loaded."""
    folder = rejects_file(settings, "").parent
    files = _newest_first(folder)
    if not files:
        return
    section(
        "Rows that were not loaded",
        "Of files added on this page; a load in a terminal keeps them beside the file.",
    )
    for file in files[:_FILES]:
        with st.container(border=True):
            st.html(element("p", element("strong", name_of(file.name.removesuffix(SUFFIX)))))
            st.html(_table(first_rows(file)))
            st.download_button(
                "Download all of them",
                file.read_bytes,
                file_name=file.name,
                mime="text/tab-separated-values",
                key=f"rejects-{file.name}",
                on_click="ignore",
            )
    if len(files) > _FILES:
        st.html(element("p", f"Older ones are in {folder}.", class_="quiet"))


def first_rows(file: Path) -> list[tuple[str, ...]]:
    """Read the first rows; one with a cell longer than the reader takes ends what is shown."""
    found: list[tuple[str, ...]] = []
    with (
        suppress(FileNotFoundError, csv.Error),
        file.open(encoding="utf-8", errors="replace", newline="") as lines,
    ):
        rows = csv.reader(lines, "excel-tab")
        next(rows, None)
        for row, _ in zip(rows, range(_SHOWN), strict=False):
            found.append(tuple(row))
    return found


def _newest_first(folder: Path) -> list[Path]:
    aged = []
    for file in folder.glob(f"*{SUFFIX}"):
        with suppress(FileNotFoundError):  # a load under way takes its former one away
            aged.append((-file.stat().st_mtime, file))
    return [file for _, file in sorted(aged)]


def _table(rows: Sequence[tuple[str, ...]]) -> Markup:
    fit = [row for row in rows if len(row) == len(COLUMNS)]
    cells = [tuple(name_of(cell, _CELL) for cell in row) for row in fit]
    return table(_HEADS, list(cells), "Rows that were not loaded")
