"""How an entity is drawn: shape by family, colours by compartment."""

from dataclasses import dataclass

from figures.style.tables import Theme, grammar
from graph.model import vocabulary
from graph.model.entity import Entity


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How a box is drawn.

    Attributes:
        shape: `pill`, `rounded`, `rectangle` or `hexagon`.
        corner: Radius as a share of the height of a box of one line.
        text: Colour of the name, at least 4.5:1 on `fill`.
        band: Colour of the column it stands in.

    """

    shape: str
    fill: str
    stroke: str
    text: str
    outline: float
    corner: float
    band: str


def node_style(entity: Entity, theme: Theme, *, focus: bool = False) -> NodeStyle:
    """Style an entity; one in focus is filled with its full hue."""
    hue = theme.compartments[entity.place]
    shape = vocabulary.categories()[entity.category].family
    return NodeStyle(
        shape=shape,
        fill=hue.stroke if focus else hue.fill,
        stroke=hue.stroke,
        text=theme.background if focus else theme.ink,
        outline=theme.outline,
        corner=grammar().corners[shape],
        band=hue.band,
    )
