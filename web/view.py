"""A view: what is on the canvas and how, in an address. Pure; the address is all of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self
from urllib.parse import urlencode

from figures.style import themes
from graph.model import vocabulary
from graph.model.evidence import CERTAINTIES
from graph.model.identity import parse_claim_id
from graph.model.narrowing import CONTESTED, Narrowing
from web.address import (
    Moves,
    Steps,
    each_step,
    read_claims,
    read_ids,
    read_moves,
    read_steps,
    trimmed,
    written_ids,
    written_moves,
    written_steps,
)
from web.narrowing import narrowing_query, read_narrowing

ADDRESS_BYTES: Final = 2_000
LAYOUTS: Final = ("axis", "organic")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything stood when a view was kept: centres by id, and the frame they are in."""

    points: Mapping[str, tuple[float, float]]
    frame: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """Which entities are drawn, in the order they came, how, and what is chosen.

    Attributes:
        steps: Entity ids by step: the start, then each growth; nodes of a step are placed around
            those of the steps before, which keep their places.
        grown: For each step the entity that grew, "" for a search or the start; shorter than
            `steps` where the last ones are no growth.
        focus: Id of the chosen entity or claim; "" for none.
        without: Ids that were put away; they keep their places.
        closed: Compartments that are not drawn.
        narrowing: Which claims are drawn.
        exploded: Claims that are drawn with their evidence and publications.
        folded: Entities that stand for everything below them, drawn or not, or `rank:NAME`.
        pinned: Where a person put an entity: (id, x, y), whole pixels.
        theme: `light`, `dark` or `projector`.
        layout: `axis` or `organic`.
        embed: Shown in a frame of another page: read-only, the picture alone.
        placed: Where things stood when it was kept, for a view that is too long for an address.

    """

    steps: Steps = ()
    grown: tuple[str, ...] = ()
    focus: str = ""
    without: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    exploded: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    pinned: Moves = ()
    theme: str = "light"
    layout: str = "axis"
    embed: bool = False
    placed: Placed | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Read a view from an address; what is malformed is left out."""
        steps, grown = read_steps(query.get("ids", ""))
        places = vocabulary.compartments()
        return cls(
            steps=steps,
            grown=grown,
            focus=query.get("focus", ""),
            without=read_ids(query.get("without", "")),
            closed=tuple(one for one in places if one in query.get("closed", "").split(",")),
            narrowing=_narrowing(query),
            exploded=read_claims(query.get("open", "")),
            folded=read_ids(query.get("folded", "")),
            pinned=read_moves(query.get("moved", "")),
            theme=_one_of(query.get("theme", ""), themes()),
            layout=_one_of(query.get("layout", ""), LAYOUTS),
            embed=query.get("embed") == "true",
        )

    @property
    def query(self) -> dict[str, str]:
        """The view as query parameters, shortest form; `read` takes them back (but `embed`)."""
        written = {
            "ids": written_steps(self.steps, self.grown),
            "focus": self.focus,
            "without": written_ids(self.without),
            "closed": ",".join(self.closed),
            "open": written_ids(self.exploded),
            "folded": written_ids(self.folded),
            "moved": written_moves(self.pinned),
            "theme": "" if self.theme == "light" else self.theme,
            "layout": "" if self.layout == "axis" else self.layout,
        }
        return {key: value for key, value in written.items() if value} | narrowing_query(
            self.narrowing
        )

    @property
    def fits_address(self) -> bool:
        """Whether an address tells all of it, and stays under 2 kB as a browser writes it."""
        return self.placed is None and len(urlencode(self.query)) < ADDRESS_BYTES

    @property
    def ids(self) -> tuple[str, ...]:
        """All entity ids, drawn or put away, in the order they came."""
        return tuple(id_ for step in self.steps for id_ in step)

    @property
    def drawn(self) -> tuple[str, ...]:
        """The ids that are not put away."""
        away = set(self.without)
        return tuple(id_ for id_ in self.ids if id_ not in away)

    @property
    def put_aside(self) -> tuple[str, ...]:
        """The ids of this view that are put away."""
        away = set(self.without)
        return tuple(id_ for id_ in self.ids if id_ in away)

    def same_picture(self, other: Self) -> bool:
        """Say whether two views differ in nothing but what is chosen."""
        return replace(self, focus="", embed=False) == replace(other, focus="", embed=False)

    def with_step(self, ids: Iterable[str], focus: str, grew: str = "") -> Self:
        """Add entities as a new step; one that was put away comes back."""
        ids = tuple(ids)
        new = tuple(id_ for id_ in dict.fromkeys(ids) if id_ not in set(self.ids))
        pairs = [*each_step(self.steps, self.grown), *([(new, grew)] if new else [])]
        return self._stepped(
            pairs, without=tuple(id_ for id_ in self.without if id_ not in ids), focus=focus
        )

    def without_entities(self, ids: Collection[str]) -> Self:
        """Stop drawing entities; those that came last are forgotten, the others keep their places.

        A step in the middle cannot be forgotten: where later ones stand hangs on it.
        """
        gone = set(ids)
        pairs = list(each_step(self.steps, self.grown))
        while len(pairs) > 1 and gone.issuperset(pairs[-1][0]):
            gone -= set(pairs.pop()[0])
        left = {id_ for step, _ in pairs for id_ in step}
        return self.put_away(*(id_ for id_ in self.ids if id_ in gone))._limited(pairs, left)

    def put_away(self, *ids: str) -> Self:
        """Stop drawing entities."""
        without = tuple(dict.fromkeys((*self.without, *ids)))
        return replace(
            self, without=without, focus="" if _ends(self.focus) & set(ids) else self.focus
        )

    def brought_back(self, ids: Collection[str] | None = None) -> Self:
        """Draw entities again that were put away; all of them when none is named."""
        left = () if ids is None else tuple(id_ for id_ in self.without if id_ not in set(ids))
        return replace(self, without=left)

    def move(self, id_: str, x: int, y: int) -> Self:
        """Keep where a person put a node."""
        return replace(self, pinned=(*(one for one in self.pinned if one[0] != id_), (id_, x, y)))

    def unpinned(self, ids: Collection[str]) -> Self:
        """Let entities stand where the layout has them."""
        return replace(self, pinned=tuple(one for one in self.pinned if one[0] not in set(ids)))

    def _limited(self, pairs: list[tuple[tuple[str, ...], str]], left: Collection[str]) -> Self:
        """Forget what hangs on entities that are not left."""
        lost = bool(self.focus) and not _ends(self.focus) <= set(left)
        return self._stepped(
            pairs,
            focus="" if lost else self.focus,
            without=tuple(id_ for id_ in self.without if id_ in left),
            pinned=tuple(one for one in self.pinned if one[0] in left),
            exploded=tuple(one for one in self.exploded if _ends(one) <= set(left)),
        )

    def _stepped(self, pairs: list[tuple[tuple[str, ...], str]], **changes: object) -> Self:
        steps = tuple(ids for ids, _ in pairs)
        return replace(self, steps=steps, grown=trimmed(by for _, by in pairs), **changes)  # type: ignore[arg-type]


def _narrowing(query: Mapping[str, str]) -> Narrowing:
    """What an address asks for; older ones hid certainties and asked for `only=contested`."""
    narrowing = read_narrowing(query)
    hidden = set(query.get("hide", "").split(",")) & set(CERTAINTIES)
    if hidden and not narrowing.certainties:
        left = tuple(one for one in CERTAINTIES if one not in hidden)
        narrowing = replace(narrowing, certainties=left)
    if query.get("only") == "contested":
        narrowing = replace(narrowing, agreements=CONTESTED)
    return narrowing


def _one_of(text: str, allowed: Collection[str]) -> str:
    return text if text in allowed else next(iter(allowed))


def _ends(focus: str) -> set[str]:
    """The entities a choice needs: itself, or the ends of a claim."""
    try:
        subject, _, object_, _ = parse_claim_id(focus)
    except ValueError:
        return {focus}
    return {subject, object_}
