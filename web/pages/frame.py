"""What all pages share: the title, the mark, and the frame without Streamlit's wide margins."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent


def dressed(theme: str, title: str) -> None:
    """Give the frame the theme of what is shown in it, and the browser's tab its title."""
    st.set_page_config(page_title=f"{title} · Gutgraph")
    for name in ([theme] if theme == "dark" else []) + ["embedded"] * bool(st.context.is_embedded):
        st.html(_FOLDER / f"frame-{name}.css")


def frame() -> None:
    """Set the page up; comes before anything that is shown."""
    st.set_page_config(page_title="Gutgraph", page_icon=str(_FOLDER / "icon.svg"), layout="wide")
    st.logo(str(_FOLDER / "logo.svg"), size="medium")
    st.html(_FOLDER / "frame.css")
