"""What the canvas draws of claims that are opened: dots, papers, and the strands between them."""

from collections.abc import Iterable, Sequence
from typing import Any

from figures.geometry import Drawing
from figures.plane import Rect
from figures.style import Theme
from figures.text import clean
from graph.ask.answers import StatedEvidence
from graph.model.subgraph import CountedClaim, Subgraph
from web.exploding import DOT, Curve, Placed, place
from web.strands import TYPE, strands

Json = dict[str, Any]

_TIP = 160  # characters of a quote


def exploded_claims(
    drawing: Drawing,
    subgraph: Subgraph,
    claims: Sequence[str],
    statements: Iterable[StatedEvidence],
) -> list[Json]:
    """Draw the evidence of claims between their entities.

    Args:
        drawing: Boxes and edges in their places.
        subgraph: What is drawn; a claim that is not stays folded.
        claims: Ids of the claims that are opened.
        statements: Their evidence.

    """
    said: dict[str, list[StatedEvidence]] = {id_: [] for id_ in claims}
    for one in statements:
        said[one.evidence.claim.id].append(one)
    boxes = {box.id: box.rect for box in drawing.boxes}
    counted = {one.id: one for one in subgraph.claims}
    taken = list(boxes.values())
    frame = _frame(drawing)
    drawn = []
    for id_ in claims:
        if id_ not in counted:
            continue
        ends = counted[id_].claim
        placed = place(strands(said[id_]), boxes[ends.subject], boxes[ends.object], taken, frame)
        taken += [_room(one) for one in placed]
        rows = [_strand(one, counted[id_], drawing.theme) for one in placed]
        drawn.append({"claim": id_, "strands": rows})
    return drawn


def exploded_legend(drawn: Sequence[Json], theme: Theme) -> list[Json]:
    """Rows of the legend for what is drawn of opened claims."""
    dots = [dot for one in drawn for strand in one["strands"] for dot in strand["dots"]]
    rows: dict[str, Json] = {}
    for dot in dots:
        label = {"supports": "statement for", "refutes": "statement against"}[dot["stance"]]
        rows.setdefault(label, _sample(dot, faint=False))
        if dot["faint"]:
            rows.setdefault("statement not counted", _sample(dot, faint=True))
    if dots:
        rows["paper"] = _chip_sample(theme)
    return [
        {"group": "evidence", "label": label, "shapes": shapes["shapes"]}
        for label, shapes in rows.items()
    ]


def _frame(drawing: Drawing) -> Rect:
    """The columns below their headings; without columns, what the boxes span."""
    rects = [band.rect for band in drawing.bands] or [box.rect for box in drawing.boxes]
    if not rects:
        return Rect(0, 0, 0, 0)
    left, top = min(one.x for one in rects), min(one.y for one in rects)
    head = 56.0 if drawing.bands else 0.0
    right, bottom = max(one.right for one in rects), max(one.bottom for one in rects)
    return Rect(left, top + head, right - left, bottom - top - head)


def _room(placed: Placed) -> Rect:
    xs = [placed.chip.x, placed.chip.right, *(dot.x - DOT for dot in placed.dots)]
    xs += [dot.x + DOT for dot in placed.dots]
    return Rect(min(xs), placed.chip.y, max(xs) - min(xs), placed.chip.height)


def _strand(placed: Placed, counted: CountedClaim, theme: Theme) -> Json:
    strand = placed.strand
    dots = [
        _dot(one, counted, theme) | {"x": round(at.x, 1), "y": round(at.y, 1)}
        for one, at in zip(strand.dots, placed.dots, strict=True)
    ]
    faint = bool(dots) and all(dot["faint"] for dot in dots)
    paper = strand.publication
    return {
        "dots": dots,
        "statements": [one.evidence.id for one in strand.statements],
        "paths": [_path(placed.into), _path(placed.out)],
        "stroke": theme.line,
        "faint": faint,
        "chip": {
            "x": round(placed.chip.x, 1),
            "y": round(placed.chip.y, 1),
            "width": placed.chip.width,
            "height": placed.chip.height,
            "label": strand.label,
            "title": _titled(strand.title, retracted=bool(paper and paper.retracted)),
            "size": TYPE,
            "fill": theme.background,
            "stroke": theme.line,
            "text": theme.ink,
            "document": paper is None,
            "retracted": bool(paper and paper.retracted),
        },
    }


def _titled(title: str, *, retracted: bool) -> str:
    return _cut(f"Retracted: {title}" if retracted else title)


def _cut(text: str) -> str:
    return f"{text[:_TIP]}…" if len(text) > _TIP else text


def _dot(one: StatedEvidence, counted: CountedClaim, theme: Theme) -> Json:
    evidence = one.evidence
    against = evidence.stance == "refutes"
    contested = counted.counts.agreement == "contested"
    hue = theme.contested if contested else theme.line
    quote = clean(evidence.quote) or "A table row"
    side = "Against" if against else "For"
    return {
        "id": evidence.id,
        "radius": DOT,
        "stance": evidence.stance,
        # The theme's green, which its tests hold readable, says yes; the other side is hollow.
        "color": hue if against else theme.compartments["microbiome"].stroke,
        "ground": theme.background,
        "faint": not one.counts,
        "title": f"{side}{'' if one.counts else ', not counted'}: {_cut(quote)}",
    }


def _path(curve: Curve) -> list[list[float]]:
    return [[round(point.x, 1), round(point.y, 1)] for point in curve]


def _sample(dot: Json, *, faint: bool) -> Json:
    against = dot["stance"] == "refutes"
    paint = {
        "fill": dot["ground"] if against else dot["color"],
        "stroke": dot["color"],
        "stroke-width": "2",
        "opacity": "0.35" if faint else "1",
    }
    shapes = [{"tag": "circle", "attributes": paint | {"cx": "18", "cy": "9", "r": "6.5"}}]
    if against:
        line = {"d": "M13,14 L23,4", "opacity": paint["opacity"]}
        stroke = {"stroke": dot["color"], "stroke-width": "2"}
        shapes.append({"tag": "path", "attributes": line | stroke})
    return {"shapes": shapes}


def _chip_sample(theme: Theme) -> Json:
    paint = {"fill": theme.background, "stroke": theme.line, "stroke-width": "1.4"}
    size = {"x": "6", "y": "3", "width": "24", "height": "12", "rx": "6"}
    return {"shapes": [{"tag": "rect", "attributes": paint | size}]}
