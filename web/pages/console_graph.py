"""The graph in an answer on the page: drawn, listed, and opened on the canvas."""

from collections.abc import Iterable
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from graph.model import vocabulary
from graph.model.subgraph import CountedClaim
from graph.settings import Settings
from web import visits
from web.canvas.component import sheet_component
from web.connection import reader
from web.console.desk import Answer
from web.console.graph import Shown
from web.console.recognised import Recognised
from web.exploring import told
from web.leads import canvas_link, claim_link
from web.markup import Markup, element, name_of
from web.pages.look import theme
from web.view import View
from web.words import amount, capital

_NO_CLAIMS: Final = "relations that are no claims"
_FEW: Final = 12  # lines of a list before the rest is folded away


def tab_name(part: Shown) -> str:
    """Name the tab by what is in it."""
    entities = amount(len(part.subgraph.entities), "entity", "entities")
    return f"Graph: {entities}, {amount(len(part.subgraph.claims), 'claim')}"


def graph_part(
    part: Shown,
    answer: Answer,
    address: str,
    settings: Settings,
    canvas: StreamlitPage,
    *,
    own: bool,
) -> None:
    """Show the picture, the lists, and the ways to the canvas.

    Args:
        part: What is shown.
        answer: Whose it is.
        address: The answer's own, `desk/number`.
        settings: Of the graph.
        canvas: The page that entities are opened on.
        own: This dashboard is its user's own.

    """
    with st.container(horizontal=True, vertical_alignment="center", key="console-open"):
        if part.subgraph.entities:
            _buttons(part, settings, canvas, own=own)
        notes = [element("p", words, class_="quiet") for words in _notes(part, answer.found)]
        if notes:
            st.html(element("div", *notes))
    if part.drawable:
        source = f"./api/console/answers/{address}.svg?theme={theme()}"
        sheet_component("drawn", {"address": source, "label": _described(part)}, _nothing)
    st.html(element("div", _entities(part), _claims(part), class_="found"))


def _nothing() -> None:
    """The picture does nothing."""


def _buttons(part: Shown, settings: Settings, canvas: StreamlitPage, *, own: bool) -> None:
    ids = tuple(str(one.id) for one in part.subgraph.entities)[: settings.drawn_nodes]
    visit = visits.here(own=own)
    if visit.view is not None and st.button("Add to the canvas", type="primary"):
        told(visit, {"kind": "add", "ids": list(ids)}, reader(settings), settings)
        st.switch_page(canvas)
    if st.button("Open in Explore", type="secondary" if visit.view else "primary"):
        _open(ids, own=own)
        st.switch_page(canvas)


def _open(ids: tuple[str, ...], *, own: bool) -> None:
    """Have these on the canvas and nothing else; undo brings back what was there."""
    visit = visits.here(own=own)
    with visit.lock:
        view = View(steps=(ids,), theme=theme())
        if visit.view is not None:
            visit.history = visit.history.changed(visit.view, view)
        visit.view, visit.shown = view, {}


def _notes(part: Shown, found: Recognised) -> Iterable[str]:
    """Say what is not drawn, and why."""
    if found.others:
        kinds = ", ".join(sorted(found.others))
        number = amount(sum(found.others.values()), "relation that is no claim", _NO_CLAIMS)
        yield f"Not drawn: {number} ({kinds})."
    if found.apart:
        kinds = ", ".join(f"{label} {count:,}" for label, count in sorted(found.apart.items()))
        yield f"Nodes that are no entities are in the table alone: {kinds}."
    if part.joined and part.subgraph.claims:
        yield "The answer has no claims; those among its entities are shown."
    if part.uncounted:
        yield f"Not shown: {amount(part.uncounted, 'claim')} without a statement that counts."
    if part.missing:
        yield f"Not in this graph: {amount(part.missing, 'id')} of the answer."
    if part.left:
        yield f"{part.left:,} more entities are in the table alone."
    if part.subgraph.entities and not part.drawable:
        yield "Too many for a picture here: open them in Explore, or add a LIMIT."


def _entities(part: Shown) -> Markup:
    def line(id_: str, name: str, category: str) -> Markup:
        lead = element("a", name_of(name, 90), href=canvas_link([id_], id_), target="_self")
        kind = element("span", vocabulary.categories()[category].label, class_="quiet")
        return element("li", lead, " ", kind)

    rows = [line(str(one.id), one.name, one.category) for one in part.subgraph.entities]
    return _list(amount(len(rows), "entity", "entities"), rows)


def _claims(part: Shown) -> Markup:
    rows = [_claim(part, one) for one in part.subgraph.claims]
    return _list(amount(len(rows), "claim"), rows)


def _claim(part: Shown, one: CountedClaim) -> Markup:
    sentence = name_of(capital(part.subgraph.sentence(one)))
    lead = element("a", sentence, href=claim_link(one.claim), target="_self")
    agreement = one.counts.agreement
    mark = [element("span", agreement, class_="tag warn")] if agreement == "contested" else []
    return element("li", lead, *mark)


def _list(title: str, rows: list[Markup]) -> Markup:
    if not rows:
        return Markup("")
    first, rest = rows[:_FEW], rows[_FEW:]
    parts = [element("h3", title), element("ul", *first)]
    if rest:
        more = element("summary", f"{len(rest):,} more")
        parts.append(element("details", more, element("ul", *rest)))
    return element("section", *parts)


def _described(part: Shown) -> str:
    entities = amount(len(part.subgraph.entities), "entity", "entities")
    return f"{entities} and {amount(len(part.subgraph.claims), 'claim')}, drawn"
