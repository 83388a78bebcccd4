"""The component: its files, and the one call that puts it on a page."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

KEY: Final = "explore"
_COMPONENT: Final = "gutgraph.canvas"


def explore_component(data: dict[str, Any], on_act: Callable[[], None]) -> None:
    """Show the Explore page's component.

    Args:
        data: What it shows, see `web.screen`.
        on_act: Called before the next run when the person did something.

    """
    component = st.components.v2.component(_COMPONENT, js="explore.js", css="explore.css")
    component(key=KEY, data=data, on_act_change=on_act)


def last_act() -> dict[str, Any]:
    """What the person just did: `kind` and its values; empty when nothing is known."""
    state = st.session_state.get(KEY)
    act = None if state is None else state.get("act")
    return dict(act) if isinstance(act, dict) else {}


def sheet_component(name: str, data: dict[str, Any], on_act: Callable[[], None]) -> None:
    """Show the component of a page beside Explore: `NAME.js`, in the style they share.

    Args:
        name: Of its script, such as `reading`, `claims` or `console`.
        data: What it shows.
        on_act: Called before the next run when the person did something; see `sheet_act`.

    """
    component = st.components.v2.component(f"gutgraph.{name}", js=f"{name}.js", css="sheets.css")
    component(key=f"component-{name}", data=data, on_act_change=on_act)


def sheet_act(name: str) -> dict[str, Any]:
    """What the person just did on a page beside Explore."""
    state = st.session_state.get(f"component-{name}")
    act = None if state is None else state.get("act")
    return dict(act) if isinstance(act, dict) else {}
