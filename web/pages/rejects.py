"""Rows that were not loaded: each with its line, its value, the rule it breaks and the way out."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from graph.settings import Settings
from loaders.rejects import COLUMNS, SUFFIX
from loaders.rows import Rejected
from web.markup import Markup, element, name_of
from web.pages.sheet import section, table
from web.uploads import rejects_file

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
    files = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    if not files:
        return
    section(
        "Rows that were not loaded",
        "Of files added on this page; a load in a terminal keeps them beside the file.",
    )
    for file in files:
        with st.container(border=True):
            st.html(element("p", element("strong", name_of(file.name.removesuffix(SUFFIX)))))
            st.html(_table(_read(file)))
            st.download_button(
                "Download all of them",
                file.read_bytes(),
                file_name=file.name,
                mime="text/tab-separated-values",
                key=f"rejects-{file.name}",
                on_click="ignore",
            )


def _read(file: Path) -> list[tuple[str, ...]]:
    with file.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = csv.reader(lines, "excel-tab")
        next(rows, None)
        return [tuple(row) for row, _ in zip(rows, range(_SHOWN), strict=False)]


def _table(rows: Sequence[tuple[str, ...]]) -> Markup:
    fit = [row for row in rows if len(row) == len(COLUMNS)]
    cells = [tuple(name_of(cell, _CELL) for cell in row) for row in fit]
    return table(_HEADS, list(cells), "Rows that were not loaded")
