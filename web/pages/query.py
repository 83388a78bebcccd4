"""The Query page: a stranger's Cypher through the reader's login, answered as a table."""

import json
from typing import Any, Final

import streamlit as st

from graph.ask.answers import Table
from graph.ask.console import run
from graph.errors import GutgraphError, StoreUnavailable
from graph.settings import Settings
from web.connection import console_gate, reader
from web.pages.closed import unreachable
from web.pages.saved import asked_for, saved_list, saved_query
from web.pages.sheet import sheet, trouble

EXAMPLE: Final = """MATCH (a:Entity)-[r]->(b:Entity)
RETURN a.name AS subject, type(r) AS predicate, b.name AS object, r.papers AS papers
ORDER BY papers DESC
LIMIT 25"""


def query(settings: Settings) -> None:
    """Show the saved query that the address names; else the console, and the list of those."""
    if asked_for():
        saved_query(settings)
        return
    lead = (
        f"This login can read and cannot write. A query may take {settings.console_seconds:g} s "
        f"and return {settings.console_rows:,} rows."
    )
    with sheet("query", "Ask in Cypher", lead):
        with st.form("console", border=False):
            text = st.text_area(
                "Cypher", st.query_params.get("cypher", EXAMPLE), height=180, key="cypher"
            )
            asked = st.form_submit_button("Run", type="primary")
        if asked:
            _answer(text, settings)
        saved_list()


def _answer(text: str, settings: Settings) -> None:
    try:
        table = run(reader(settings), text, settings, gate=console_gate(settings))
    except StoreUnavailable as error:
        unreachable(error)
    except GutgraphError as error:
        trouble(str(error))
    else:
        _show(table)


def _show(table: Table) -> None:
    if table.truncated:
        st.text(table.reason or f"Cut after {len(table.rows):,} rows.")
    if not table.rows:
        st.text("No rows.")
        return
    rows = [[_cell(value) for value in row] for row in table.rows]
    columns = [list(column) for column in zip(*rows, strict=True)]
    st.dataframe(dict(zip(table.columns, columns, strict=True)), hide_index=True)


def _cell(value: Any) -> Any:
    """Show maps and lists as JSON; a table's cell holds one value."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
