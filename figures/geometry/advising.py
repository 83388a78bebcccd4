"""Whether a figure can be read, and if not, what it had better leave out."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from figures.geometry.advice import Advice
from figures.geometry.drawing import Text
from figures.geometry.fitting import fitted
from figures.layout import Layout
from figures.plane import Size
from figures.sheet import Sheet
from figures.style import Theme, theme
from figures.text import ELLIPSIS, clean, display_name, foreign, lacking
from graph.model.entity import Entity
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph

_TRIED: Final = 60  # entities; of more, what to leave out is estimated only
_TRIES: Final = 5
_MOST_LEFT_OUT: Final = 0.5  # share of a figure; more is no advice
_WIDE: Final = 16 / 9 - 0.01
_PARTS: Final = {"snapshot": "the last line"}
_ONE_COLUMN: Final = 0.5  # share of a figure's entities


def advice(
    snapshot: Snapshot,
    plan: Layout,
    scale: float,
    sheet: Sheet,
    room: Size,
    *,
    taller: bool,
    wordless: int,
    texts: Sequence[Text] = (),
) -> Advice | None:
    """Say what keeps a figure from being read at the back of a room.

    Args:
        plan, scale: How it was laid out, and the factor by which it is drawn.
        room: What the frame leaves for the picture.
        taller: It did not keep the ratio of its sheet.
        wordless: How many edges carry no words though they should.
        texts: The lines around the picture.

    """
    look = theme(snapshot.theme)
    label = look.sizes.label * plan.scale * scale * sheet.point
    small = bool(plan.positions) and label < sheet.label - 0.05
    names = {one.id: one.name for one in snapshot.subgraph.entities}
    without = _leave_out(snapshot, plan, scale, look, sheet, room) if small else ()
    few = len(without) <= _MOST_LEFT_OUT * len(names)
    found = Advice(
        aspect=sheet.name if taller else "",
        label=label if small else 0.0,
        least=sheet.label if small else 0.0,
        leave_out=without if few else (),
        otherwise=_otherwise(plan, sheet) if small and not (without and few) else "",
        cut=tuple(
            display_name(names[id_])
            for id_, lines in plan.lines.items()
            if lines and lines[-1].endswith(ELLIPSIS) and not names[id_].endswith(ELLIPSIS)
        ),
        foreign=tuple(name for name in names.values() if foreign(name)),
        signs=tuple(one for one in names.values() if lacking(clean(one)) and not foreign(one)),
        places=_places(texts),
        wordless=wordless,
    )
    return found or None


def _places(texts: Sequence[Text]) -> tuple[str, ...]:
    """The parts around the picture that have something the font lacks."""
    roles = dict.fromkeys(one.role for one in texts if lacking(one.text))
    return tuple(_PARTS.get(role, f"the {role}") for role in roles)


def _otherwise(plan: Layout, sheet: Sheet) -> str:
    """Where there is more room."""
    columns = plan.columns
    fullest = max(
        (sum(one.left <= at.x <= one.right for at in plan.positions.values()) for one in columns),
        default=0,
    )
    if fullest > _ONE_COLUMN * len(plan.positions):
        return "One column holds most of it; the organic layout has more room for that."
    if sheet.width / sheet.height < _WIDE:
        return "A 16:9 figure has more room, or show less on it."
    return "Show less on it, or make two figures of it."


def _leave_out(
    snapshot: Snapshot, plan: Layout, scale: float, look: Theme, sheet: Sheet, room: Size
) -> tuple[str, ...]:
    """Entities without which the names would be large enough, those with fewest papers first."""
    goal = sheet.label / (look.sizes.label * sheet.point)
    ranked = _ranked(snapshot)
    order = _from_full_columns(ranked, plan, room.height / goal)
    share = (scale * plan.scale / goal) ** (1 if plan.columns else 2)
    if len(snapshot.subgraph.entities) > _TRIED:
        count = round(len(ranked) * (1 - share))
        return tuple(display_name(one.name) for one in order[:count])
    count = max(1, round(len(ranked) * (1 - share)))
    for _ in range(_TRIES):
        rest = _without(snapshot, order[:count])
        if not rest.subgraph.entities:
            break
        plan, scale = fitted(rest, look, room, goal)
        if scale * plan.scale >= goal - 0.01:
            return tuple(display_name(one.name) for one in order[:count])
        order = [*order[:count], *_from_full_columns(order[count:], plan, room.height / goal)]
        count = min(len(order), count + max(1, count // 2))
    return ()


def _ranked(snapshot: Snapshot) -> list[Entity]:
    """Entities by the papers behind them, then claims, then name; those in focus stay."""
    papers: dict[str, int] = defaultdict(int)
    claims: dict[str, int] = defaultdict(int)
    for one in snapshot.subgraph.claims:
        for end in {one.claim.subject, one.claim.object}:
            papers[end] += one.counts.papers + one.counts.refuting_papers
            claims[end] += 1
    free = [one for one in snapshot.subgraph.entities if one.id not in snapshot.focus]
    return sorted(free, key=lambda one: (papers[one.id], claims[one.id], one.name))


def _from_full_columns(ranked: Sequence[Entity], plan: Layout, height: float) -> list[Entity]:
    """The same, but first those of columns that are too high, the highest column first."""
    if not plan.columns:
        return list(ranked)
    high: dict[str, float] = defaultdict(float)
    beside = Counter(column.place for column in plan.columns)
    row: dict[str, float] = {
        one.id: (plan.sizes[one.id].height + 12) / beside[one.place] for one in ranked
    }
    for one in ranked:
        high[one.place] += row[one.id]
    rest, order = list(ranked), []
    while rest:
        place = max(sorted(high), key=lambda name: high[name])
        if high[place] < height / 2:
            break
        first = next(one for one in rest if one.place == place)
        rest.remove(first)
        order.append(first)
        high[place] -= row[first.id]
    return [*order, *rest]


def _without(snapshot: Snapshot, gone: Sequence[Entity]) -> Snapshot:
    ids = {one.id for one in gone}
    graph = snapshot.subgraph
    return Snapshot.of(
        Subgraph.of(
            (one for one in graph.entities if one.id not in ids),
            (one for one in graph.claims if not ids & {one.claim.subject, one.claim.object}),
        ),
        theme=snapshot.theme,
        layout=snapshot.layout,
        focus=snapshot.focus,
    )
