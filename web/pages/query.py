"""The Query page: the saved query that the address names, else the console."""

from streamlit.navigation.page import StreamlitPage

from graph.settings import Settings
from web.pages.console import console
from web.pages.saved import asked_for, saved_query


def query(
    settings: Settings, canvas: StreamlitPage, *, own: bool = False, turned: bool = False
) -> None:
    """Show the page.

    Args:
        settings: Of the graph, with the console's limits.
        canvas: The page that entities of an answer are opened on.
        own: This dashboard is its user's own.
        turned: Another page was shown before: what was asked last is shown again.

    """
    if asked_for():
        saved_query(settings)
    else:
        console(settings, canvas, own=own, turned=turned)
