"""What all pages share: the title, the mark, and the frame without Streamlit's wide margins."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent


def frame() -> None:
    """Set the page up; comes before anything that is shown."""
    st.set_page_config(page_title="Gutgraph", page_icon=str(_FOLDER / "icon.svg"), layout="wide")
    st.logo(str(_FOLDER / "logo.svg"), size="medium")
    st.html(_FOLDER / "frame.css")
