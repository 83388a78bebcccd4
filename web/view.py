"""A view: what is on the canvas, in an address. Pure; the address is all of it, under 2 kB."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self
from urllib.parse import unquote, urlencode

from graph.model.evidence import CERTAINTIES
from graph.model.identity import is_curie, parse_claim_id

ADDRESS_BYTES: Final = 2_000
_ID: Final = ","  # between ids
_STEP: Final = ";"  # between steps


@dataclass(frozen=True, slots=True)
class View:
    """Which entities are drawn, in the order they came, and what is chosen.

    Attributes:
        steps: Entity ids by step: the start, then each growth; nodes of a step are placed around
            those of the steps before, which keep their places.
        focus: Id of the chosen entity or claim; "" for none.
        without: Ids that were put away; they keep their places.
        hidden: Certainties that are not drawn.
        contested_only: Draw contested claims alone.
        moved: Where a person put a node: (id, x, y), whole pixels.
        exploded: Claims that are drawn with their evidence and publications.

    """

    steps: tuple[tuple[str, ...], ...] = ()
    focus: str = ""
    without: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    contested_only: bool = False
    moved: tuple[tuple[str, int, int], ...] = ()
    exploded: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Read a view from an address; what is malformed is left out."""
        steps = tuple(_ids(step.split(_ID)) for step in query.get("ids", "").split(_STEP))
        return cls(
            steps=_each_once(steps),
            focus=query.get("focus", ""),
            without=_ids(query.get("without", "").split(_ID)),
            hidden=tuple(one for one in query.get("hide", "").split(_ID) if one in CERTAINTIES),
            contested_only=query.get("only") == "contested",
            moved=_moves(query.get("moved", "")),
            exploded=_claims(query.get("open", "").split(_ID)),
        )

    @property
    def query(self) -> dict[str, str]:
        """The view as query parameters, shortest form; `read` takes them back."""
        written = {
            "ids": _STEP.join(_written(step) for step in self.steps),
            "focus": self.focus,
            "without": _written(self.without),
            "hide": _ID.join(self.hidden),
            "only": "contested" if self.contested_only else "",
            "open": _written(self.exploded),
            "moved": _STEP.join(f"{_written([id_])},{x},{y}" for id_, x, y in self.moved),
        }
        return {key: value for key, value in written.items() if value}

    @property
    def fits_address(self) -> bool:
        """Whether the address stays under 2 kB as a browser writes it."""
        return len(urlencode(self.query)) < ADDRESS_BYTES

    @property
    def ids(self) -> tuple[str, ...]:
        """All entity ids, drawn or put away, in the order they came."""
        return tuple(id_ for step in self.steps for id_ in step)

    @property
    def drawn(self) -> tuple[str, ...]:
        """The ids that are not put away."""
        away = set(self.without)
        return tuple(id_ for id_ in self.ids if id_ not in away)

    def with_step(self, ids: Iterable[str], focus: str) -> Self:
        """Add entities as a new step; one that was put away comes back."""
        ids = tuple(ids)
        new = tuple(id_ for id_ in dict.fromkeys(ids) if id_ not in set(self.ids))
        return replace(
            self,
            steps=(*self.steps, new) if new else self.steps,
            without=tuple(id_ for id_ in self.without if id_ not in ids),
            focus=focus,
        )

    def back(self) -> Self:
        """Take the last step away."""
        steps = self.steps[:-1] if len(self.steps) > 1 else self.steps
        left = {id_ for step in steps for id_ in step}
        return replace(
            self,
            steps=steps,
            focus="" if self.focus and not _ends(self.focus) <= left else self.focus,
            without=tuple(id_ for id_ in self.without if id_ in left),
            moved=tuple(move for move in self.moved if move[0] in left),
        )

    def put_away(self, id_: str) -> Self:
        """Stop drawing an entity."""
        without = tuple(dict.fromkeys((*self.without, id_)))
        return replace(self, without=without, focus="")

    def move(self, id_: str, x: int, y: int) -> Self:
        """Keep where a person put a node."""
        return replace(self, moved=(*(one for one in self.moved if one[0] != id_), (id_, x, y)))


def _ids(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for id_ in map(unquote, texts) if is_curie(id_)))


def _claims(texts: Iterable[str]) -> tuple[str, ...]:
    ids = dict.fromkeys(unquote(text) for text in texts)
    return tuple(id_ for id_ in ids if len(_ends(id_)) > 1)


def _written(ids: Iterable[str]) -> str:
    """Join ids; what separates them is percent-encoded inside them."""
    return _ID.join(
        id_.replace("%", "%25").replace(_ID, "%2C").replace(_STEP, "%3B") for id_ in ids
    )


def _each_once(steps: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    seen: set[str] = set()
    kept = []
    for step in steps:
        new = tuple(id_ for id_ in step if id_ not in seen)
        seen.update(new)
        kept.append(new)
    return tuple(step for step in kept if step)


def _moves(text: str) -> tuple[tuple[str, int, int], ...]:
    moves = []
    for part in text.split(_STEP):
        id_, _, place = part.partition(_ID)
        x, _, y = place.partition(_ID)
        id_ = unquote(id_)
        if is_curie(id_) and _whole(x) and _whole(y):
            moves.append((id_, int(x), int(y)))
    return tuple(moves)


def _whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 6  # noqa: PLR2004 - pixels


def _ends(focus: str) -> set[str]:
    """The entities a choice needs: itself, or the ends of a claim."""
    try:
        subject, _, object_, _ = parse_claim_id(focus)
    except ValueError:
        return {focus}
    return {subject, object_}
