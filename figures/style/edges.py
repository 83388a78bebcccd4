"""How a claim is drawn: width, dash, head, mark, and the one warning hue."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.style.tables import Theme, WidthClass, grammar
from graph.model import vocabulary
from graph.model.subgraph import CountedClaim

_PLAIN: Final = 2.2  # the width that the dashes of the table are for


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """How an edge is drawn.

    Attributes:
        dash: On-off lengths in pixels, empty for a solid line.
        certainty: What the dash says; "" when nothing counts.
        head: `arrow`, `bar` or `none`, at the object's end.
        mark: `up`, `down` or "", on the edge near its subject.
        halo: Colour under the line, "" without: only contested claims have one.
        struck: Refuted only: a stroke through a faint line.

    """

    colour: str
    width: float
    dash: tuple[float, ...]
    certainty: str
    head: str
    mark: str
    mark_colour: str
    halo: str
    contested: bool
    struck: bool


def edge_style(counted: CountedClaim, theme: Theme) -> EdgeStyle:
    """Style a claim by its counts and its predicate's row (an unknown predicate has an arrow)."""
    row = vocabulary.predicates().get(counted.claim.predicate)
    contested = counted.counts.agreement == "contested"
    struck = counted.refuted_only and not contested
    width = width_class(counted).width * theme.stroke
    certainty = counted.counts.certainty or "asserted"
    mark = row.mark if row else ""
    return EdgeStyle(
        colour=theme.contested if contested else theme.faint if struck else theme.line,
        width=round(width, 2),
        dash=dashes(certainty, width),
        certainty=certainty,
        head=row.head if row else "arrow",
        mark=mark,
        mark_colour=theme.mark[mark] if mark else "",
        halo=theme.halo if contested else "",
        contested=contested,
        struck=struck,
    )


@cache
def dashes(certainty: str, width: float) -> tuple[float, ...]:
    """On-off lengths of a line: a wider one has longer dashes, by the root, so none is coarse."""
    grown = max(1.0, width / _PLAIN) ** 0.5
    return tuple(round(length * grown, 2) for length in grammar().dashes[certainty])


def width_class(counted: CountedClaim) -> WidthClass:
    """Find the width of an edge: papers on the side that is drawn."""
    counts = counted.counts
    papers = counts.refuting_papers if counted.refuted_only else counts.papers
    return _width_class(papers)


@cache
def _width_class(papers: int) -> WidthClass:
    return max(
        (one for one in grammar().widths if one.papers <= papers), key=lambda one: one.papers
    )
