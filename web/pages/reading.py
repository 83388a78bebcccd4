"""The Reading page: a document's text with what it names and states marked; a table's rows."""

from typing import Any

import streamlit as st

from graph.ask.claims import claims_among
from graph.ask.overview import overview
from graph.ask.reading import PAGE, Reading
from graph.ask.reading import reading as read_document
from graph.ask.sources import documents
from graph.engine.bolt import BoltStore
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.connection import reader
from web.leads import reading_link
from web.markup import element, name_of
from web.pages.reading_claims import graph_of
from web.pages.sheet import filled, sheet
from web.reading import place_of, reading_page, words_of
from web.stated import stated_table
from web.words import amount

_NAME = "reading"
# Claims among more entities than these are not asked for: then nothing is marked as contested.
_ASKED = 400
_LISTED = 200


def reading(settings: Settings) -> None:
    """Show the page."""
    document = st.query_params.get("document", "")
    if not document:
        _choose(settings)
        return
    with sheet("reading"):
        store = reader(settings)
        graph, state = graph_of(settings), overview(store).state
        read, agreements = _kept(graph, state, document, 1, store)
        if read.document.text is None:
            _rows(_kept(graph, state, document, _page(), store)[0])
            return
        place = place_of(st.query_params.get("at", ""))
        shown = reading_page(read, agreements, _page(), place)
        sheet_component(_NAME, shown, _turn)


@st.cache_data(show_spinner=False, max_entries=16)
def _kept(
    graph: tuple[str, str, str],  # noqa: ARG001 - the key, with all but the store
    state: str,  # noqa: ARG001
    document: str,
    page: int,
    _store: BoltStore,
) -> tuple[Reading, dict[str, str]]:
    """Read a document once for each state of the graph; a text is read whole, as its page 1."""
    read = read_document(_store, document, page)
    ends = {end for one in read.statements for end in (one.claim.subject, one.claim.object)}
    claims = claims_among(_store, ends) if len(ends) <= _ASKED else []
    return read, {one.id: one.counts.agreement for one in claims}


def _page() -> int:
    text = st.query_params.get("page", "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 else 1  # noqa: PLR2004


def _turn() -> None:
    """Go to another page; the place in the address was on this one."""
    page = sheet_act(_NAME).get("page")
    if isinstance(page, int):
        st.query_params.pop("at", None)
        st.query_params["page"] = str(page)


def _rows(read: Reading) -> None:
    """Show what a table says: it has rows, and no text of its own."""
    title = read.document.title or read.document.id
    st.html(element("h1", name_of(title)))
    pages = max(1, -(-read.total // PAGE))
    st.html(
        element(
            "p",
            f"A table, without a text of its own: {amount(read.total, 'statement')}"
            + (f", page {_page()} of {pages}." if pages > 1 else "."),
            class_="lead",
        )
    )
    st.html(stated_table([(one, words_of(read, one)) for one in read.statements]))
    if pages > 1:
        number = st.number_input("Page", 1, pages, min(_page(), pages))
        if number != _page():
            st.query_params["page"] = str(number)
            st.rerun()


def _choose(settings: Settings) -> None:
    """Offer the documents; more than a list holds are found on the Sources page."""
    with sheet("reading-list", "Reading", "Read a document with what it names and states marked."):
        store = filled(settings)
        if store is None:
            return
        loaded = documents(store)
        named: list[Any] = [
            element(
                "li",
                element(
                    "a",
                    name_of(one.document.title or one.document.id),
                    href=reading_link(one.document.id),
                ),
                element("span", f" {amount(one.evidence, 'statement')}", class_="quiet"),
            )
            for one in loaded[:_LISTED]
        ]
        st.html(element("ul", *named, class_="documents"))
