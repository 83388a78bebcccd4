"""The About page: what is in this graph, how to cite it, how to connect to it, its limits."""

from collections import Counter
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

import streamlit as st

from graph.ask.answers import LoadedDocument, Overview
from graph.ask.overview import overview
from graph.ask.sources import documents
from graph.engine import embedded
from graph.engine.client_lines import FIRST_QUERY, Door, client_lines, door_of
from graph.settings import Settings
from web.citing import bibtex, citation
from web.leads import reading_link
from web.links import checked_address
from web.markup import Markup, element, joined, name_of, out_link
from web.pages.sheet import filled, section, sheet, table

_LISTED: Final = 12


def about(settings: Settings, *, own: bool) -> None:
    """Show the page.

    Args:
        settings: Of the graph.
        own: Whoever looks started this dashboard, so may see how clients come in.

    """
    lead = "What it holds, where that comes from, and how to quote and reach it."
    with sheet("about", "About this graph", lead):
        store = filled(settings)
        if store is None:
            return
        numbers = overview(store)
        _numbers(numbers)
        _sources(documents(store))
        _cite(numbers, settings)
        _connect(settings, own=own)
        _limits(settings)


def _numbers(numbers: Overview) -> None:
    tiles = (
        ("entities", numbers.entities),
        ("claims", numbers.claims),
        ("statements", numbers.evidence),
        ("publications", numbers.publications),
        ("documents", numbers.documents),
    )
    changing = "Somebody is writing to it now, or a load stopped half way. "
    drawn = (
        element("div", element("dd", f"{count:,}"), element("dt", name)) for name, count in tiles
    )
    st.html(
        joined(
            element("dl", *drawn, class_="tiles"),
            element(
                "p",
                "Data version ",
                element("code", numbers.data_version),
                ". It changes whenever a document is loaded, replaced or forgotten, or a statement "
                "is reviewed; the same version is the same graph. ",
                changing if numbers.changing else "",
                class_="quiet",
            ),
        )
    )


def _sources(loaded: tuple[LoadedDocument, ...]) -> None:
    section("Where it comes from")
    largest = sorted(loaded, key=lambda one: (-one.evidence - one.assertions, one.document.id))
    rows: list[tuple[str, ...]] = [
        (
            _title(one),
            one.document.kind,
            f"{one.evidence + one.assertions:,}",
            one.document.licence or element("span", "not stated", class_="quiet"),
        )
        for one in largest[:_LISTED]
    ]
    st.html(table(("Document", "Kind", "Statements", "Licence"), rows, "Sources of this graph"))
    left = len(loaded) - _LISTED
    more = f"{left:,} more documents are listed on the Sources page. " if left > 0 else ""
    st.html(element("p", more + _licences(loaded), class_="quiet"))


def _title(one: LoadedDocument) -> Markup:
    document = one.document
    title = document.title or document.id
    address = checked_address(document.url)
    outside = joined(" ", out_link("source", address)) if address else Markup()
    inside = element("a", name_of(title), href=reading_link(document.id), target="_self")
    return joined(inside, element("span", outside, class_="quiet"))


def _licences(loaded: tuple[LoadedDocument, ...]) -> str:
    """Count the licences: whoever reuses the graph must keep each of them."""
    counted = Counter(one.document.licence or "not stated" for one in loaded)
    said = ", ".join(f"{name} ({number:,})" for name, number in counted.most_common())
    return f"Licences by document: {said}."


def _cite(numbers: Overview, settings: Settings) -> None:
    section("How to cite it", "The data version makes the citation exact; copy it with the rest.")
    now = datetime.now(UTC).date()
    program = version("gutgraph")
    st.code(citation(numbers, program, now, settings.public_url), language=None, wrap_lines=True)
    with st.expander("As BibTeX"):
        st.code(bibtex(numbers, program, now, settings.public_url), language=None)


def _connect(settings: Settings, *, own: bool) -> None:
    section("How to connect to it", "Any Neo4j client can read the graph over Bolt.")
    if not own:
        st.text("On a shared dashboard the address and login are given by whoever keeps it.")
    else:
        _door(settings)


def _door(settings: Settings) -> None:
    if settings.neo4j_uri:
        st.text("The graph is on a Neo4j server of yours; the password is in NEO4J_PASSWORD.")
    else:
        st.text(
            "The embedded engine listens on this machine alone, while something is connected to "
            "it. Its login can read and never write; a line gets the password as it runs."
        )
    with st.expander("Show the address, the login and a line for each client"):
        status = embedded.status(settings)
        st.code(_login(door_of(settings, status)), language=None)
        lines = client_lines(settings, status)
        for tab, one in zip(st.tabs([one.client for one in lines]), lines, strict=True):
            tab.code(one.line, language=None, wrap_lines=True)
        st.text("A first query:")
        st.code(FIRST_QUERY, language=None, wrap_lines=True)
        st.caption("In a terminal: gutgraph engine status")


def _login(door: Door) -> str:
    return (
        f"address   {door.address}\ndatabase  {door.database}\n"
        f"username  {door.username}\npassword  {door.password}"
    )


def _limits(settings: Settings) -> None:
    section("Its limits", "Each is a setting of whoever starts the dashboard.")
    rows: list[tuple[str, ...]] = [
        (field.description or name, f"{value:,.10g}", element("code", f"GUTGRAPH_{name.upper()}"))
        for name, field in type(settings).model_fields.items()
        if isinstance(value := getattr(settings, name), int | float) and name != "engine_port"
    ]
    st.html(table(("What", "Limit", "Setting"), rows, "Limits"))
