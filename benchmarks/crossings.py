"""Where the edges of one graph run when different hands draw them, and how often they cross."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from figures.geometry import compose
from figures.geometry.curves import samples
from figures.plane import Point
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph

_STEP: Final = 14.0
_SEED: Final = 11

Line = Sequence[tuple[float, float]]
# The line of each edge, with the two entities that it joins.
Paths = Sequence[tuple[frozenset[str], Line]]


def crossings(paths: Paths) -> int:
    """How often lines of two edges that share no entity cross."""
    hulls = [_hull(line) for _, line in paths]
    return sum(
        _meet(paths[i][1], paths[j][1])
        for i, j in combinations(range(len(paths)), 2)
        if not paths[i][0] & paths[j][0] and _near(hulls[i], hulls[j])
    )


def our_paths(graph: Subgraph, layout: str) -> Paths:
    """Our curves."""
    drawing = compose(Snapshot.of(graph, layout=layout))
    return [
        (
            frozenset((edge.subject, edge.object)),
            [(point.x, point.y) for point, _ in samples(edge.start, edge.curve, _STEP)],
        )
        for edge in drawing.edges
    ]


def spring_paths(graph: Subgraph) -> Paths:
    """Straight lines between the places of networkx' spring layout."""
    import networkx as nx  # noqa: PLC0415 - half a second

    net = nx.Graph()
    net.add_nodes_from(one.id for one in graph.entities)
    net.add_edges_from((one.claim.subject, one.claim.object) for one in graph.claims)
    placed = nx.spring_layout(net, seed=_SEED)
    at = {id_: (float(x), float(y)) for id_, (x, y) in placed.items()}
    return [
        (
            frozenset((one.claim.subject, one.claim.object)),
            [at[one.claim.subject], at[one.claim.object]],
        )
        for one in graph.claims
    ]


def dot_paths(graph: Subgraph) -> Paths:
    """The splines of graphviz dot."""
    done = subprocess.run(  # noqa: S603 - a fixed command
        [shutil.which("dot") or "dot", "-Tjson"],
        input=dot_source(graph).encode(),
        capture_output=True,
        check=True,
    )
    drawn = json.loads(done.stdout)
    names = {node["_gvid"]: node["name"] for node in drawn["objects"]}
    return [
        (frozenset((names[edge["tail"]], names[edge["head"]])), list(_spline(edge["pos"])))
        for edge in drawn.get("edges", ())
    ]


def dot_source(graph: Subgraph) -> str:
    """The graph in graphviz' language, from left to right, its entities as boxes."""
    lines = [f"{_quoted(one.id)} [label={_quoted(one.name)}];" for one in graph.entities]
    lines += [
        f"{_quoted(one.claim.subject)} -> {_quoted(one.claim.object)};" for one in graph.claims
    ]
    return "digraph {rankdir=LR; node [shape=box];\n" + "\n".join(lines) + "\n}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _spline(text: str) -> Iterator[tuple[float, float]]:
    """Points along `e,x,y x,y …`: an end, then cubic pieces."""
    parts = [part.split(",") for part in text.split()]
    points = [Point(float(x), float(y)) for x, y in (p[-2:] for p in parts if p[0] not in "es")]
    curve = tuple((points[i], points[i + 1], points[i + 2]) for i in range(1, len(points) - 2, 3))
    for point, _ in samples(points[0], curve, _STEP):
        yield point.x, point.y


def _meet(one: Line, other: Line) -> int:
    return sum(
        _cross(a, b, c, d)
        for a, b in pairwise(one)
        for c, d in pairwise(other)
        if min(a[0], b[0]) <= max(c[0], d[0])
        and min(c[0], d[0]) <= max(a[0], b[0])
        and min(a[1], b[1]) <= max(c[1], d[1])
        and min(c[1], d[1]) <= max(a[1], b[1])
    )


def _cross(a: Sequence[float], b: Sequence[float], c: Sequence[float], d: Sequence[float]) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _hull(line: Line) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in line], [y for _, y in line]
    return min(across), min(down), max(across), max(down)


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
