"""The console: the editor and its card, the answer below; the query is the address."""

from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from graph.ask.examples import questions
from graph.ask.overview import overview
from graph.ask.schema_card import schema_card
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.console import desks
from web.console.address import question_of, written
from web.console.desk import Desk, Question
from web.console.told import told
from web.pages.console_answer import shown_answer
from web.pages.saved import saved_list
from web.pages.sheet import filled, sheet

_NAME: Final = "console"
_FIRST: Final = "most_papers"


def console(
    settings: Settings, canvas: StreamlitPage, *, own: bool = False, turned: bool = False
) -> None:
    """Show the console; nothing runs before it is asked to.

    Args:
        settings: Of the graph, with the console's limits.
        canvas: The page that entities of an answer are opened on.
        own: This dashboard is its user's own.
        turned: Another page was shown before: what was asked last is shown again.

    """
    lead = (
        "Cypher of your own, through a login that can read and cannot write. A query may take "
        f"{settings.console_seconds:g} s and return {settings.console_rows:,} rows."
    )
    with sheet(_NAME, "Query", lead):
        store = filled(settings)
        if store is None:
            return
        desk = desks.here()
        question = _question(desk, turned=turned)
        answer = desk.latest(question)
        state = overview(store).state
        data = told(desk, question, answer, schema_card(store), state)
        sheet_component(_NAME, data, _acted)
        if answer is not None:
            shown_answer(store, settings, desk, answer, canvas, own=own)
        with st.expander("Saved queries", expanded=answer is None):
            saved_list()


def _question(desk: Desk, *, turned: bool) -> Question:
    """What stands in the editor: the address's query, else the one too long for an address.

    Streamlit empties the address when one goes to another page: whoever comes back has it again.
    """
    address = question_of(st.query_params.to_dict())
    if address is not None:
        desk.longer = None
        return address
    if turned and desk.last is not None:
        _lead_to(desk, desk.last)
        return desk.last
    return desk.longer or Question(next(one.text for one in questions() if one.name == _FIRST))


def _acted() -> None:
    """Put what was asked into the address; what is too long for one stays with the tab."""
    act = sheet_act(_NAME)
    text, values = act.get("text"), act.get("values")
    if act.get("kind") != "answered" or not isinstance(text, str) or not isinstance(values, dict):
        return
    question = Question(text, {str(name): str(value) for name, value in values.items()})
    desk = desks.here()
    desk.last = question
    _lead_to(desk, question)


def _lead_to(desk: Desk, question: Question) -> None:
    address, fits = written(question, st.query_params.to_dict())
    desk.longer = None if fits else question
    if st.query_params.to_dict() != address:
        st.query_params.from_dict(address)
