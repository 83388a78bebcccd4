"""The Stories page: make a story from a snapshot, step by step; present it, take it along."""

import json
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from archive import snapshots as archive
from archive import stories as kept_stories
from archive.stories import KeptStory
from figures.options import PARTS
from figures.story import STORY_FORMATS
from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError
from graph.model.snapshot import Snapshot
from graph.model.story import Story
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.connection import reader
from web.offering import parts
from web.pages.acted import acted
from web.pages.sheet import sheet
from web.rights import require_right
from web.words import capital

_NAME: Final = "stories"
_ACT: Final = "stories-act"
_EDITED: Final = "stories-edited"
_OFFERED: Final = 200  # snapshots to choose from
_LEAD: Final = "A figure told step by step: what appears, what it is about, and what to say."


def stories(settings: Settings, *, own: bool) -> None:
    """Show the page.

    Args:
        settings: Of the graph.
        own: Whether stories may be made and deleted here.

    """
    with sheet(_NAME, "Stories", _LEAD):
        store = reader(settings)
        act = st.session_state.pop(_ACT, {})
        said, troubled = acted(lambda: _done(act, settings, own=own))
        data: dict[str, Any] = {"own": own, "said": said, "troubled": troubled}
        data |= {"stories": [_row(one) for one in kept_stories.listed(store)]}
        data |= {
            "formats": _formats(),
            "parts": parts(),
            "snapshots": _snapshots(store) if own else [],
        }
        data |= {"edited": _edited(store, act if troubled else {}) if own else None}
        sheet_component(_NAME, data, _note)


def _note() -> None:
    st.session_state[_ACT] = sheet_act(_NAME)


def _done(act: Mapping[str, Any], settings: Settings, *, own: bool) -> str:
    kind, id_ = str(act.get("kind", "")), str(act.get("id", ""))
    if kind in {"new", "edit"}:
        st.session_state[_EDITED] = {kind: id_}
    if kind == "close":
        st.session_state.pop(_EDITED, None)
    if kind not in {"save", "delete"}:
        return ""
    require_right(own)
    with open_store(settings, "writer") as store:
        if kind == "delete":
            st.session_state.pop(_EDITED, None)
            return f"{kept_stories.delete(store, id_).called} is deleted."
        kept = kept_stories.keep(store, _story(act), id_)
    st.session_state[_EDITED] = {"edit": kept.id}
    return f"Saved as {kept.short_id}: {kept.steps} steps."


def _story(act: Mapping[str, Any]) -> Story:
    """The story that the page sends, read as a file of one would be."""
    fields = act.get("story")
    return Story.from_json(
        json.dumps({"schema_version": 1} | (fields if isinstance(fields, dict) else {}))
    )


def _edited(store: Store, refused: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the editor shows; a story that was refused is not lost with it."""
    chosen = st.session_state.get(_EDITED)
    if not chosen:
        return None
    try:
        if "edit" in chosen:
            story, snapshot = kept_stories.read(store, chosen["edit"])
            told: dict[str, Any] = json.loads(story.to_json()) | {
                "id": story.id,
                "snapshot": snapshot.id,
            }
        else:
            snapshot = archive.read(store, chosen["new"])
            told = {"id": "", "title": snapshot.title, "snapshot": snapshot.id, "steps": []}
    except StoreError:
        raise
    except GutgraphError:
        st.session_state.pop(_EDITED, None)
        return None
    again = refused.get("story") if refused.get("kind") == "save" else None
    return told | (again if isinstance(again, dict) else {}) | _shown(snapshot)


def _shown(snapshot: Snapshot) -> dict[str, Any]:
    graph = snapshot.subgraph
    return {
        "image": f"./snapshots/{snapshot.id}.svg?without={','.join(PARTS)}",
        "entities": [{"id": one.id, "name": capital(one.name)} for one in graph.entities],
        "claims": [
            {
                "id": one.id,
                "subject": one.claim.subject,
                "object": one.claim.object,
                "text": capital(graph.sentence(one)),
            }
            for one in graph.claims
        ],
    }


def _row(one: KeptStory) -> dict[str, Any]:
    return {
        "id": one.id,
        "short_id": one.short_id,
        "called": one.called,
        "steps": one.steps,
        "when": one.changed[:16].replace("T", " "),
        "address": f"./stories/{one.id}",
    }


def _snapshots(store: Store) -> list[dict[str, str]]:
    return [
        {"id": one.id, "called": one.called, "when": one.created[:10]}
        for one in archive.listed(store, 1, _OFFERED).kept
    ]


def _formats() -> list[dict[str, str]]:
    return [{"suffix": one.suffix, "label": one.label} for one in STORY_FORMATS.values()]
