"""The legend: what the things drawn mean, and nothing that is not drawn."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from figures.style.edges import EdgeStyle, dashes, edge_style, width_class
from figures.style.nodes import NodeStyle, node_style
from figures.style.tables import Theme, grammar
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim, Subgraph

# Lines whose only difference from an ordinary line is the one thing the entry is about.
_PLAIN_WIDTH = 2.2


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend.

    Attributes:
        group: `compartment`, `shape`, `focus`, `certainty`, `head`, `mark`, `width`, `contested`
            or `refuted`.
        key: The value within the group, e.g. `suggested`.
        label: What it means, in words.
        node, edge: The sample to draw; one of them is None.

    """

    group: str
    key: str
    label: str
    node: NodeStyle | None = None
    edge: EdgeStyle | None = None


def legend(
    subgraph: Subgraph, theme: Theme, focus: Collection[str] = ()
) -> tuple[LegendEntry, ...]:
    """List what the drawing of a subgraph uses, in a fixed order."""
    styles = {edge_style(claim, theme) for claim in subgraph.claims}
    return (
        *_compartments(subgraph.entities, theme),
        *_shapes(subgraph.entities, theme),
        *_focus(subgraph.entities, theme, focus),
        *_certainties(styles, theme),
        *_heads(subgraph.claims, theme),
        *_marks(styles, theme),
        *_widths(subgraph.claims, theme),
        *_disagreement(styles, theme),
    )


def _compartments(entities: Collection[Entity], theme: Theme) -> Iterator[LegendEntry]:
    for place in vocabulary.compartments().values():
        hue = theme.compartments[place.name]
        if any(entity.place == place.name for entity in entities):
            corner = grammar().corners["rounded"]
            sample = NodeStyle(
                "rounded", hue.fill, hue.stroke, theme.ink, theme.outline, corner, hue.band
            )
            yield LegendEntry("compartment", place.name, place.label, node=sample)


def _shapes(entities: Collection[Entity], theme: Theme) -> Iterator[LegendEntry]:
    drawn = {entity.category for entity in entities}
    for shape, corner in grammar().corners.items():
        labels = [
            row.label
            for row in vocabulary.categories().values()
            if row.family == shape and row.name in drawn
        ]
        if labels:
            sample = NodeStyle(
                shape, theme.background, theme.quiet, theme.ink, theme.outline, corner, ""
            )
            yield LegendEntry("shape", shape, ", ".join(labels), node=sample)


def _focus(
    entities: Collection[Entity], theme: Theme, focus: Collection[str]
) -> Iterator[LegendEntry]:
    for entity in entities:
        if entity.id in focus:
            sample = node_style(entity, theme, focus=True)
            yield LegendEntry("focus", "focus", grammar().focus, node=sample)
            return


def _certainties(styles: Collection[EdgeStyle], theme: Theme) -> Iterator[LegendEntry]:
    drawn = {style.certainty for style in styles}
    for certainty in grammar().dashes:
        if certainty in drawn:
            yield LegendEntry("certainty", certainty, certainty, edge=plain(theme, certainty))


def _heads(claims: Collection[CountedClaim], theme: Theme) -> Iterator[LegendEntry]:
    names = sorted({claim.claim.predicate for claim in claims})
    heads = {name: row.head for name, row in vocabulary.predicates().items()}
    for head in ("arrow", "bar", "none"):
        drawn = [name for name in names if heads.get(name, "arrow") == head]
        if drawn:
            words = "direction" if head == "arrow" else _either(drawn)
            yield LegendEntry("head", head, words, edge=plain(theme, head=head))


def _marks(styles: Collection[EdgeStyle], theme: Theme) -> Iterator[LegendEntry]:
    for mark, words in (("up", "increased"), ("down", "decreased")):
        if any(style.mark == mark for style in styles):
            yield LegendEntry("mark", mark, words, edge=plain(theme, head="none", mark=mark))


def _widths(claims: Collection[CountedClaim], theme: Theme) -> Iterator[LegendEntry]:
    drawn = {width_class(claim) for claim in claims}
    for one in grammar().widths:
        if one in drawn:
            sample = plain(theme, width=one.width)
            yield LegendEntry("width", str(one.papers), one.label, edge=sample)


def _disagreement(styles: Collection[EdgeStyle], theme: Theme) -> Iterator[LegendEntry]:
    if any(style.contested for style in styles):
        sample = plain(theme, contested=True)
        yield LegendEntry("contested", "contested", grammar().contested, edge=sample)
    if any(style.struck for style in styles):
        sample = plain(theme, struck=True)
        yield LegendEntry("refuted", "refuted", grammar().refuted, edge=sample)


def plain(
    theme: Theme,
    certainty: str = "asserted",
    head: str = "none",
    mark: str = "",
    width: float = _PLAIN_WIDTH,
    contested: bool = False,
    struck: bool = False,
) -> EdgeStyle:
    """Build the sample of a line that is ordinary but for what is named."""
    width = width * theme.stroke
    return EdgeStyle(
        colour=theme.contested if contested else theme.faint if struck else theme.line,
        width=round(width, 2),
        dash=dashes(certainty, width),
        certainty=certainty,
        head=head,
        mark=mark,
        mark_colour=theme.mark[mark] if mark else "",
        halo=theme.halo if contested else "",
        contested=contested,
        struck=struck,
    )


def _either(predicates: Iterable[str]) -> str:
    """Join verb phrases: `prevents or decreases`."""
    phrases = [vocabulary.phrase(name) for name in predicates]
    return " or ".join(phrases)
