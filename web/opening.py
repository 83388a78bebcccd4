"""Open the user's browser at the dashboard, the launch token on no command line."""

import os
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

from graph.errors import GutgraphError

_PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Gutgraph</title>
<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url={link}">
<p><a href="{link}">Open Gutgraph</a></p></html>
"""


@contextmanager
def opened(link: str, folder: Path) -> Iterator[None]:
    """Open the link in the browser for the time of the block.

    Other users of the machine can read what programs are called with, so the browser is called
    with a file that leads to the link and that only its owner can read.

    Raises:
        GutgraphError: The file cannot be written.

    """
    page = folder.resolve() / f"open-{os.getpid()}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        page.unlink(missing_ok=True)
        mine = os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise GutgraphError(
            f"{page} cannot be written ({error.strerror}), so no browser was opened. Run "
            "gutgraph serve --no-browser and open the link yourself."
        ) from error
    try:
        with os.fdopen(mine, "w", encoding="utf-8") as file:
            file.write(_PAGE.format(link=escape(link)))
        webbrowser.open(page.as_uri())
        yield
    finally:
        page.unlink(missing_ok=True)
