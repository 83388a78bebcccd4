"""What the pages beside Explore share: one column of calm type, a heading, a line below it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import streamlit as st

from graph.ask.overview import overview
from graph.engine.bolt import BoltStore
from graph.errors import GutgraphError, StoreError
from graph.settings import Settings
from web.connection import reader
from web.markup import Markup, element
from web.pages.closed import empty, unreachable

_FOLDER: Final = Path(__file__).parent


@contextmanager
def sheet(name: str, title: str = "", lead: str = "") -> Iterator[None]:
    """Lay a page out; what is shown in the block comes below its heading.

    An error of ours is said in words in place of what could not be shown.

    Args:
        name: The page's own word, for its styles.
        title: The heading; "" for a page whose component has its own.
        lead: A sentence below it.

    """
    st.set_page_config(page_title=f"{title or name.capitalize()} · Gutgraph")
    st.html(_FOLDER / "sheet.css")
    with st.container(key=f"sheet-{name}"):
        if title:
            heading = element("h1", title), element("p", lead, class_="lead")
            st.html(element("header", *heading, class_="sheet-head"))
        try:
            yield
        except StoreError as error:
            unreachable(error)
        except GutgraphError as error:
            if not title:
                st.html(element("h1", name.capitalize()))
            trouble(str(error))


def trouble(text: str) -> None:
    """Say what went wrong, where it went wrong."""
    st.html(element("p", text, class_="trouble", role="alert"))


def section(title: str, more: str = "") -> None:
    """Begin a part of a page."""
    lines = [element("h2", title), *([element("p", more, class_="lead")] if more else [])]
    st.html(element("div", *lines, class_="section"))


def table(columns: tuple[str, ...], rows: list[tuple[str, ...]], label: str) -> Markup:
    """A plain table; cells are texts or markup."""
    head = element("tr", *(element("th", one, scope="col") for one in columns))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    inner = element("thead", head), element("tbody", *body)
    return element("div", element("table", *inner, aria_label=label), class_="plain-table")


def filled(settings: Settings) -> BoltStore | None:
    """The reader's store; None, and words how to load, for an empty graph."""
    store = reader(settings)
    if overview(store).documents:
        return store
    empty(settings)
    return None
