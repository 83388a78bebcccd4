"""The Sources page: which documents are in the graph, what each brought; add one, forget one."""

from typing import Final

import streamlit as st

from graph.ask.answers import LoadedDocument
from graph.ask.overview import overview
from graph.ask.sources import documents
from graph.model.identity import digest
from graph.settings import Settings
from web.connection import reader
from web.leads import claims_link, reading_link
from web.links import checked_address
from web.markup import Markup, element, joined, name_of, out_link
from web.pages.adding import add_document
from web.pages.forgetting import ask_to_forget
from web.pages.rejects import show_rejects
from web.pages.sheet import section, sheet
from web.pages.working import follow
from web.rights import NO_RIGHT
from web.words import amount

_PER_PAGE: Final = 20
_SORTS: Final = ("most statements", "newest", "title")


def sources(settings: Settings, *, own: bool) -> None:
    """Show the page.

    Args:
        settings: Of the graph.
        own: Whether documents may be added and forgotten here.

    """
    with sheet("sources", "Sources", "What was loaded, and what each document brought."):
        store = reader(settings)
        if own:
            follow(store)
            add_document(settings, store, own=own)
        else:
            st.html(element("p", NO_RIGHT, class_="note"))
        loaded = documents(store)
        numbers = overview(store)
        version = f" · data version {numbers.data_version[:8]}" if numbers.data_version else ""
        section("Documents", f"{amount(len(loaded), 'document')}{version}")
        if not loaded:
            st.text("Nothing is loaded yet. Add a document above, or: gutgraph load examples")
        for one in _chosen(loaded):
            _row(one, settings, own=own)
        if own:
            show_rejects(settings)


def key_of(id_: str) -> str:
    """A name for styles and tests that no other document has: addresses often begin alike."""
    said = "".join(letter if letter.isalnum() else "-" for letter in id_)[:60]
    return f"{said}-{digest(id_)[:8]}"


def _chosen(loaded: tuple[LoadedDocument, ...]) -> list[LoadedDocument]:
    """Those that fit what is typed, in the order and on the page that is chosen."""
    if len(loaded) <= 1:
        return list(loaded)
    find, sort, page = st.columns([5, 2.4, 1.4], vertical_alignment="bottom")
    text = find.text_input(
        "Find a document", placeholder="Title or id", bind="query-params", key="find"
    )
    order = sort.selectbox("Sorted by", _SORTS)
    wanted = text.casefold()
    found = [one for one in loaded if wanted in f"{_title(one)} {one.document.id}".casefold()]
    pages = max(1, -(-len(found) // _PER_PAGE))
    number = page.number_input("Page", 1, pages, 1) if pages > 1 else 1
    if not found:
        st.html(element("p", "No document is called that.", class_="quiet"))
    return _sorted(found, order)[(number - 1) * _PER_PAGE : number * _PER_PAGE]


def _sorted(found: list[LoadedDocument], order: str) -> list[LoadedDocument]:
    by_title = sorted(found, key=lambda one: (_title(one).casefold(), one.document.id))
    if order == "newest":
        return sorted(by_title, key=lambda one: one.loaded_at, reverse=True)
    if order == "most statements":
        return sorted(by_title, key=lambda one: -one.evidence - one.assertions)
    return by_title


def _title(one: LoadedDocument) -> str:
    return one.document.title or one.document.id


def _row(one: LoadedDocument, settings: Settings, *, own: bool) -> None:
    with st.container(key=f"document-{key_of(one.document.id)}"):
        told, acts = st.columns([8.4, 1.6], vertical_alignment="center")
        told.html(_card(one))
        if own and acts.button("Forget…", key=f"forget-{one.document.id}"):
            ask_to_forget(settings, one, own=own)


def _card(one: LoadedDocument) -> Markup:
    document = one.document
    title = element("a", name_of(_title(one)), href=reading_link(document.id))
    half = element("span", "not whole: its load stopped", class_="tag warn")
    links = [
        element("a", "Read", href=reading_link(document.id)),
        element("a", "Its claims", href=claims_link(document.id)),
    ]
    if address := checked_address(document.url):
        links.append(out_link("Original", address))
    return element(
        "article",
        element("p", title, *([half] if one.pending else []), class_="title"),
        element("p", _facts(one), class_="facts"),
        element("p", _origin(one), class_="quiet"),
        element("p", *(joined(link, " ") for link in links), class_="acts"),
        class_="document",
    )


def _facts(one: LoadedDocument) -> str:
    """What it brought; what it brought none of is not said."""
    counted = (
        (one.evidence, "statement", ""),
        (one.assertions, "database assertion", ""),
        (one.mentions, "entity named", "entities named"),
        (one.definitions, "entity defined", "entities defined"),
        (one.citations, "citation", ""),
    )
    said = [amount(count, word, many) for count, word, many in counted if count]
    return " · ".join(said) or "nothing yet"


def _origin(one: LoadedDocument) -> Markup:
    document = one.document
    parts = [
        name_of(document.id, 80) if document.title else None,
        f"{document.loader} {document.loader_version}".strip(),
        document.licence or "licence not stated",
        f"loaded {one.loaded_at[:16].replace('T', ' ')}" if one.loaded_at else None,
        f"interest: {document.interest}" if document.interest else None,
    ]
    said = [part for part in parts if part]
    return joined(*(piece for part in said for piece in (" · ", part)[part is said[0] :]))
