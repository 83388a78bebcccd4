"""The door for browsers: `streamlit run dashboard.py`, which `gutgraph serve` starts."""

import os
import secrets

import streamlit as st

from graph.settings import Settings
from web.api import routes
from web.app import PAGES, gate, say_it_failed
from web.rights import may_write

settings = Settings.read()

# `gutgraph serve` hands the token over; without one nobody knows it, and nobody enters.
token = os.environ.get("GUTGRAPH_TOKEN") or secrets.token_urlsafe(32)

# Streamlit finds the application by reading these very words, `app = st.App(`, in this file: built
# anywhere else, it would serve the file as a page, without the gate.
app = st.App(
    PAGES,
    routes=routes(settings, own=may_write(settings, os.environ)),
    middleware=gate(settings, token),
    on_script_error=say_it_failed,
)
