"""What keeps a figure from being read, and the way out, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NAMED: Final = 6
_SHOWN: Final = 60  # characters of a name


@dataclass(frozen=True, slots=True)
class Advice:
    """Why a figure is hard to read, and what would help.

    Attributes:
        aspect: The ratio asked for, where the figure could not keep it; else "".
        label: Type of its names in points; 0 where it is large enough.
        least: Points that a name should have.
        leave_out: Names of entities without which it would fit, those with fewest papers first.
        otherwise: Another way out: a sheet or layout with more room, or less on one figure.
        cut: Names that are too long and end in an ellipsis.
        foreign: Names in letters that the font of PNG and PDF does not have; the identifier stands
            beside them.
        signs: Other names with a sign that it does not have (emoji).
        places: Where else it lacks something: `the title`, `the sources`.
        wordless: How many edges carry no words, because there was no room.

    """

    aspect: str = ""
    label: float = 0.0
    least: float = 0.0
    leave_out: tuple[str, ...] = ()
    otherwise: str = ""
    cut: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    wordless: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to tell a person, each a sentence."""
        return tuple(self._said())

    @property
    def text(self) -> str:
        """The sentences in one line."""
        return " ".join(self.sentences)

    def __bool__(self) -> bool:
        return bool(self.sentences)

    def _said(self) -> Iterator[str]:
        if self.label:
            yield (
                f"The figure is too full: its names are {self.label:.1f} points high, "
                f"{self.least:.0f} are read from the back of a room."
            )
        if self.aspect:
            yield f"It is taller than {self.aspect}, so that the names stay this large."
        if self.leave_out:
            yield f"It would fit without {_listed(self.leave_out)}."
        if self.otherwise:
            yield self.otherwise
        if self.cut:
            yield f"Too long, and cut: {_listed(self.cut)}."
        if self.foreign or self.signs or self.places:
            yield self._lacking()
        if self.wordless:
            edges = "1 edge carries" if self.wordless == 1 else f"{self.wordless} edges carry"
            yield f"{edges} no words, for want of room."

    def _lacking(self) -> str:
        """Say for whose letters or signs the pictures show boxes."""
        names = (*self.foreign, *self.signs)
        where = [f"of {_listed(names)}"] if names else []
        where += [f"in {_listed(self.places)}"] if self.places else []
        beside = ", and the identifier beside such a name" if self.foreign else ""
        return (
            f"The font lacks letters or signs {' and '.join(where)}; PNG and PDF show a box for "
            f"each{beside}; SVG, HTML and PowerPoint show them in fonts of the reader's."
        )


def _listed(names: Sequence[str]) -> str:
    shown = [name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…" for name in names[:_NAMED]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
