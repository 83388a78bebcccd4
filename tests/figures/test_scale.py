"""Graphs nobody chose: fifty out of the scale set, of 5 to 60 entities, drawn without overlaps."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from figures.geometry import Drawing, compose
from figures.geometry.advice import Advice
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.figures.scale import subgraphs
from tests.figures.test_at_1280 import amiss
from tests.figures.texts import cut, overlaps, passed
from tests.loaders.shared import shared

MOST_READ = 28  # of the fifty: with a single column for each compartment it was 8
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
    read = 0
    for index, graph in enumerate(graphs):
        drawing = compose(Snapshot.of(graph, title=f"Number {index} of the scale set"))
        assert (len(drawing.boxes), len(drawing.edges)) == (len(graph.entities), len(graph.claims))
        assert (index, overlaps(drawing), cut(drawing)) == (index, [], [])
        read += readable(drawing)
    assert read >= MOST_READ


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


@pytest.mark.parametrize("index", range(2, 50, 6))
def test_organic_figures_have_none_either_and_no_line_runs_under_a_third_box(
    graphs: Sequence[Subgraph], index: int
) -> None:
    drawing = compose(Snapshot.of(graphs[index], layout="organic"))
    assert (overlaps(drawing), cut(drawing), passed(drawing)) == ([], [], [])
    assert (drawing.width, drawing.height) == (1440, 810)


def test_a_crowded_compartment_stands_in_several_columns_under_one_heading(
    graphs: Sequence[Subgraph],
) -> None:
    crowd = graphs[36]
    assert len({one.place for one in crowd.entities}) == 1
    assert len(crowd.entities) == SIZES[36]
    drawing = compose(Snapshot.of(crowd))
    assert len(drawing.bands) == 1
    assert readable(drawing)
    assert len({round(one.rect.centre.x) for one in drawing.boxes}) > 1


def readable(drawing: Drawing) -> bool:
    """Whether a figure keeps its sheet and its names are read at the back of a room."""
    size = min(line.size for one in drawing.boxes for line in one.lines)
    return size * drawing.point >= 13.95 and drawing.height == 810
