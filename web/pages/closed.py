"""What a page says when there is nothing to show: an empty graph, a store out of reach."""

from collections.abc import Callable

import streamlit as st

from graph.errors import GutgraphError, StoreError
from graph.settings import Settings


def empty(settings: Settings) -> None:
    """Say how to load something."""
    with st.container(key="closed"):
        st.subheader("This graph is empty")
        st.text("Load a document or a folder in a terminal, then reload this page. To begin with:")
        st.code(f"gutgraph --data {settings.data} load examples", language=None)


def unreachable(error: StoreError) -> None:
    """Say what does not answer and the way out."""
    with st.container(key="closed"):
        st.subheader("The graph does not answer")
        st.text(str(error))
        st.button("Try again", type="primary")


def undrawable(error: GutgraphError, start_again: Callable[[], None]) -> None:
    """Say why the view of an address cannot be drawn, and lead back to the first one."""
    with st.container(key="closed"):
        st.subheader("This view cannot be drawn")
        st.text(str(error))
        st.button("Open the start view", type="primary", on_click=start_again)
