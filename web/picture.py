"""The picture of a view: what is drawn after the filters, in its places; frozen for a figure."""

from dataclasses import dataclass, replace
from typing import Final

from archive.freeze import freeze
from figures.geometry import Drawing, compose
from figures.style import theme
from graph.ask.entities import entities
from graph.ask.subgraph import among
from graph.engine.store import Store
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot
from graph.model.subgraph import CountedClaim, Subgraph
from web.places import places
from web.view import View

THEME: Final = "light"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is on screen.

    Attributes:
        whole: Every entity and claim of the view, before the filters.
        snapshot: What is drawn of it, with places; a figure adds statements and sources.
        drawing: The boxes and curves.
        origin: Where the zero of `View.moved` is in the drawing.
        missing: Ids of the view that the graph does not have.

    """

    whole: Subgraph
    snapshot: Snapshot
    drawing: Drawing
    origin: tuple[float, float]
    missing: tuple[str, ...]

    @property
    def subgraph(self) -> Subgraph:
        """What is drawn."""
        return self.snapshot.subgraph


def picture(store: Store, view: View) -> Picture:
    """Draw a view.

    Raises:
        StoreError: The store did not answer.
        TooLarge: The view has more entities than a figure may have.

    """
    known = entities(store, view.ids)
    whole = among(store, list(known))
    drawn = filtered(whole, view)
    kept = {entity.id for entity in drawn.entities}
    plan = places(view, whole, theme(THEME))
    positions = {id_: (at.x, at.y) for id_, at in plan.points.items() if id_ in kept}
    focus = [EntityId(view.focus)] if view.focus in kept else []
    snapshot = Snapshot.of(drawn, positions, theme=THEME, frame=plan.frame, focus=focus)
    drawing = compose(snapshot)
    missing = tuple(id_ for id_ in view.ids if id_ not in known)
    left, top = _origin(drawing, positions)
    return Picture(whole, snapshot, drawing, (left + plan.shift, top), missing)


def figure(store: Store, view: View, title: str) -> Snapshot:
    """Freeze a view with its statements and sources; it is drawn as the canvas draws it.

    Raises:
        StoreError: The store did not answer.
        TooLarge: The view has more entities than a figure may have.

    """
    shown = picture(store, view).snapshot
    frozen = freeze(
        store,
        shown.subgraph,
        title,
        positions=shown.positions,
        theme=shown.theme,
        focus=shown.focus,
    )
    return replace(frozen, frame=shown.frame)


def filtered(whole: Subgraph, view: View) -> Subgraph:
    """Leave out what was put away and the claims that the filters hide."""
    left = [entity for entity in whole.entities if entity.id not in view.without]
    ids = {entity.id for entity in left}
    return Subgraph.of(
        left,
        (
            one
            for one in whole.claims
            if {one.claim.subject, one.claim.object} <= ids and _passes(one, view)
        ),
        {id_: count for id_, count in whole.hidden.items() if id_ in ids},
    )


def _passes(counted: CountedClaim, view: View) -> bool:
    if view.contested_only and counted.counts.agreement != "contested":
        return False
    return counted.counts.certainty not in view.hidden


def _origin(
    drawing: Drawing, positions: dict[EntityId, tuple[float, float]]
) -> tuple[float, float]:
    if not drawing.boxes:
        return (0.0, 0.0)
    box = drawing.boxes[0]
    x, y = positions[EntityId(box.id)]
    return (box.rect.centre.x - x, box.rect.centre.y - y)
