"""What a person does on the Explore page: each act turns a view into the next."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from graph.ask.neighbourhood import neighbourhood
from graph.engine.store import Store
from graph.errors import TooLarge
from graph.model.claim import Claim
from graph.model.evidence import CERTAINTIES
from graph.settings import Settings
from web.view import View

_ORDER: Final = {name: index for index, name in enumerate(CERTAINTIES)}


def apply(  # noqa: PLR0911 - one return for each kind of act
    act: Mapping[str, Any], view: View, store: Store, settings: Settings
) -> View:
    """Do one act; one that is not known changes nothing.

    Args:
        act: `kind` and its values, as the page's component sends them.
        view: What is on the canvas.
        store: Asked for neighbours when a node grows.
        settings: The limits.

    Raises:
        TooLarge: More would be drawn than the settings allow.
        StoreError: The store did not answer.

    """
    id_ = str(act.get("id", ""))
    match act.get("kind"):
        case "focus":
            return replace(view, focus=id_)
        case "add":
            return _grown(view, (id_,), id_, settings)
        case "open":
            claim = Claim.from_id(id_)
            return _grown(view, (claim.subject, claim.object), id_, settings)
        case "grow":
            around = neighbourhood(store, [id_], settings.neighbours)
            return _grown(view, [entity.id for entity in around.entities], id_, settings)
        case "hide":
            return view.put_away(id_)
        case "back":
            return view.back()
        case "move":
            return view.move(id_, int(act["x"]), int(act["y"]))
        case "explode":
            return replace(view, exploded=_toggled(view.exploded, id_))
        case "filter":
            return _filtered(view, str(act.get("name")), on=bool(act.get("on")))
        case _:
            return view


def _grown(view: View, ids: Any, focus: str, settings: Settings) -> View:
    grown = view.with_step(ids, focus)
    drawn = len(grown.drawn)
    if drawn > settings.drawn_nodes:
        raise TooLarge(
            f"This step would draw {drawn} entities; the limit is {settings.drawn_nodes}. "
            "Hide some, open a new view, or set GUTGRAPH_DRAWN_NODES (1,000 at most)."
        )
    return grown


def _filtered(view: View, name: str, *, on: bool) -> View:
    if name == "contested":
        return replace(view, contested_only=on)
    hidden = set(view.hidden) - {name} if on else {*view.hidden, name}
    return replace(view, hidden=tuple(sorted(hidden & set(CERTAINTIES), key=_ORDER.__getitem__)))


def _toggled(ids: tuple[str, ...], id_: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != id_) if id_ in ids else (*ids, id_)
