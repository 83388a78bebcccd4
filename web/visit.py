"""What a visit keeps between two acts: the view, its history, and the address that tells it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import streamlit as st

from web.history import History
from web.keeping import view_of
from web.memory import Memory
from web.pages.look import theme
from web.view import View

_KEPT: Final = ("view", "address", "act", "history")


def present(start: Callable[[], View], folder: Path) -> View:
    """The view of the address where it changed under us, else the one we had, else a start.

    Raises:
        GutgraphError: The address names a view that is not kept in this data folder.

    """
    address = st.query_params.to_dict()
    had: View | None = st.session_state.get("view")
    embed = bool(st.context.is_embedded)
    if {"ids", "view"} & address.keys() and address != st.session_state.get("address"):
        view = view_of(address, folder)
        if had is not None:
            st.session_state["history"] = history().changed(had, view)
    elif had is not None and had.steps:
        view = replace(had, theme=theme())  # it may have changed on another page
    else:
        view = replace(View.read(address), steps=start().steps)
    return replace(view, embed=embed)


def history() -> History:
    """The views before and after the present one."""
    kept: History = st.session_state.get("history", History())
    return kept


def act() -> Mapping[str, Any]:
    """Take what the person just did; it is done once."""
    taken: Mapping[str, Any] = st.session_state.pop("act", {})
    return taken


def note(act: Mapping[str, Any]) -> None:
    """Keep what the person did for the run that follows."""
    st.session_state["act"] = act


def travelled(kind: str, now: View) -> View:
    """Undo or redo."""
    before = history()
    after, view = before.undone(now) if kind == "undo" else before.redone(now)
    st.session_state["history"] = after
    return replace(view, embed=now.embed)


def changed(before: View, now: View) -> None:
    """Keep the view before a change."""
    st.session_state["history"] = history().changed(before, now)


def remember(view: View, written: dict[str, str]) -> None:
    """Keep the view, and write it into the address."""
    st.session_state["view"] = view
    if st.query_params.to_dict() != written:
        st.query_params.from_dict(written)
    st.session_state["address"] = written


def memory(state: str) -> Memory:
    """What this visit drew before; another state of the graph forgets it."""
    kept: Memory | None = st.session_state.get("memory")
    if kept is None or kept.state != state:
        kept = st.session_state["memory"] = Memory(state)
    return kept


def lists_documents(act: Mapping[str, Any]) -> bool:
    """Whether the filters list documents: from when somebody first asked for that."""
    if act.get("kind") == "documents":
        st.session_state["documents"] = True
    return bool(st.session_state.get("documents"))


def start_again() -> None:
    """Forget the view and its address."""
    for kept in _KEPT:
        st.session_state.pop(kept, None)
    st.query_params.clear()
