"""The table that the Claims page asks: read once for a version of the graph, and how far it is."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from graph.ask.answers import Overview
from graph.ask.claim_table import ClaimTable, claim_table
from graph.engine.store import Store
from graph.settings import Settings
from web.markup import Markup, element
from web.tables import Reading, Tables, Which

_AT_ONCE: Final = 2.0  # seconds in which a small graph is read, and nothing else shown
_EVERY: Final = 0.7  # seconds between two looks at how far it is


def table_of(store: Store, settings: Settings, numbers: Overview, entity: str) -> ClaimTable | None:
    """Find the table; None while it is read: then the page says how far, and comes again.

    Args:
        store: The graph.
        settings: Which graph it is.
        numbers: Its version, and how many claims it has.
        entity: The one whose claims are wanted; "" for all.

    Raises:
        GutgraphError: It could not be read; the next call begins again.

    """
    which = Which(graph_of(settings), numbers.state, entity)
    reading = _tables().find(which, partial(_read, store, entity))
    reading.wait(_AT_ONCE)
    if not reading.ended:
        _follow(reading, 0 if entity else numbers.claims)
    if reading.error is not None:
        raise reading.error
    return reading.table


def graph_of(settings: Settings) -> tuple[str, str, str]:
    """Say which graph some settings lead to."""
    return str(settings.data), settings.neo4j_uri, settings.neo4j_database


@st.cache_resource(show_spinner=False)
def _tables() -> Tables:
    """The one shelf of the dashboard."""
    return Tables()


def _read(store: Store, entity: str, told: Callable[[int], None]) -> ClaimTable:
    return claim_table(store, entity, told)


def _follow(reading: Reading, expected: int) -> None:
    @st.fragment(run_every=_EVERY)
    def progress() -> None:
        if reading.ended:
            st.rerun()
        st.html(_under_way(reading.read, expected))

    progress()


def _under_way(read: int, expected: int) -> Markup:
    share = min(1.0, read / expected) if expected else 0.0
    what = f"Reading {expected:,} claims" if expected else "Reading claims"
    bar = element(
        "div",
        element("span", style=f"width: {share:.0%}"),
        class_="bar" if share else "bar unknown",
        role="progressbar",
        aria_label=what,
        aria_valuenow=f"{100 * share:.0f}" if share else None,
    )
    said = f"{read:,} so far. This is done once for each version of the graph."
    return element(
        "div",
        element("p", element("strong", what)),
        bar,
        element("p", said, class_="quiet"),
        class_="work",
        role="status",
    )
