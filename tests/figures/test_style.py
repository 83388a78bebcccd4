"""The visual grammar: contrast, colour blindness, and a legend of what is drawn."""

import math
from itertools import combinations

import pytest

from figures.style import Theme, edge_style, legend, node_style, theme, themes
from graph.model import vocabulary
from graph.model.subgraph import Subgraph
from tests.figures.sample import LEAKY, counted, entity, large, story

Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def linear(colour: str) -> Colour:
    def one(at: int) -> float:
        value = int(colour[at : at + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return (one(1), one(3), one(5))


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, blindness: str) -> Colour:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, light, strict=True))))
        for row in BLINDNESS[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089

    def f(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    return (116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z)))


@pytest.mark.parametrize("look", themes().values(), ids=themes())
def test_text_has_a_contrast_of_4_5_to_1_on_every_ground_it_stands_on(look: Theme) -> None:
    pairs = [(look.ink, look.background), (look.quiet, look.background)]
    for hue in look.compartments.values():
        pairs += [(look.ink, hue.fill), (hue.stroke, hue.band), (look.background, hue.stroke)]
        pairs += [(look.quiet, hue.band), (look.contested, hue.band)]
    assert not [(a, b, contrast(a, b)) for a, b in pairs if contrast(a, b) < 4.5]


@pytest.mark.parametrize("look", themes().values(), ids=themes())
def test_lines_have_a_contrast_of_3_to_1_on_the_page(look: Theme) -> None:
    lines = [look.line, look.contested, look.faint, *look.mark.values()]
    assert not [one for one in lines if contrast(one, look.background) < 3.0]


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("look", themes().values(), ids=themes())
def test_hues_of_compartments_and_the_warning_can_be_told_apart(
    look: Theme, blindness: str
) -> None:
    hues = {place: hue.stroke for place, hue in look.compartments.items()}
    hues |= {"contested": look.contested, "line": look.line}
    near = [
        (a, b, round(math.dist(lab(hues[a], blindness), lab(hues[b], blindness)), 1))
        for a, b in combinations(hues, 2)
        if math.dist(lab(hues[a], blindness), lab(hues[b], blindness)) < 12
    ]
    assert not near


def test_every_compartment_and_family_has_its_style_in_every_theme() -> None:
    for look in themes().values():
        assert set(look.compartments) == set(vocabulary.compartments())
    families = {row.family for row in vocabulary.categories().values()}
    assert families == {"pill", "rounded", "rectangle", "hexagon"}


def test_only_contested_claims_have_the_warning_hue() -> None:
    for look in themes().values():
        for claim in story().claims:
            contested = claim.counts.agreement == "contested"
            assert (edge_style(claim, look).colour == look.contested) == contested


def test_a_claim_only_refuted_is_faint_and_struck_through() -> None:
    style = edge_style(counted(LEAKY, "CAUSES", "HP:0007305", special="refuted"), theme("light"))
    assert (style.struck, style.colour) == (True, theme("light").faint)


def test_more_papers_make_a_wider_line_and_less_certainty_a_looser_one() -> None:
    look = theme("light")
    widths = [
        edge_style(counted(LEAKY, "CAUSES", "HP:0007305", papers=count), look).width
        for count in (0, 1, 2, 4, 8)
    ]
    assert widths == sorted(set(widths))
    dashes = [
        edge_style(counted(LEAKY, "CAUSES", "HP:0007305", certainty), look).dash
        for certainty in ("asserted", "suggested", "proposed")
    ]
    assert dashes == [(), (9.0, 6.0), (0.1, 5.8)]


def test_a_predicate_of_another_vocabulary_gets_an_arrow() -> None:
    style = edge_style(counted(LEAKY, "HETIO_GR_G", "HP:0007305"), theme("light"))
    assert (style.head, style.mark) == ("arrow", "")


@pytest.mark.parametrize("graph", [story(1), story(12), story(), large(40, 60)])
def test_legend_lists_all_that_is_drawn_and_nothing_else(graph: Subgraph) -> None:
    look = theme("light")
    listed: dict[str, set[str]] = {}
    for entry in legend(graph, look, focus=[LEAKY]):
        listed.setdefault(entry.group, set()).add(entry.key)
    styles = [edge_style(claim, look) for claim in graph.claims]
    expected = {
        "compartment": {one.place for one in graph.entities},
        "shape": {node_style(one, look).shape for one in graph.entities},
        "focus": {"focus"} if LEAKY in {one.id for one in graph.entities} else set(),
        "certainty": {style.certainty for style in styles},
        "head": {style.head for style in styles},
        "mark": {style.mark for style in styles} - {""},
        "contested": {"contested" for style in styles if style.contested},
        "refuted": {"refuted" for style in styles if style.struck},
    }
    widths = listed.pop("width")
    assert len(widths) == len({style.width for style in styles})
    assert listed == {group: keys for group, keys in expected.items() if keys}


def test_legend_names_the_predicates_of_bars_and_plain_lines_that_are_drawn() -> None:
    labels = {entry.key: entry.label for entry in legend(story(), theme("light"))}
    assert labels["bar"] == "prevents"
    assert labels["none"] == "is associated with"


def test_legend_names_the_kinds_of_a_shape_that_are_drawn() -> None:
    graph = Subgraph.of([entity("CL:0000129"), entity("HGNC:11848")], [])
    labels = [one.label for one in legend(graph, theme("light")) if one.group == "shape"]
    assert labels == ["cell, gene"]
