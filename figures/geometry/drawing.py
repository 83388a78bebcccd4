"""What a figure is before any pen: boxes, curves, marks and words, each with its place."""

from dataclasses import dataclass

from figures.plane import Point, Rect
from figures.style import EdgeStyle, LegendEntry, NodeStyle, Theme


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text by the left end (or, `anchor` middle, the middle) of its base line."""

    text: str
    at: Point
    size: float
    colour: str
    weight: int = 400
    anchor: str = "start"
    role: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A column of the axis, with its heading."""

    rect: Rect
    fill: str
    heading: Text


@dataclass(frozen=True, slots=True)
class Box:
    """An entity."""

    id: str
    name: str
    rect: Rect
    style: NodeStyle
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an edge, on a ground that hides the line behind them."""

    rect: Rect
    lines: tuple[Text, ...]
    ground: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """A head, mark or stroke on an edge: where it is and which way the line runs (radians)."""

    kind: str
    at: Point
    angle: float
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim.

    Attributes:
        start: Where the curve begins; `curve` are the cubic Béziers that follow, each two control
            points and an end.
        sentence: The claim in words, for readers who do not see the figure.

    """

    id: str
    subject: str
    object: str
    sentence: str
    style: EdgeStyle
    start: Point
    curve: tuple[tuple[Point, Point, Point], ...]
    glyphs: tuple[Glyph, ...] = ()
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class LegendItem:
    """An entry of the legend in its place: the sample's rectangle, then the words."""

    entry: LegendEntry
    sample: Rect
    text: Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole figure, ready for a pen.

    Attributes:
        snapshot: Canonical JSON of the snapshot, for the pen to carry along.
        description: The figure in words.
        wordless: How many edges found no free place for their words.

    """

    width: float
    height: float
    theme: Theme
    snapshot_id: str
    snapshot: str
    title: str
    description: str
    bands: tuple[Band, ...]
    edges: tuple[Edge, ...]
    boxes: tuple[Box, ...]
    legend: tuple[LegendItem, ...]
    texts: tuple[Text, ...]
    rules: tuple[tuple[Point, Point], ...] = ()
    wordless: int = 0
