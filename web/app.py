"""What the application is made of: the script of the pages, the gate before them, last words."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.middleware import Middleware

from graph.settings import Settings
from web.api.as_sent import AsSent
from web.content_policy import content_policy
from web.gate import Gate

PAGES: Final = Path(__file__).with_name("script") / "main.py"


def say_it_failed(_: Exception) -> bool:
    """Say in the page that something failed that nobody foresaw; the log has all of it.

    Streamlit's own notice offers to send the error to other companies' servers.
    """
    with st.container(key="closed"):
        st.subheader("Something failed that should not have")
        st.text(
            "What happened stands in the terminal where the dashboard runs. Reload the page; if it "
            "fails again, open the dashboard's bare address for a fresh view."
        )
    return True


def gate(settings: Settings, token: str) -> list[Middleware]:
    """Put the gate before pages, routes and websocket; behind it, ids stay as they were sent.

    Args:
        settings: Of the graph it shows; its public address names the server.
        token: The launch token that lets a browser in.

    """
    public = urlsplit(settings.public_url).hostname
    hosts = [public] if public else []
    policy = content_policy(settings.frames)
    return [
        Middleware(Gate, token=token, policy=policy, public_hosts=hosts),
        Middleware(AsSent),
    ]
