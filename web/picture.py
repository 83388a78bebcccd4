"""The picture of a view: what is drawn after the filters, in its places; frozen for a figure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from archive.freeze import Positions, freeze
from figures.geometry import Drawing, on_canvas
from figures.style import node_style, theme
from graph.ask.spoken import Spoken, documents_of
from graph.ask.whole import Whole, whole
from graph.engine.store import Store
from graph.model.identity import EntityId
from graph.model.narrowing import Narrowing
from graph.model.rollup import Rolled
from graph.model.snapshot import Snapshot
from graph.model.subgraph import CountedClaim, Subgraph
from web import folding
from web.filters import passing
from web.memory import Memory
from web.places import Plan, arranged, places
from web.view import View

_MIDDLE: Final = 150.0  # of the leftmost boxes of a figure, at most


@dataclass(frozen=True, slots=True)
class Picture:
    """What is on screen.

    Attributes:
        whole: Every entity and claim of the view, folded, before the filters.
        spoken: Which documents speak of its claims; empty where nobody asked for that.
        told: Whether somebody did.
        snapshot: What is drawn of it, with places; a figure adds statements and sources.
        drawing: The boxes and curves.
        origin: Where the zero of `View.pinned` is in the drawing.
        missing: Ids of the view that the graph does not have.
        plan: Where everything stands, drawn or not.
        rolled: What is folded into what.
        unfolded: Every entity and claim of the view as the graph has them.

    """

    whole: Subgraph
    spoken: Spoken
    told: bool
    snapshot: Snapshot
    drawing: Drawing
    origin: tuple[float, float]
    missing: tuple[str, ...]
    plan: Plan
    rolled: Rolled
    unfolded: Subgraph

    @property
    def subgraph(self) -> Subgraph:
        """What is drawn."""
        return self.snapshot.subgraph


def picture(
    store: Store, view: View, memory: Memory | None = None, *, documents: bool = False
) -> Picture:
    """Draw a view.

    Args:
        store: Asked for entities and claims.
        view: What is drawn, and how.
        memory: What was drawn before; a choice alone draws nothing anew.
        documents: Ask which documents speak of the claims, even where no filter needs it.

    Raises:
        StoreError: The store did not answer.
        TooLarge: The view has more entities than a figure may have.

    """
    memory = memory or Memory()
    # Filters never take away what is chosen: there, and only there, a choice changes the picture.
    chosen = view.focus if view.narrowing != Narrowing() else ""
    plain = replace(view, focus=chosen, exploded=(), embed=False)
    asks = documents or bool(view.narrowing.documents)
    key = (view.ids, *plain.query.items(), _kept_places(view), asks)
    bare = memory.once("picture", key, lambda: _bare(store, plain, memory, documents=asks))
    return _in_focus(bare, EntityId(view.focus))


def _bare(store: Store, view: View, memory: Memory, *, documents: bool) -> Picture:
    """The picture with nothing in focus."""
    unfolded = _whole(store, view, memory).subgraph
    known = {one.id for one in unfolded.entities}
    missing = tuple(id_ for id_ in view.ids if id_ not in known)
    told = (
        memory.once("spoken", view.ids, lambda: documents_of(store, unfolded.claims))
        if documents
        else Spoken()
    )
    key = (view.ids, view.without, view.folded)
    rolled = memory.once("rolled", key, lambda: folding.rolled(store, unfolded, view))
    shown, told = rolled.subgraph, folding.told_of(told, rolled)
    drawn = filtered(shown, folding.shown_of(view, rolled), told)
    kept = {entity.id for entity in drawn.entities}
    plan = places(view, unfolded, theme(view.theme), memory)
    stand = folding.standing(view, plan, rolled)
    positions = {id_: (at.x, at.y) for id_, at in stand.items() if id_ in kept}
    snapshot = Snapshot.of(drawn, positions, theme=view.theme, layout=view.layout, frame=plan.frame)
    arrangement = arranged(snapshot.subgraph, memory) if view.layout == "axis" else None
    drawing = on_canvas(snapshot, arrangement)
    left, top = _origin(drawing, positions)
    origin = (left + plan.shift, top)
    return Picture(
        shown,
        told,
        documents,
        snapshot,
        drawing,
        origin,
        missing,
        plan,
        rolled=rolled,
        unfolded=unfolded,
    )


def _whole(store: Store, view: View, memory: Memory) -> Whole:
    """Everything of a view; where it grew from one that is remembered, only what is new is read."""
    found: Whole | None = memory.get("whole", view.ids)
    before: Whole | None = memory.youngest("whole")
    return found or memory.put("whole", view.ids, whole(store, view.ids, before))


def _kept_places(view: View) -> Hashable:
    placed = view.placed
    return placed and (placed.frame, *sorted(placed.points.items()))


def _in_focus(bare: Picture, focus: EntityId) -> Picture:
    """Fill the box of the chosen entity; nothing moves for that."""
    entity = next((one for one in bare.subgraph.entities if one.id == focus), None)
    if entity is None:
        return bare
    style = node_style(entity, bare.drawing.theme, focus=True)
    boxes = tuple(
        replace(
            box, style=style, lines=tuple(replace(line, colour=style.text) for line in box.lines)
        )
        if box.id == focus
        else box
        for box in bare.drawing.boxes
    )
    return replace(
        bare,
        snapshot=replace(bare.snapshot, focus=(focus,)),
        drawing=replace(bare.drawing, boxes=boxes),
    )


def figure(store: Store, view: View, title: str, caption: str = "") -> Snapshot:
    """Freeze a view with its statements and sources; it is drawn as the canvas draws it.

    Raises:
        StoreError: The store did not answer.
        TooLarge: The view has more entities than a figure may have.

    """
    drawn = picture(store, view)
    shown = drawn.snapshot
    frozen = freeze(
        store,
        shown.subgraph,
        title,
        positions=_to_the_left(shown.positions),
        theme=shown.theme,
        caption=caption,
        focus=shown.focus,
        merged=drawn.rolled.merged,
    )
    return replace(frozen, frame=shown.frame, layout=shown.layout)


def _to_the_left(positions: Mapping[EntityId, tuple[float, float]]) -> Positions:
    """Leave no room at the left for columns that a figure will not get."""
    by = max(0.0, min((x for x, _ in positions.values()), default=0.0) - _MIDDLE)
    return {id_: (x - by, y) for id_, (x, y) in positions.items()}


def filtered(whole: Subgraph, view: View, spoken: Spoken) -> Subgraph:
    """Leave out what was put away, what is of a column or category that is switched off, and the
    claims that are not asked for with the entities that had no others.
    """
    away = set(view.without)
    left = {
        entity.id: entity
        for entity in whole.entities
        if entity.id not in away
        and entity.place not in view.closed
        and entity.category not in view.narrowing.hidden_categories
    }
    among = [one for one in whole.claims if _ends(one) <= left.keys()]
    claims = passing(Subgraph.of(left.values(), among), view.narrowing, spoken)
    if len(claims) < len(among):
        kept = {end for one in claims for end in _ends(one)} | {view.focus}
        lost = {end for one in among for end in _ends(one)} - kept
        left = {id_: entity for id_, entity in left.items() if id_ not in lost}
    hidden = {id_: count for id_, count in whole.hidden.items() if id_ in left}
    return Subgraph.of(left.values(), claims, hidden)


def _ends(counted: CountedClaim) -> set[str]:
    return {counted.claim.subject, counted.claim.object}


def _origin(
    drawing: Drawing, positions: dict[EntityId, tuple[float, float]]
) -> tuple[float, float]:
    if not drawing.boxes:
        return (0.0, 0.0)
    box = drawing.boxes[0]
    x, y = positions[EntityId(box.id)]
    return (box.rect.centre.x - x, box.rect.centre.y - y)
