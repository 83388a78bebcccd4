"""What a figure is before any pen: boxes, curves, marks and words, each with its place."""

from dataclasses import dataclass

from figures.geometry.advice import Advice
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
    """An entity, of a compartment (`place`)."""

    id: str
    name: str
    place: str
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
    """An entry of the legend in its place: the sample's rectangle, its head or mark, the words."""

    entry: LegendEntry
    sample: Rect
    text: Text
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as dark rectangles on a light ground.

    Attributes:
        rect: The ground, with the quiet margin that readers need.
        runs: The dark modules, those beside each other in a row as one.

    """

    rect: Rect
    runs: tuple[Rect, ...]
    dark: str
    light: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole figure, ready for a pen.

    Attributes:
        point: Points of type to a pixel, on the sheet that the figure is for.
        snapshot: JSON of the snapshot, for the pen to carry along.
        alt: The figure in a line, for a reader who does not see it.
        description: The figure in words: what it shows, every claim, its sources.
        wordless: How many edges found no free place for their words.
        link: Absolute address under which the snapshot opens live, or "".
        transparent: No ground is drawn.
        advice: What keeps it from being read, and the way out; None when all is well.

    """

    width: float
    height: float
    theme: Theme
    title: str
    bands: tuple[Band, ...]
    edges: tuple[Edge, ...]
    boxes: tuple[Box, ...]
    point: float = 1.0
    snapshot_id: str = ""
    snapshot: str = ""
    alt: str = ""
    description: str = ""
    legend: tuple[LegendItem, ...] = ()
    texts: tuple[Text, ...] = ()
    rules: tuple[tuple[Point, Point], ...] = ()
    code: Code | None = None
    wordless: int = 0
    link: str = ""
    transparent: bool = False
    advice: Advice | None = None
