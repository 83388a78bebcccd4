"""The strands of a claim: its statements gathered by the paper they rest on, and named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from figures.plane import Size
from figures.text import clean, text_width, wrap
from graph.ask.answers import StatedEvidence
from graph.model.publication import Publication

STRANDS: Final = 10
DOTS: Final = 6
DOT_PITCH: Final = 24.0
TYPE: Final = 16.0
HEIGHT: Final = 28.0

_PAD: Final = 10.0
_LABEL: Final = 150.0  # widest words of a paper


@dataclass(frozen=True, slots=True)
class Strand:
    """A paper, or a document that cites none, with the statements that rest on it.

    Attributes:
        publication: None for a document, and for the strand that stands for those left out.
        left_out: How many statements are not drawn here.

    """

    label: str
    title: str
    statements: tuple[StatedEvidence, ...]
    publication: Publication | None = None
    left_out: int = 0

    @property
    def dots(self) -> tuple[StatedEvidence, ...]:
        """The statements that are drawn one by one."""
        return self.statements[:DOTS]

    @property
    def size(self) -> Size:
        """The room it takes: its dots in a row, then the chip with its words."""
        return Size(len(self.dots) * DOT_PITCH + self.chip_width, HEIGHT)

    @property
    def chip_width(self) -> float:
        """The room of its words."""
        return round(text_width(self.label, TYPE, 600) + 2 * _PAD, 1)


def strands(statements: Iterable[StatedEvidence]) -> tuple[Strand, ...]:
    """Gather the statements of a claim by paper, those that count first; at most `STRANDS`.

    A statement that rests on several papers stands with the first of them by year and id. Where
    some are left out, each side keeps up to half of the room.
    """
    groups: dict[str, list[StatedEvidence]] = {}
    for one in statements:
        paper = _first(one.publications)
        groups.setdefault(paper.id if paper else one.document.id, []).append(one)
    ordered = sorted(groups.values(), key=_order)
    if len(ordered) <= STRANDS:
        return tuple(map(_strand, ordered))
    kept = _kept(ordered)
    rest = sum(map(len, ordered)) - sum(map(len, kept))
    more = Strand(f"+{rest:,} more", "Read them in the panel", (), left_out=rest)
    return (*map(_strand, kept), more)


def _first(papers: Iterable[Publication]) -> Publication | None:
    return min(papers, key=lambda one: (one.retracted, one.year or 9999, one.id), default=None)


def _kept(ordered: list[list[StatedEvidence]]) -> list[list[StatedEvidence]]:
    """Those there is room for, in their order: the fewer of one side, the more of the other."""
    room = STRANDS - 1
    sides = [[group for group in ordered if _order(group)[1] == against] for against in (0, 1)]
    against = min(len(sides[1]), max(room // 2, room - len(sides[0])))
    chosen = [*sides[0][: room - against], *sides[1][:against]]
    return sorted(chosen, key=_order)


def _order(group: Sequence[StatedEvidence]) -> tuple[bool, bool, int, str]:
    """Those that count before those that do not, for before against, the older paper first."""
    paper = _first(group[0].publications)
    counted = [one for one in group if one.counts]
    against = bool(counted) and all(one.evidence.stance == "refutes" for one in counted)
    year = paper.year if paper and paper.year else 9999
    return not counted, against, year, paper.id if paper else group[0].document.id


def _strand(group: Sequence[StatedEvidence]) -> Strand:
    paper = _first(group[0].publications)
    document = group[0].document
    more = max(0, len(group) - DOTS)
    extra = f" +{more}" if more else ""
    if paper is None:
        title = clean(document.title or document.id)
        return Strand(_cut(title) + extra, title, tuple(group), left_out=more)
    title = clean(", ".join(part for part in (*paper.authors[:3], paper.title or paper.id) if part))
    return Strand(_named(paper) + extra, title, tuple(group), paper, more)


def _named(paper: Publication) -> str:
    """A paper in two words: the first author's family name and the year; else its title."""
    year = "" if paper.year is None else str(paper.year)
    if not paper.authors:
        return _cut(clean(" ".join(part for part in (year, paper.title or paper.id) if part)))
    words = clean(paper.authors[0]).replace(",", " ").split()
    family = [word for word in words if not (word.isupper() and len(word) <= 3)]  # noqa: PLR2004 - initials
    return _cut(" ".join([*(family or words)[:3], year]).strip())


def _cut(text: str) -> str:
    lines = wrap(text, TYPE, _LABEL, weight=600, lines=1)
    return lines[0] if lines else "?"
