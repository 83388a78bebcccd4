"""Forgetting a document: its consequences first, then on a word."""

from typing import Final

import streamlit as st

from archive.snapshots import Kept
from archive.striking import quoting
from graph.ask.answers import LoadedDocument
from graph.ask.forgetting import Consequences, consequences
from graph.errors import GutgraphError
from graph.settings import Settings
from web.connection import reader
from web.loading import forgetting
from web.markup import Markup, element, name_of
from web.pages.adding import start
from web.pages.sheet import trouble
from web.striking import strike_all
from web.words import amount

_NAMED: Final = 5


@st.dialog("Forget this document?", width="medium")
def ask_to_forget(settings: Settings, loaded: LoadedDocument, *, own: bool) -> None:
    """Say what would go, and forget it on a word."""
    st.html(element("p", element("strong", name_of(loaded.document.title or loaded.document.id))))
    store = reader(settings)
    st.html(_consequences(consequences(store, loaded)))
    strikes = _offered(quoting(store, loaded.document.id))
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Keep it"):
            st.rerun()
        if st.button("Forget it", type="primary"):
            if strikes and not _struck(settings, loaded.document.id, own=own):
                return
            start(forgetting(settings, loaded.document.id, own=own))
            st.rerun()


def _struck(settings: Settings, document: str, *, own: bool) -> bool:
    """Strike first: a snapshot that cannot be is told while the document is still there."""
    try:
        strike_all(settings, document, own=own)
    except GutgraphError as error:
        trouble(str(error))
        return False
    return True


def _offered(kept: tuple[Kept, ...]) -> bool:
    """Name the snapshots that quote it, and offer to strike their quotes."""
    if not kept:
        return False
    names = [element("li", _figure(one), f" {one.short_id}") for one in kept[:_NAMED]]
    more = [element("li", f"and {len(kept) - _NAMED:,} more")] if len(kept) > _NAMED else []
    said = f"{amount(len(kept), 'snapshot')} would still quote it:"
    listed = element("ul", *names, *more)
    st.html(element("div", element("p", said), listed, class_="consequences"))
    return st.checkbox(
        "Strike its quotes from them too",
        help="Each becomes a new snapshot without these quotes; its old link leads to the new one.",
    )


def _figure(one: Kept) -> Markup:
    return element("a", name_of(one.called), href=f"./snapshots/{one.id}.svg", target="_blank")


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
            f"{stays}Reviews are kept. Load the file again to have it all back, but "
            "for quotes that are struck from snapshots.",
            class_="quiet",
        ),
        class_="consequences",
    )
