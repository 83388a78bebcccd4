"""The visits of this process: the page finds its own by its session, the route by its id."""

from collections.abc import Mapping
from typing import Any, Final
from weakref import WeakValueDictionary

import streamlit as st

from web.visit import Visit

# What only Explore has in its address.
_TRAIL: Final = ("ids", "without", "closed", "folded", "moved", "layout")


def here(*, own: bool) -> Visit:
    """The visit of this session; it lives as long as the session does."""
    visit: Visit | None = st.session_state.get("visit")
    if visit is None:
        visit = st.session_state["visit"] = Visit(own=own)
        _all()[visit.id] = visit
    return visit


def found(id_: str) -> Visit | None:
    """The visit of an id; None once its tab is closed."""
    return _all().get(id_)


def act() -> Mapping[str, Any]:
    """Take what the person just did; it is done once."""
    taken: Mapping[str, Any] = st.session_state.pop("act", {})
    return taken


def note(act: Mapping[str, Any]) -> None:
    """Keep what the person did for the run that follows."""
    st.session_state["act"] = act


def seen() -> dict[str, str]:
    """The address that the page last led to, or saw."""
    kept: dict[str, str] = st.session_state.get("address", {})
    return kept


def lead_to(address: dict[str, str]) -> None:
    """Write the address of what is shown; a browser that is there already is left alone."""
    if st.query_params.to_dict() != address:
        st.query_params.from_dict(address)
    st.session_state["address"] = address


def drop_trail() -> None:
    """Take out of another page's address what an act on Explore wrote while it was being left."""
    for key in _TRAIL:
        st.query_params.pop(key, None)


def turned_to(page: str) -> bool:
    """Note which page this run shows; say whether the last one showed another."""
    before = st.session_state.get("page")
    st.session_state["page"] = page
    return before != page


def start_again() -> None:
    """Forget the view and its address."""
    for kept in ("visit", "address", "act"):
        st.session_state.pop(kept, None)
    st.query_params.clear()


@st.cache_resource(show_spinner=False)
def _all() -> "WeakValueDictionary[str, Visit]":
    return WeakValueDictionary()
