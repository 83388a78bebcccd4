"""A claim opened on the canvas: its papers as strands between the two entities. Pure placement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from figures.plane import Point, Rect, Size
from figures.text import clean, text_width, wrap
from graph.ask.answers import StatedEvidence
from graph.model.publication import Publication

STRANDS: Final = 10
DOTS: Final = 6
DOT: Final = 9.0  # radius
TYPE: Final = 16.0
HEIGHT: Final = 28.0

_PITCH: Final = 36.0  # from strand to strand
_DOT_PITCH: Final = 24.0
_PAD: Final = 10.0
_LABEL: Final = 150.0  # widest words of a paper
_CLEAR: Final = 9.0  # between a strand and a box
_STEP: Final = 14.0
_NEAR: Final = 300.0  # how far from the lane all strands are kept together
_FAR: Final = 3000.0

Curve = tuple[Point, Point, Point, Point]


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
        return Size(len(self.dots) * _DOT_PITCH + self.chip_width, HEIGHT)

    @property
    def chip_width(self) -> float:
        """The room of its words."""
        return round(text_width(self.label, TYPE, 600) + 2 * _PAD, 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A strand in its place: its dots, its chip, and the line that runs through from end to end."""

    strand: Strand
    dots: tuple[Point, ...]
    chip: Rect
    into: Curve
    out: Curve


def strands(statements: Iterable[StatedEvidence]) -> tuple[Strand, ...]:
    """Gather the statements of a claim by paper, those that count first; at most `STRANDS`.

    A statement that rests on several papers stands with the first of them by year and id.
    """
    groups: dict[str, list[StatedEvidence]] = {}
    for one in statements:
        paper = _first(one.publications)
        groups.setdefault(paper.id if paper else one.document.id, []).append(one)
    made = [_strand(group) for group in sorted(groups.values(), key=_order)]
    if len(made) <= STRANDS:
        return tuple(made)
    rest = sum(len(one.statements) for one in made[STRANDS - 1 :])
    label = f"+{rest:,} more"
    return (*made[: STRANDS - 1], Strand(label, "Read them in the panel", (), left_out=rest))


def place(
    strung: Sequence[Strand], subject: Rect, object_: Rect, taken: Iterable[Rect], frame: Rect
) -> tuple[Placed, ...]:
    """Place strands between two boxes, over no other box and over no other strand.

    Together and as near to the middle of the lane as there is room; where the room is too small
    for all, each finds its own. The same boxes give the same places.

    Args:
        strung: The strands, the first one on top.
        subject, object_: The two boxes.
        taken: What may not be covered, the two boxes included.
        frame: The picture; what finds no room in it stands outside.

    """
    if not strung:
        return ()
    middle = _middle(subject, object_)
    boxes = [box.grown(_CLEAR) for box in taken]
    forward = subject.centre.x <= object_.centre.x
    sizes = [one.size for one in strung]
    block = Size(max(size.width for size in sizes), _PITCH * (len(sizes) - 1) + HEIGHT)
    together = _free(middle, block, boxes, frame, _NEAR)
    rows = _rows(together, sizes) if together is not None else _alone(middle, sizes, boxes, frame)
    return tuple(
        _placed(one, row, subject, object_, forward=forward)
        for one, row in zip(strung, rows, strict=True)
    )


def _first(papers: Iterable[Publication]) -> Publication | None:
    return min(papers, key=lambda one: (one.retracted, one.year or 9999, one.id), default=None)


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
    return _cut(" ".join([*(family or words)[:2], year]).strip())


def _cut(text: str) -> str:
    lines = wrap(text, TYPE, _LABEL, weight=600, lines=1)
    return lines[0] if lines else "?"


def _middle(subject: Rect, object_: Rect) -> Point:
    """The middle of what lies between two boxes."""
    (ax, ay), (bx, by) = subject.centre, object_.centre
    left, right = (subject, object_) if ax <= bx else (object_, subject)
    top, bottom = (subject, object_) if ay <= by else (object_, subject)
    x = (left.right + right.x) / 2 if left.right < right.x else (ax + bx) / 2
    y = (top.bottom + bottom.y) / 2 if top.bottom < bottom.y else (ay + by) / 2
    return Point(x, y if left.right >= right.x else (ay + by) / 2)


def _rows(block: Rect, sizes: Sequence[Size]) -> list[Rect]:
    """Strands of one block: one below the other, each in the middle."""
    middle = block.centre.x
    return [
        Rect(middle - size.width / 2, block.y + number * _PITCH, size.width, size.height)
        for number, size in enumerate(sizes)
    ]


def _alone(middle: Point, sizes: Sequence[Size], boxes: Sequence[Rect], frame: Rect) -> list[Rect]:
    taken = list(boxes)
    rows = []
    for size in sizes:
        row = (
            _free(middle, size, taken, frame, _FAR)
            or _free(middle, size, taken, frame.grown(_FAR), _FAR)
            or Rect.around(middle, size)
        )
        taken.append(row.grown(_CLEAR / 2))
        rows.append(row)
    return rows


def _free(
    middle: Point, size: Size, taken: Sequence[Rect], frame: Rect, reach: float
) -> Rect | None:
    """The nearest place of a size that meets nothing and stays in the frame."""
    whole = Rect.around(middle, Size(2 * reach + size.width, 2 * reach + size.height))
    near = [box for box in taken if box.meets(whole)]
    for at in _around(middle, reach):
        there = Rect.around(at, size)
        inside = (
            there.x >= frame.x
            and there.y >= frame.y
            and there.right <= frame.right
            and there.bottom <= frame.bottom
        )
        if inside and not any(there.meets(box) for box in near):
            return there
    return None


def _around(middle: Point, reach: float) -> Iterator[Point]:
    """Points ever farther from the middle, ring by ring, in an order that never changes."""
    yield middle
    for ring in range(1, int(reach / _STEP) + 1):
        far = ring * _STEP
        steps = range(-ring, ring + 1)
        sides = [
            *(Point(middle.x + step * _STEP, middle.y - far) for step in steps),
            *(Point(middle.x + step * _STEP, middle.y + far) for step in steps),
            *(Point(middle.x - far, middle.y + step * _STEP) for step in steps),
            *(Point(middle.x + far, middle.y + step * _STEP) for step in steps),
        ]
        yield from sorted(
            sides, key=lambda at: (abs(at.x - middle.x) + abs(at.y - middle.y), at.y, at.x)
        )


def _placed(strand: Strand, row: Rect, subject: Rect, object_: Rect, *, forward: bool) -> Placed:
    """Lay a strand out in its row: dots nearest the subject, the paper nearest the object."""
    count = len(strand.dots)
    y = row.centre.y
    chip_x = row.right - strand.chip_width if forward else row.x
    first = row.x + DOT if forward else row.right - DOT
    way = 1 if forward else -1
    dots = tuple(Point(first + way * number * _DOT_PITCH, y) for number in range(count))
    chip = Rect(chip_x, row.y, strand.chip_width, HEIGHT)
    start, end = (row.x, row.right) if forward else (row.right, row.x)
    return Placed(
        strand,
        dots,
        chip,
        _curve(_border(subject, Point(start, y)), Point(start, y), way),
        _curve(Point(end, y), _border(object_, Point(end, y)), way),
    )


def _border(box: Rect, towards: Point) -> Point:
    """Where the line from a box's middle to a point leaves the box."""
    centre = box.centre
    dx, dy = towards.x - centre.x, towards.y - centre.y
    if not dx and not dy:
        return centre
    across = box.width / 2 / abs(dx) if dx else float("inf")
    down = box.height / 2 / abs(dy) if dy else float("inf")
    share = min(across, down)
    return Point(centre.x + dx * share, centre.y + dy * share)


def _curve(start: Point, end: Point, way: int) -> Curve:
    bend = way * max(18.0, abs(end.x - start.x) * 0.45)
    return (start, Point(start.x + bend, start.y), Point(end.x - bend, end.y), end)
