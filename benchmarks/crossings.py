"""Where the edges of one graph run when different hands draw them, and how often they cross."""

import json
import shutil
import subprocess
from collections import defaultdict
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

_GRID: Final = 50  # cells across

Line = Sequence[tuple[float, ...]]
# The line of each edge, with the two entities that it joins.
Paths = Sequence[tuple[frozenset[str], Line]]
# Which line, which piece of it, from where to where.
_Segment = tuple[int, int, tuple[float, ...], tuple[float, ...]]


def crossings(paths: Paths) -> int:
    """How often lines of two edges that share no entity cross."""
    cells = _cells([line for _, line in paths])
    found: set[tuple[int, int, int, int]] = set()
    for segments in cells.values():
        for (i, m, a, b), (j, n, c, d) in combinations(segments, 2):
            if not paths[i][0] & paths[j][0] and _cross(a, b, c, d):
                found.add((i, m, j, n))
    return len(found)


def our_paths(graph: Subgraph, layout: str = "axis") -> Paths:
    """Our curves, in columns or without."""
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


def _spline(text: str) -> Iterator[tuple[float, ...]]:
    """Points along `e,x,y x,y …`: an end, then cubic pieces."""
    parts = [part.split(",") for part in text.split()]
    points = [Point(float(x), float(y)) for x, y in (p[-2:] for p in parts if p[0] not in "es")]
    curve = tuple((points[i], points[i + 1], points[i + 2]) for i in range(1, len(points) - 2, 3))
    for point, _ in samples(points[0], curve, _STEP):
        yield point.x, point.y


def _cells(lines: Sequence[Line]) -> dict[tuple[int, int], list[_Segment]]:
    """The segments of all lines by the cells of a grid that they may pass."""
    points = [point for line in lines for point in line]
    reach = max((abs(value) for point in points for value in point), default=1.0)
    side = reach / _GRID
    cells: dict[tuple[int, int], list[_Segment]] = defaultdict(list)
    for index, line in enumerate(lines):
        for number, (a, b) in enumerate(pairwise(line)):
            columns = sorted((int(a[0] // side), int(b[0] // side)))
            rows = sorted((int(a[1] // side), int(b[1] // side)))
            for x in range(columns[0], columns[1] + 1):
                for y in range(rows[0], rows[1] + 1):
                    cells[x, y].append((index, number, a, b))
    return cells


def _cross(a: Sequence[float], b: Sequence[float], c: Sequence[float], d: Sequence[float]) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
