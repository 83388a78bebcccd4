"""The Explore page: the view in the address, acts on it, and what they show."""

from dataclasses import replace
from typing import Final

import streamlit as st

from graph.ask.overview import overview
from graph.ask.starting import starting_view
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError
from graph.settings import Settings
from web.acts import apply
from web.canvas.component import explore_component, last_act
from web.connection import reader
from web.pages.closed import empty, undrawable, unreachable
from web.picture import picture
from web.reviewing import offered, reviewed
from web.screen import screen
from web.view import View

STARTING_ENTITIES: Final = 42
SUGGESTIONS: Final = 8


def explore(settings: Settings, *, own: bool = False) -> None:
    """Show the page, or say why it cannot be shown and what to do.

    Args:
        own: This dashboard is its user's own, and may write.

    """
    try:
        store = reader(settings)
        if not overview(store).entities:
            empty(settings)
            return
        view, trouble = _acted(_view(store), store, settings, own=own)
        numbers = overview(store)  # after the act: a verdict changes the data version
        _remember(view)
        shown = picture(store, view)
        data = screen(store, view, shown, numbers, suggestions(store, SUGGESTIONS), trouble)
    except StoreError as error:
        unreachable(error)
        return
    except GutgraphError as error:
        undrawable(error, _start_again)
        return
    data["panel"]["reviewing"] = offered(own=own)
    explore_component(data, _note_act)


def _note_act() -> None:
    st.session_state["act"] = last_act()


def _start_again() -> None:
    """Forget the view and its address."""
    for kept in ("view", "address", "act"):
        st.session_state.pop(kept, None)
    st.query_params.clear()


def _view(store: Store) -> View:
    """The view of the address where it changed under us, else the one we had, else a start."""
    address = st.query_params.to_dict()
    had: View | None = st.session_state.get("view")
    if "ids" in address and address != st.session_state.get("address"):
        return View.read(address)
    if had is not None and had.steps:
        return had
    start = starting_view(store, STARTING_ENTITIES)
    ids = tuple(entity.id for entity in start.entities)
    return replace(View.read(address), steps=(ids,))


def _acted(view: View, store: Store, settings: Settings, *, own: bool) -> tuple[View, str]:
    """Do what the person asked; what cannot be done is said, and the view stays."""
    act = st.session_state.pop("act", {})
    try:
        reviewed(act, settings, own=own)
        acted = apply(act, view, store, settings)
    except StoreError:
        raise
    except (GutgraphError, ValueError, KeyError) as error:
        return view, str(error)
    return acted, ""


def _remember(view: View) -> None:
    """Keep the view, and write it into the address while it fits there."""
    st.session_state["view"] = view
    written = view.query if view.fits_address else {}
    if st.query_params.to_dict() != written:
        st.query_params.from_dict(written)
    st.session_state["address"] = written
