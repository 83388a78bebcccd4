"""Leads from page to page: relative links within the dashboard, which work behind a path too."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from graph.ask.entities import entities
from graph.engine.store import Store
from graph.model.claim import Claim
from graph.model.narrowing import Narrowing
from web.narrowing import narrowing_query
from web.view import View


def canvas_link(ids: Iterable[str], focus: str = "") -> str:
    """Lead to the canvas with these entities on it and one of them, or a claim, chosen."""
    return page_link("", View(steps=(tuple(dict.fromkeys(ids)),), focus=focus).query)


def claim_link(claim: Claim) -> str:
    """Lead to a claim on the canvas: its two ends, and its panel open."""
    return canvas_link((claim.subject, claim.object), claim.id)


def reading_link(document: str, start: int | None = None, end: int | None = None) -> str:
    """Lead to a document's text, at some place of it."""
    place = {} if start is None else {"at": f"{start}-{start if end is None else end}"}
    return page_link("reading", {"document": document, **place})


def claims_link(document: str) -> str:
    """Lead to the claims that a document speaks of."""
    return page_link("claims", narrowing_query(Narrowing(documents=(document,))))


def table_instead(store: Store, act: Mapping[str, Any], view: View) -> dict[str, str]:
    """Offer as a table what would be too much for the canvas: the claims of what was to grow.

    Args:
        store: Asked for the name.
        act: What could not be done; `id` or `ids` says to what.
        view: Its filters narrow the table too.

    """
    id_ = str(act.get("id") or next(iter(act.get("ids") or ()), ""))
    found = entities(store, [id_]).get(id_)
    query = narrowing_query(view.narrowing) | ({"entity": id_} if found else {})
    words = f"Read the claims of {found.name} as a table" if found else "Read claims as a table"
    return {"words": words, "href": page_link("claims", query)}


def page_link(page: str, query: Mapping[str, str]) -> str:
    """Lead to a page of the dashboard; "" is Explore."""
    written = urlencode({key: value for key, value in query.items() if value})
    return f"./{page}?{written}" if written else f"./{page}"
