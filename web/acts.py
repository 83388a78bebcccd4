"""What a person does on the Explore page: each act turns a view into the next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from figures.style import themes
from graph.ask.claims import claims_among
from graph.ask.entities import require_entities
from graph.ask.neighbourhood import Wanted, best_neighbours
from graph.engine.store import Store
from graph.errors import GutgraphError, TooLarge
from graph.model.claim import Claim
from graph.model.narrowing import Narrowing
from graph.settings import Settings
from web import folding
from web.collapsing import collapsed
from web.filters import narrowed
from web.view import LAYOUTS, View

_NOTHING_MORE: Final = (
    "Nothing more to grow here: every neighbour is in this view already. One that is not to be "
    "seen is left out by a filter."
)


def apply(  # noqa: PLR0911, PLR0912 - one return for each kind of act
    act: Mapping[str, Any], view: View, store: Store, settings: Settings
) -> View:
    """Do one act; one that is not known changes nothing.

    Args:
        act: `kind` and its values, as the page's component sends them; `ids` where an act is for
            several entities, else `id`.
        view: What is on the canvas.
        store: Asked for neighbours when a node grows.
        settings: The limits.

    Raises:
        GutgraphError: A growth found nothing that is not drawn already.
        TooLarge: More would be drawn than the settings allow.
        StoreError: The store did not answer.

    """
    if act.get("kind") in folding.ACTS:
        return folding.folded(act, view, store)
    ids = _ids(act)
    if view.folded and act.get("kind") in {"grow", "hide"}:
        return _behind(act, ids, view, store, settings)
    id_ = ids[0] if ids else ""
    match act.get("kind"):
        case "focus":
            return replace(view, focus=id_)
        case "add":
            return _added(view, ids, id_, settings)
        case "open":
            claim = Claim.from_id(id_)
            return _added(view, (claim.subject, claim.object), id_, settings)
        case "grow":
            return _grown(act, ids, view, store, settings)
        case "collapse":
            return collapsed(view, id_, claims_among(store, view.ids))
        case "hide":
            return view.put_away(*ids)
        case "unhide":
            return view.brought_back(ids or None)
        case "move":
            return _moved(act, view)
        case "unpin":
            return view.unpinned(ids)
        case "explode":
            return replace(view, exploded=_toggled(view.exploded, id_))
        case "filter":
            return narrowed(act, view)
        case "clear":
            return replace(view, narrowing=Narrowing(), closed=())
        case "theme" | "layout" as name:
            return _chosen(view, name, str(act.get("name")))
        case _:
            return view


def _behind(
    act: Mapping[str, Any], ids: tuple[str, ...], view: View, store: Store, settings: Settings
) -> View:
    """Grow or hide what folded nodes stand for; a fold that grew stays chosen."""
    inside = folding.behind(ids, view, store)
    if act.get("kind") == "hide":
        hidden = view.put_away(*inside)
        return replace(hidden, focus="") if view.focus in ids else hidden
    return replace(_grown(act, inside, view, store, settings), focus=ids[-1])


def _ids(act: Mapping[str, Any]) -> tuple[str, ...]:
    several = act.get("ids")
    if isinstance(several, list):
        return tuple(dict.fromkeys(map(str, several)))
    return (str(act["id"]),) if act.get("id") is not None else ()


def _grown(
    act: Mapping[str, Any], ids: Collection[str], view: View, store: Store, settings: Settings
) -> View:
    """Grow each entity in a step of its own, so that each can be collapsed by itself."""
    limit = min(max(1, int(act.get("limit") or settings.neighbours)), settings.drawn_nodes)
    wanted = Wanted(_sorted(act.get("predicates")), _sorted(act.get("categories")))
    grown = view
    for id_ in ids:
        if id_ not in view.ids:
            require_entities(store, [id_])
        near = best_neighbours(store, [id_], limit, wanted)
        grown = _added(grown, sorted({id_, *near}), id_, settings, grew=id_)
    if grown.drawn == view.drawn:
        raise GutgraphError(_NOTHING_MORE)
    return grown


def _sorted(values: Any) -> tuple[str, ...]:
    return tuple(sorted(set(map(str, values or ()))))


def _added(view: View, ids: Iterable[str], focus: str, settings: Settings, grew: str = "") -> View:
    added = view.with_step(ids, focus, grew)
    drawn = len(added.drawn)
    if drawn > settings.drawn_nodes:
        raise TooLarge(
            f"This step would draw {drawn} entities; the limit is {settings.drawn_nodes}. "
            "Hide some, open a new view, or set GUTGRAPH_DRAWN_NODES (1,000 at most)."
        )
    return added


def _moved(act: Mapping[str, Any], view: View) -> View:
    for id_, x, y in act["moves"]:
        view = view.move(str(id_), int(x), int(y))
    return view


def _chosen(view: View, name: str, value: str) -> View:
    if name == "theme":
        return replace(view, theme=value) if value in themes() else view
    return replace(view, layout=value) if value in LAYOUTS else view


def _toggled(ids: tuple[str, ...], id_: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != id_) if id_ in ids else (*ids, id_)
