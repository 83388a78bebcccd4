"""A view as an address: all of it while it is short, else the id it is kept under."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from archive.views import keep, kept
from figures.geometry.fitting import MOST_ENTITIES
from figures.style import themes
from graph.errors import GutgraphError, TooLarge
from graph.model.snapshot import Snapshot
from web.places import Plan
from web.view import Placed, View

_MOST_IDS: Final = 3 * MOST_ENTITIES  # those put away too
_BESIDE: Final = ("focus", "theme")  # in the address of a kept view too


def address_of(view: View, plan: Plan, folder: Path) -> dict[str, str]:
    """Write a view as query parameters; one past 2 kB is kept, with the places of all it draws.

    Args:
        view: What is drawn.
        plan: Where it stands.
        folder: The data folder.

    Raises:
        GutgraphError: It cannot be kept.

    """
    if view.fits_address:
        return view.query
    points = {
        id_: [round(float(point.x - plan.shift), 1), round(float(point.y), 1)]
        for id_, point in sorted(plan.points.items())
    }
    frame = [float(number) for number in (plan.frame.width, plan.frame.height, plan.frame.scale)]
    query = replace(view, focus="").query
    id_ = keep(folder, {"query": query, "points": points, "frame": frame})
    beside = {key: view.query.get(key, "") for key in _BESIDE}
    return {"view": id_} | {key: value for key, value in beside.items() if value}


def opened_address(snapshot: Snapshot, folder: Path) -> dict[str, str]:
    """Write the live view of a snapshot: its entities, in its places where it has some.

    Args:
        snapshot: What was frozen.
        folder: The data folder, where the places are kept.

    Raises:
        GutgraphError: They cannot be kept.

    """
    ids = tuple(entity.id for entity in snapshot.subgraph.entities)
    view = View(steps=(ids,), theme=snapshot.theme, layout=snapshot.layout)
    focus = {"focus": snapshot.focus[0]} if len(snapshot.focus) == 1 else {}
    opened = {"snapshot": snapshot.id} | focus
    frame = snapshot.frame
    if frame is None or set(ids) - snapshot.positions.keys():
        return _short(view, folder) | opened
    points = {id_: list(place) for id_, place in snapshot.positions.items()}
    plane = [frame.width, frame.height, frame.scale]
    kept = keep(folder, {"query": view.query, "points": points, "frame": plane})
    return {"view": kept} | opened


def _short(view: View, folder: Path) -> dict[str, str]:
    """A view without places as an address, whatever its length."""
    if view.fits_address:
        return view.query
    return {"view": keep(folder, {"query": view.query})}


def view_of(query: Mapping[str, str], folder: Path) -> View:
    """Read a view from an address.

    Raises:
        GutgraphError: The address names a view that is not kept.
        TooLarge: It names more entities than are ever drawn; nothing is asked or laid out then.

    """
    view = _view_of(query, folder)
    for count, most in ((len(view.drawn), MOST_ENTITIES), (len(view.ids), _MOST_IDS)):
        if count > most:
            raise TooLarge(
                f"A view of {count:,} entities is past the limit of {most:,}; open a new one, or "
                "read the claims as a table."
            )
    return view


def _view_of(query: Mapping[str, str], folder: Path) -> View:
    if "view" not in query:
        return View.read(query)
    held = kept(folder, query["view"])
    try:
        if "points" not in held:
            return replace(View.read(held["query"]), focus=query.get("focus", ""))
        points = {str(id_): (float(x), float(y)) for id_, (x, y) in held["points"].items()}
        width, height, scale = map(float, held["frame"])
        view = View.read(held["query"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GutgraphError(f"View {query['view']!r} cannot be read; start again.") from error
    placed = Placed(points, (width, height, scale))
    asked = query.get("theme", "")
    theme = asked if asked in themes() else view.theme
    return replace(view, placed=placed, focus=query.get("focus", ""), theme=theme)
