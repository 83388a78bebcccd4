"""What the application is made of: the script of the pages, and the gate before everything."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from starlette.middleware import Middleware

from graph.settings import Settings
from web.content_policy import content_policy
from web.gate import Gate

PAGES: Final = Path(__file__).with_name("main.py")


def gate(settings: Settings, token: str) -> list[Middleware]:
    """Put the gate before pages, routes and websocket.

    Args:
        settings: Of the graph it shows; its public address names the server.
        token: The launch token that lets a browser in.

    """
    public = urlsplit(settings.public_url).hostname
    hosts = [public] if public else []
    return [Middleware(Gate, token=token, policy=content_policy(), public_hosts=hosts)]
