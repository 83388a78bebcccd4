"""The consoles of this process: the page finds its own by its session, the route by its id."""

from weakref import WeakValueDictionary

import streamlit as st

from web.console.desk import Desk

_KEPT = "console-desk"


def here() -> Desk:
    """The console of this session; it lives as long as the session does."""
    desk: Desk | None = st.session_state.get(_KEPT)
    if desk is None:
        desk = st.session_state[_KEPT] = Desk()
        _all()[desk.id] = desk
    return desk


def found(id_: str) -> Desk | None:
    """The console of an id; None once its tab is closed."""
    return _all().get(id_)


@st.cache_resource(show_spinner=False)
def _all() -> "WeakValueDictionary[str, Desk]":
    return WeakValueDictionary()
