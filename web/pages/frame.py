"""What all pages share: the title, the mark, and the frame without Streamlit's wide margins."""

from pathlib import Path

import streamlit as st

from web.pages.look import keep_theme

_FOLDER = Path(__file__).parent


def dressed(theme: str, title: str) -> None:
    """Keep the theme of what is shown for the other pages; give the browser's tab its title."""
    st.set_page_config(page_title=f"{title} · Gutgraph")
    keep_theme(theme)
    if st.context.is_embedded:
        st.html(_FOLDER / "frame-embedded.css")


def frame() -> None:
    """Set the page up; comes before anything that is shown."""
    st.set_page_config(page_title="Gutgraph", page_icon=str(_FOLDER / "icon.svg"), layout="wide")
    st.logo(str(_FOLDER / "logo.svg"), size="medium")
    st.html(_FOLDER / "frame.css")
