"""Forgetting a document: its consequences first, then on a word."""

import streamlit as st

from graph.ask.answers import LoadedDocument
from graph.ask.forgetting import Consequences, consequences
from graph.settings import Settings
from web.connection import reader
from web.loading import forgetting
from web.markup import Markup, element, name_of
from web.pages.adding import start
from web.words import amount


@st.dialog("Forget this document?", width="medium")
def ask_to_forget(settings: Settings, loaded: LoadedDocument, *, own: bool) -> None:
    """Say what would go, and forget it on a word."""
    st.html(element("p", element("strong", name_of(loaded.document.title or loaded.document.id))))
    st.html(_consequences(consequences(reader(settings), loaded)))
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Keep it"):
            st.rerun()
        if st.button("Forget it", type="primary"):
            start(forgetting(settings, loaded.document.id, own=own))
            st.rerun()


def _consequences(told: Consequences) -> Markup:
    most = "" if told.exact else "at most "
    counted = (
        (told.evidence, "", "statement", "", "of this document"),
        (told.claims, most, "claim", "", "that nothing else speaks of"),
        (told.entities, most, "entity", "entities", "that nothing else names"),
        (told.publications, most, "publication", "", "that nothing else cites"),
    )
    lines = [
        f"{at_most}{amount(number, one, many)} {rest}"
        for number, at_most, one, many, rest in counted
        if number
    ] or ["the document alone"]
    stays = (
        f"{amount(told.recounted, 'claim')} that other documents speak of too stay, with lower "
        "numbers. "
        if told.recounted
        else ""
    )
    return element(
        "div",
        element("p", "These would go:"),
        element("ul", *(element("li", line) for line in lines)),
        element(
            "p",
            f"{stays}Reviews are kept. Load the file again to have it all back.",
            class_="quiet",
        ),
        class_="consequences",
    )
