"""Graphs nobody chose: fifty out of the scale set, of 5 to 60 entities, drawn without overlaps."""

from collections.abc import Sequence

import pytest

from figures.geometry import compose
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.figures.scale import subgraphs
from tests.figures.texts import cut, overlaps
from tests.loaders.shared import shared

SIZES = tuple(5 + 55 * index // 49 for index in range(50))


@pytest.fixture(scope="module")
def graphs() -> Sequence[Subgraph]:
    return subgraphs(
        shared("data", "scale", "edges.tsv.gz"), shared("data", "scale", "nodes.tsv.gz"), SIZES
    )


def test_fifty_graphs_are_drawn_whole_without_an_overlap_or_a_text_that_is_cut(
    graphs: Sequence[Subgraph],
) -> None:
    assert [len(one.entities) for one in graphs] == list(SIZES)
    for index, graph in enumerate(graphs):
        drawing = compose(Snapshot.of(graph, title=f"Number {index} of the scale set"))
        assert (len(drawing.boxes), len(drawing.edges)) == (len(graph.entities), len(graph.claims))
        assert (index, overlaps(drawing), cut(drawing)) == (index, [], [])


@pytest.mark.parametrize("index", [2, 11, 19, 28, 44])
def test_organic_figures_have_none_either(graphs: Sequence[Subgraph], index: int) -> None:
    drawing = compose(Snapshot.of(graphs[index], layout="organic"))
    assert (overlaps(drawing), cut(drawing)) == ([], [])
