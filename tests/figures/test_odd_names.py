"""Names that a figure is not made for: each is drawn, and what is amiss is said in words."""

from figures.geometry import Drawing, compose
from figures.options import FigureOptions
from figures.pdf import pdf
from figures.png import png
from figures.svg import svg
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot, Source
from graph.model.subgraph import Subgraph
from tests.figures.sample import MS, counted, entity


def figure(name: str) -> Drawing:
    node = Entity(EntityId("GUT:odd"), name, "Taxon")
    graph = Subgraph.of([node, entity(MS)], [counted("GUT:odd", "INCREASED_IN", MS)])
    return compose(Snapshot.of(graph, title=name))


def label(drawing: Drawing) -> str:
    return " ".join(line.text for box in drawing.boxes for line in box.lines if box.id == "GUT:odd")


def test_a_name_of_300_characters_is_cut_and_said_to_be() -> None:
    drawing = figure("x" * 300)
    assert drawing.advice is not None
    assert drawing.advice.text == f"Too long, and cut: X{'x' * 58}…."
    assert label(drawing).endswith("…")


def test_letters_that_the_font_lacks_get_their_identifier_and_the_advice_says_so() -> None:
    for name in ("大腸菌", "אקרמנסיה", "العربية"):
        drawing = figure(name)
        assert label(drawing) == f"{name} GUT:odd"
        assert drawing.advice is not None
        assert drawing.advice.text == (
            f"The font lacks letters or signs of {name} and in the title; PNG and PDF show a box "
            "for each, and the identifier beside such a name; SVG, HTML and PowerPoint show them "
            "in fonts of the reader's."
        )
        assert name in svg(drawing)
        assert png(drawing).startswith(b"\x89PNG")
        assert pdf(drawing).startswith(b"%PDF")


def test_an_emoji_in_a_name_stays_needs_no_identifier_and_is_named_in_the_advice() -> None:
    drawing = figure("Lactobacillus \U0001f9a0")
    assert label(drawing) == "Lactobacillus \U0001f9a0"
    assert drawing.advice is not None
    assert drawing.advice.text == (
        "The font lacks letters or signs of Lactobacillus \U0001f9a0 and in the title; PNG and PDF "
        "show a box for each; SVG, HTML and PowerPoint show them in fonts of the reader's."
    )
    assert pdf(drawing).startswith(b"%PDF")


def test_the_advice_names_every_part_that_has_letters_the_font_lacks() -> None:
    taken = Snapshot.of(
        Subgraph.of([entity(MS)], []),
        title="腸",
        caption="腸",
        citations=[Source(1, "腸 et al., 2020")],
        licences=("腸",),
    )
    advice = compose(taken).advice
    assert advice is not None
    assert advice.places == ("the title", "the caption", "the sources", "the last line")
    shorter = compose(taken, FigureOptions(without=frozenset({"title", "caption", "sources"})))
    assert shorter.advice is not None
    assert shorter.advice.places == ("the last line",)


def test_a_name_read_from_the_right_is_set_so_in_svg_and_on_slides() -> None:
    drawing = figure("אקרמנסיה 16S")
    lines = [one for one in svg(drawing).splitlines() if "אקרמנסיה 16S" in one and "<text" in one]
    assert ['direction="rtl"' in one for one in lines] == [True, True]
    assert 'text-anchor="end" direction="rtl"' in lines[1]  # the title keeps its left edge
    assert 'direction="rtl"' not in svg(figure("Gut אקר"))


def test_what_turns_the_direction_of_text_is_taken_out() -> None:
    assert label(figure("gut \u202ereversed\u2066")) == "Gut reversed"


def test_an_empty_figure_has_every_format_and_no_advice() -> None:
    drawing = compose(Snapshot.of(Subgraph(), title="Nothing yet"))
    assert drawing.advice is None
    assert drawing.description == "0 entities, 0 claims."
    assert pdf(drawing).startswith(b"%PDF")
    assert png(drawing).startswith(b"\x89PNG")
