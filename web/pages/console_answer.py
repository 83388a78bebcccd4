"""The answer of a query on the page: a table, and what of the graph is in it."""

from typing import Any, Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from graph.ask.answers import Table
from graph.engine.store import Store
from graph.settings import Settings
from web.console.desk import Answer, Desk
from web.console.graph import shown
from web.console.readable import is_node, is_path, is_relation, readable
from web.pages.console_graph import graph_part, tab_name

_TALLEST: Final = 430  # pixels
_HEAD: Final = 38
_ROW: Final = 35


def shown_answer(
    store: Store,
    settings: Settings,
    desk: Desk,
    answer: tuple[int, Answer],
    canvas: StreamlitPage,
    *,
    own: bool,
) -> None:
    """Show the rows of an answer, and its entities and claims where it has some."""
    number, came = answer
    if came.table is None or not came.table.rows:
        return
    with st.container(key="console-answer"):
        if not came.found:
            _rows(came.table)
            return
        part = shown(store, came.found)
        graph = tab_name(part)
        table, drawn = st.tabs(["Table", graph], default=graph if _all_graph(came.table) else None)
        with table:
            _rows(came.table)
        with drawn:
            graph_part(part, came, f"{desk.id}/{number}", settings, canvas, own=own)


def _rows(table: Table) -> None:
    columns = {
        name: _column([row[at] for row in table.rows])
        for at, name in enumerate(_distinct(table.columns))
    }
    height = min(_TALLEST, _HEAD + _ROW * len(table.rows))
    st.dataframe(columns, hide_index=True, height=height)


def _column(values: list[Any]) -> list[Any]:
    """A column of one kind: numbers stay numbers, so that they sort; mixed ones become text."""
    said = [readable(value) for value in values]
    kinds = {bool if isinstance(one, bool) else type(one) for one in said if one is not None}
    if len(kinds) <= 1 or kinds == {int, float}:
        return said
    return [None if one is None else str(one) for one in said]


def _distinct(names: tuple[str, ...]) -> list[str]:
    """Columns by names that differ; Cypher's do, but for capitals and spaces."""
    return [name if names.index(name) == at else f"{name} ({at})" for at, name in enumerate(names)]


def _all_graph(table: Table) -> bool:
    """Say whether nothing but nodes, relations and paths was asked for."""
    return all(
        value is None or is_node(value) or is_relation(value) or is_path(value)
        for row in table.rows
        for value in row
    )
