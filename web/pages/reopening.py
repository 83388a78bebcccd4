"""A place to drop a figure's file: what it shows, what has changed since, and its live view."""

from typing import Final

import streamlit as st

from archive.carriers import LARGEST
from archive.changes import Changes, changed_since
from archive.reopen import KNOWN, reopen
from archive.snapshots import keep
from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError
from graph.model.snapshot import Snapshot
from graph.settings import Settings
from web.keeping import opened_address
from web.leads import page_link
from web.markup import Markup, element, name_of
from web.pages.sheet import section, trouble
from web.uploads import document_name
from web.words import amount

_MEGABYTES: Final = LARGEST // 1_000_000
_MOST: Final = 12  # lines of each kind
_READ: Final = "reopened-file"
_KEPT: Final = "reopened-kept"


def reopening(settings: Settings, store: Store, *, own: bool) -> None:
    """Offer the place; show what a dropped file holds.

    Args:
        settings: Of the graph.
        store: The graph, through the login that reads.
        own: Whether a snapshot may be kept here.

    """
    section(
        "Open a figure",
        "Drop a figure that was made here: SVG, PNG, PPTX, HTML or JSON. It opens live, and says "
        "what has changed since.",
    )
    file = st.file_uploader(
        "Figure to open",
        key="reopening-file",
        type=list(KNOWN),
        max_upload_size=_MEGABYTES,
        label_visibility="collapsed",
    )
    if file is None:
        st.session_state.pop(_READ, None)
        return
    try:
        snapshot, changes = _read(file.file_id, document_name(file.name), file.getvalue(), store)
        lead = page_link("", opened_address(snapshot, settings.data))
    except StoreError:
        raise
    except GutgraphError as error:
        trouble(str(error))
        return
    with st.container(key="reopened", border=True):
        st.html(_shown(snapshot, changes, lead))
        if own:
            _offer_to_keep(snapshot, settings)


def _read(file_id: str, name: str, data: bytes, store: Store) -> tuple[Snapshot, Changes]:
    """Read a file once, however often the page is shown."""
    kept = st.session_state.get(_READ)
    if kept is None or kept[0] != file_id:
        snapshot = reopen(data, name)
        kept = (file_id, snapshot, changed_since(store, snapshot))
        st.session_state[_READ] = kept
    return kept[1], kept[2]


def _offer_to_keep(snapshot: Snapshot, settings: Settings) -> None:
    said = st.session_state.pop(_KEPT, "")
    if said:
        st.html(element("p", said, class_="note"))
        return
    st.button(
        "Keep it in the gallery", key="keep-reopened", on_click=_keep, args=(snapshot, settings)
    )


def _keep(snapshot: Snapshot, settings: Settings) -> None:
    """Keep it before the page is shown again, so that the gallery has it."""
    try:
        with open_store(settings, "writer") as store:
            kept = keep(store, snapshot)
        st.session_state[_KEPT] = f"{kept.called} is in the gallery."
    except GutgraphError as error:
        st.session_state[_KEPT] = str(error)


def _shown(snapshot: Snapshot, changes: Changes, lead: str) -> Markup:
    graph = snapshot.subgraph
    numbers = " · ".join(
        (
            amount(len(graph.entities), "entity", "entities"),
            amount(len(graph.claims), "claim"),
            amount(len(snapshot.citations), "source"),
            f"snapshot {snapshot.short_id}",
        )
    )
    return element(
        "div",
        element("h3", name_of(snapshot.title or f"Snapshot {snapshot.short_id}")),
        element("p", numbers, class_="lead"),
        element("p", changes.words),
        *(_listed(label, lines) for label, lines in _lines(changes).items() if lines),
        element("p", element("a", "Open it live", href=lead, target="_self", class_="go")),
        class_="reopened",
    )


def _lines(changes: Changes) -> dict[str, list[str]]:
    return {
        "Claims with other numbers": [one.words for one in changes.claims_changed],
        "No longer in the graph": [
            one.text for one in (*changes.claims_went, *changes.entities_went)
        ],
        "Not in the figure": [one.text for one in changes.claims_came],
        "Sources retracted since": [one.text for one in changes.sources.retracted],
        "Sources forgotten since": [one.text for one in changes.sources.forgotten],
    }


def _listed(label: str, lines: list[str]) -> Markup:
    more = len(lines) - _MOST
    shown = [element("li", name_of(one)) for one in lines[:_MOST]]
    shown += [element("li", f"… and {more:,} more")] if more > 0 else []
    heading = element("summary", f"{label} ({len(lines):,})")
    return element("details", heading, element("ul", *shown))
