"""A claim opened on the canvas: its papers as strands between the two entities. Pure placement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from figures.plane import Point, Rect, Size
from web.strands import DOT_PITCH, HEIGHT, Strand

DOT: Final = 9.0  # radius

_PITCH: Final = 36.0  # from strand to strand
_CLEAR: Final = 9.0  # between a strand and a box
_INSET: Final = 8.0  # of a line's end from the corner of its box
_STEP: Final = 14.0
_NEAR: Final = 300.0  # how far from the lane all strands are kept together
_FAR: Final = 3000.0

Curve = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Placed:
    """A strand in its place: its dots, its chip, and the line that runs through from end to end."""

    strand: Strand
    dots: tuple[Point, ...]
    chip: Rect
    into: Curve
    out: Curve


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
        frame: The picture below its headings; it may grow downwards, else outwards.

    """
    if not strung:
        return ()
    middle = _middle(subject, object_)
    boxes = [box.grown(_CLEAR) for box in taken]
    sizes = [one.size for one in strung]
    rows = _settled(middle, sizes, boxes, frame)
    return tuple(_placed(one, row, subject, object_) for one, row in zip(strung, rows, strict=True))


def _middle(subject: Rect, object_: Rect) -> Point:
    """The middle of what lies between two boxes."""
    (ax, ay), (bx, by) = subject.centre, object_.centre
    left, right = (subject, object_) if ax <= bx else (object_, subject)
    top, bottom = (subject, object_) if ay <= by else (object_, subject)
    x = (left.right + right.x) / 2 if left.right < right.x else (ax + bx) / 2
    y = (top.bottom + bottom.y) / 2 if top.bottom < bottom.y else (ay + by) / 2
    return Point(x, y if left.right >= right.x else (ay + by) / 2)


def _rows(block: Rect, sizes: Sequence[Size], middle: Point) -> list[Rect]:
    """Strands of one block, one below the other: level at the end that faces the lane."""
    rows = []
    for number, size in enumerate(sizes):
        spare = block.width - size.width
        left = 0.0 if middle.x < block.x else spare if middle.x > block.right else spare / 2
        rows.append(Rect(block.x + left, block.y + number * _PITCH, size.width, size.height))
    return rows


def _settled(
    middle: Point, sizes: Sequence[Size], boxes: Sequence[Rect], frame: Rect
) -> list[Rect]:
    """Find room for all strands together, else for each half of them."""
    block = Size(max(size.width for size in sizes), _PITCH * (len(sizes) - 1) + HEIGHT)
    lower = frame._replace(height=frame.height + block.height)
    for room in (frame, lower):
        if (together := _free(middle, block, boxes, room, _NEAR)) is not None:
            return _rows(together, sizes, middle)
    if len(sizes) > 1:
        half = len(sizes) // 2
        first = _settled(middle, sizes[:half], boxes, frame)
        grown = [row.grown(_CLEAR / 2) for row in first]
        return [*first, *_settled(middle, sizes[half:], [*boxes, *grown], frame)]
    far = _free(middle, block, boxes, frame.grown(_FAR), _FAR)
    return [far or Rect.around(middle, block)]


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


def _placed(strand: Strand, row: Rect, subject: Rect, object_: Rect) -> Placed:
    """Lay a strand out in its row: the dots where the subject's line comes in, then the paper.

    Where both boxes lie on one side of it, both lines come to that end, as to a flag.
    """
    from_left = subject.centre.x <= row.centre.x
    to_left = object_.centre.x <= row.centre.x
    chip_x = row.right - strand.chip_width if from_left else row.x
    first = row.x + DOT if from_left else row.right - DOT
    way = DOT_PITCH if from_left else -DOT_PITCH
    y = row.centre.y
    start = Point(row.x if from_left else row.right, y)
    end = Point(row.x if to_left else row.right, y)
    return Placed(
        strand,
        tuple(Point(first + way * number, y) for number in range(len(strand.dots))),
        Rect(chip_x, row.y, strand.chip_width, HEIGHT),
        _line(subject, start, arrives=1 if from_left else -1),
        _turned(_line(object_, end, arrives=1 if to_left else -1)),
    )


def _line(box: Rect, end: Point, *, arrives: int) -> Curve:
    """A curve from the side of a box that faces a point; it comes to the point level."""
    start, (dx, dy) = _anchor(box, end)
    far = max(14.0, 0.45 * (abs(end.x - start.x) if dx else abs(end.y - start.y)))
    level = max(14.0, 0.45 * abs(end.x - start.x))
    return (
        start,
        Point(start.x + dx * far, start.y + dy * far),
        Point(end.x - arrives * level, end.y),
        end,
    )


def _anchor(box: Rect, towards: Point) -> tuple[Point, tuple[int, int]]:
    """Where a line to a point leaves a box, and which way: from a side where it can."""
    x = min(max(towards.x, box.x + _INSET), box.right - _INSET)
    y = min(max(towards.y, box.y + _INSET), box.bottom - _INSET)
    if towards.x > box.right:
        return Point(box.right, y), (1, 0)
    if towards.x < box.x:
        return Point(box.x, y), (-1, 0)
    return (Point(x, box.y), (0, -1)) if towards.y < box.y else (Point(x, box.bottom), (0, 1))


def _turned(curve: Curve) -> Curve:
    return (curve[3], curve[2], curve[1], curve[0])
