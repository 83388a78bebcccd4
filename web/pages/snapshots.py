"""The Snapshots page: the gallery of what was kept; rename, delete, compare, download, link."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from archive import snapshots as archive
from archive.addresses import snapshot_link
from archive.comparing import Comparison, compare
from archive.snapshots import Gallery, Kept
from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.errors import GutgraphError, StoreError
from graph.settings import Settings
from web.canvas.component import sheet_act, sheet_component
from web.connection import reader
from web.offering import formats, parts
from web.pages.acted import acted
from web.pages.reopening import reopening
from web.pages.sheet import sheet
from web.rights import require_right

_NAME: Final = "snapshots"
_ACT: Final = "snapshots-act"
_PAGE: Final = "snapshots-page"
_COMPARED: Final = "snapshots-compared"
_LEAD: Final = "Views that were kept: each shows the same for ever, whatever is loaded later."


def snapshots(settings: Settings, *, own: bool) -> None:
    """Show the page.

    Args:
        settings: Of the graph.
        own: Whether snapshots may be renamed and deleted here.

    """
    with sheet(_NAME, "Snapshots", _LEAD):
        store = reader(settings)
        act = st.session_state.pop(_ACT, {})
        said, troubled = acted(lambda: _done(act, settings, own=own))
        gallery, page = _page(store)
        data = _told(gallery, page, settings) | {"own": own, "formats": formats()}
        data["parts"] = parts()
        data |= {"compared": _compared(store), "said": said, "troubled": troubled}
        sheet_component(_NAME, data, _note)
        reopening(settings, store, own=own)


def _note() -> None:
    st.session_state[_ACT] = sheet_act(_NAME)


def _done(act: Mapping[str, Any], settings: Settings, *, own: bool) -> str:
    kind, id_ = str(act.get("kind", "")), str(act.get("id", ""))
    if kind == "page":
        st.session_state[_PAGE] = int(act.get("page") or 1)
    if kind == "compare":
        st.session_state[_COMPARED] = [str(one) for one in act.get("ids") or ()][:2]
    if kind not in {"rename", "delete"}:
        return ""
    require_right(own)
    with open_store(settings, "writer") as store:
        if kind == "delete":
            return f"{archive.delete(store, id_).called} is deleted."
        words = {name: str(act.get(name) or "") for name in ("name", "notes")}
        return f"Saved: {archive.describe(store, id_, **words).called}."


def _page(store: Store) -> tuple[Gallery, int]:
    """The page that was chosen; the last one where there are no longer so many."""
    page = max(1, int(st.session_state.get(_PAGE, 1)))
    gallery = archive.listed(store, page)
    if gallery.kept or page == 1:
        return gallery, page
    page = _pages(gallery.total)
    return archive.listed(store, page), page


def _pages(total: int) -> int:
    return max(1, -(-total // archive.PAGE))


def _told(gallery: Gallery, page: int, settings: Settings) -> dict[str, Any]:
    return {
        "snapshots": [_card(one, settings) for one in gallery.kept],
        "total": gallery.total,
        "page": page,
        "pages": _pages(gallery.total),
    }


def _card(one: Kept, settings: Settings) -> dict[str, Any]:
    file = f"./snapshots/{one.id}"
    struck = f"{one.struck} of its quotes were struck." if one.struck else ""
    return {
        "id": one.id,
        "short_id": one.short_id,
        "name": one.name,
        "notes": one.notes,
        "title": one.title,
        "called": one.called,
        "when": one.created[:16].replace("T", " "),
        "entities": one.entities,
        "claims": one.claims,
        "sources": one.sources,
        "version": one.data_version[:8],
        "since": struck,
        "image": f"{file}.svg",
        "file": file,
        "live": file,
        "link": snapshot_link(settings.public_url, one.id),
    }


def _compared(store: Store) -> dict[str, Any] | None:
    """What differs between the two that were chosen, the earlier first."""
    chosen = st.session_state.get(_COMPARED) or []
    try:
        kept = sorted(
            (archive.described(store, one) for one in chosen), key=lambda one: one.created
        )
        if len(kept) < 2:  # noqa: PLR2004 - two are compared
            return None
        before, after = kept
        found = compare(archive.read(store, before.id), archive.read(store, after.id))
    except StoreError:
        raise
    except GutgraphError as error:
        return {"before": "", "after": "", "words": str(error), "parts": []}
    words = found.words
    return {"before": before.called, "after": after.called, "words": words, "parts": _parts(found)}


def _parts(found: Comparison) -> list[dict[str, Any]]:
    lists = {
        "Entities that came": ("came", found.entities_came),
        "Entities that went": ("went", found.entities_went),
        "Claims that came": ("came", found.claims_came),
        "Claims that went": ("went", found.claims_went),
        "Sources that came": ("came", found.sources_came),
        "Sources that went": ("went", found.sources_went),
    }
    changed = [
        f"{one.text}: " + ", ".join(f"{what} {was} → {now}" for what, was, now in one.differences)
        for one in found.claims_changed
    ]
    told = [
        {"label": label, "kind": kind, "lines": [line.text for line in lines]}
        for label, (kind, lines) in lists.items()
    ]
    return [*told, {"label": "Claims that changed", "kind": "changed", "lines": changed}]
