"""Graphs nobody chose: fifty out of the scale set, of 5 to 60 entities, drawn without overlaps."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from figures.geometry import compose
from figures.geometry.advice import Advice
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.figures.scale import subgraphs
from tests.figures.test_at_1280 import amiss
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


@pytest.mark.browser
def test_a_dozen_that_claim_to_be_readable_are_so_at_1280_pixels_in_chromium(
    browser: Browser, graphs: Sequence[Subgraph], tmp_path: Path
) -> None:
    readable = []
    for graph in graphs[:18]:
        taken = Snapshot.of(graph, title="Of the scale set")
        if not troubled(compose(taken).advice):
            readable.append(taken)
    assert len(readable) >= 12
    assert amiss(browser, tmp_path, readable[-12:]) == []


def troubled(advice: Advice | None) -> bool:
    """Say whether a figure itself says that it cannot be read, or not whole."""
    return advice is not None and bool(advice.label or advice.aspect or advice.cut)


@pytest.mark.parametrize("index", [2, 11, 19, 28, 44])
def test_organic_figures_have_none_either(graphs: Sequence[Subgraph], index: int) -> None:
    drawing = compose(Snapshot.of(graphs[index], layout="organic"))
    assert (overlaps(drawing), cut(drawing)) == ([], [])
