"""The theme of a visit: in the address, kept from page to page, the same for all of them."""

from typing import Final

import streamlit as st

from figures.style import themes
from web.canvas.component import sheet_act, sheet_component

_KEPT: Final = "theme"
_NAME: Final = "theme"


def theme() -> str:
    """The theme of this visit."""
    kept: str = st.session_state.get(_KEPT, _first())
    return kept


def keep_theme(name: str) -> None:
    """Have it on the pages that follow."""
    st.session_state[_KEPT] = name


def look() -> None:
    """Take the theme from the address; another page's address gets the one this visit has."""
    asked = st.query_params.get(_KEPT, "")
    if asked in themes():
        keep_theme(asked)
    _write(theme())


def theme_button() -> None:
    """Show the button that changes it, in the frame of the page."""
    sheet_component(_NAME, {"theme": theme()}, _chosen)


def _chosen() -> None:
    name = str(sheet_act(_NAME).get("name"))
    if name in themes():
        keep_theme(name)
        _write(name)


def _write(name: str) -> None:
    """The first theme goes without saying."""
    if name != _first():
        if st.query_params.get(_KEPT) != name:
            st.query_params[_KEPT] = name
    elif _KEPT in st.query_params:
        del st.query_params[_KEPT]


def _first() -> str:
    return next(iter(themes()))
