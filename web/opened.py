"""The live view of a snapshot says which one it is of, and what has changed since."""

from typing import Final, TypedDict

import streamlit as st

from archive.changes import changed_since
from archive.snapshots import read
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError

_ASKED: Final = "snapshot"
_KEPT: Final = "opened-snapshot"


class Opened(TypedDict):
    """What the page says; the picture as it was frozen is at `href`."""

    words: str
    href: str
    troubled: bool


def opened_snapshot(store: Store) -> Opened | None:
    """The snapshot that this visit was opened from; None when it was not, or no longer is."""
    if asked := st.query_params.get(_ASKED):
        st.session_state[_KEPT] = _told(store, asked)
    told: Opened | None = st.session_state.get(_KEPT)
    return told


def let_go() -> None:
    """Another view was begun."""
    st.session_state.pop(_KEPT, None)


def _told(store: Store, id_: str) -> Opened | None:
    try:
        snapshot = read(store, id_)
        became = changed_since(store, snapshot)
    except StoreError:
        raise
    except GutgraphError:
        return None  # a link written by hand: the view shows all the same
    since = "" if became.same and not became.sources.words else became.words
    words = f"Live view of snapshot {snapshot.short_id}, {snapshot.created[:10]}. {since}"
    href = f"./snapshots/{snapshot.id}.svg"
    return Opened(words=words.strip(), href=href, troubled=bool(became.sources.words))
