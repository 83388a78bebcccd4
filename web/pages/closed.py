"""What a page says when there is nothing to show: an empty graph, a store out of reach."""

import streamlit as st

from graph.errors import StoreError
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
