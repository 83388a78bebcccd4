"""The picture: nothing overlaps, nothing passes under a box, everything that goes in comes out."""

from itertools import combinations, pairwise

import pytest

from figures.geometry import Box, Drawing, compose
from figures.layout import axis_layout
from figures.style import theme
from graph.errors import SettingsError, TooLarge
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Frame, Snapshot
from graph.model.subgraph import Subgraph
from tests.figures.sample import MS, entity, large, snapshot, story
from tests.figures.texts import cut, overlaps, passed

SMALL = [(most, theme) for most in (1, 10, 24, None) for theme in ("light", "projector")]


def drawn(most: int | None, theme: str) -> Drawing:
    return compose(snapshot(story(most), theme))


def box(drawing: Drawing, id_: str) -> Box:
    return next(one for one in drawing.boxes if one.id == id_)


@pytest.mark.parametrize(("most", "theme"), SMALL)
def test_every_entity_and_claim_is_drawn_once(most: int | None, theme: str) -> None:
    graph = story(most)
    drawing = drawn(most, theme)
    assert [one.id for one in drawing.boxes] == [one.id for one in graph.entities]
    assert [one.id for one in drawing.edges] == [one.id for one in graph.claims]


@pytest.mark.parametrize(("most", "theme"), SMALL)
def test_no_two_boxes_overlap(most: int | None, theme: str) -> None:
    boxes = drawn(most, theme).boxes
    assert not [(a.name, b.name) for a, b in combinations(boxes, 2) if a.rect.meets(b.rect)]


@pytest.mark.parametrize(("most", "theme"), SMALL)
def test_no_edge_passes_under_a_third_box(most: int | None, theme: str) -> None:
    assert not passed(drawn(most, theme))


@pytest.mark.parametrize(("entities", "claims"), [(80, 110)])
def test_no_edge_passes_under_a_third_box_of_a_large_figure(entities: int, claims: int) -> None:
    assert not passed(compose(snapshot(large(entities, claims))))


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_edges_of_a_small_figure_all_carry_words_that_cover_no_box_and_no_other_words(
    theme: str,
) -> None:
    drawing = drawn(24, theme)
    words = [edge.words.rect for edge in drawing.edges if edge.words]
    assert len(words) == len(drawing.edges) == 24
    assert not [a for a, b in combinations(words, 2) if a.meets(b)]
    assert not [one for one in words for other in drawing.boxes if one.meets(other.rect)]


def test_edges_of_a_figure_with_25_claims_carry_no_words() -> None:
    assert not [edge for edge in drawn(25, "light").edges if edge.words]


def test_words_say_the_predicate_and_the_numbers_of_the_sources() -> None:
    drawing = drawn(1, "light")
    assert drawing.edges[0].words is not None
    assert drawing.edges[0].words.lines[0].text == "is increased in [1]"


def test_ends_of_edges_at_one_box_stand_apart() -> None:
    drawing = drawn(None, "light")
    ends = sorted(
        edge.curve[-1][2].y
        for edge in drawing.edges
        if edge.object == MS and edge.curve[-1][2].x < box(drawing, MS).rect.x + 1
    )
    assert len(ends) > 10
    assert min(b - a for a, b in pairwise(ends)) >= 10


def test_marks_stand_on_the_edge_beside_its_subject_never_on_a_box() -> None:
    drawing = drawn(None, "light")
    marks = [
        (edge, glyph)
        for edge in drawing.edges
        for glyph in edge.glyphs
        if glyph.kind in ("up", "down")
    ]
    assert len(marks) == 8
    for edge, glyph in marks:
        assert 0 < glyph.at.x - box(drawing, edge.subject).rect.right < 30
        assert not [one for one in drawing.boxes if one.rect.holds(glyph.at)]


def test_labels_lie_inside_their_boxes() -> None:
    for one in drawn(None, "projector").boxes:
        for line in one.lines:
            assert one.rect.y < line.at.y - line.size * 0.5 < line.at.y < one.rect.bottom


def test_columns_are_those_used_in_the_order_of_the_axis() -> None:
    assert [band.heading.text for band in drawn(10, "light").bands] == [
        "Interventions, exposures",
        "Microbiome",
        "Gut barrier",
        "Nervous system, disease",
    ]


def test_a_figure_is_16_to_9_while_its_type_stays_legible() -> None:
    drawing = drawn(None, "light")
    assert (drawing.width, drawing.height) == (1440, 810)
    assert min(line.size for one in drawing.boxes for line in one.lines) >= 16


def test_a_figure_of_300_entities_grows_taller_instead_of_illegible() -> None:
    drawing = compose(snapshot(large(300, 330)))
    assert len(drawing.boxes) == 300
    assert drawing.height > 810
    assert min(line.size for one in drawing.boxes for line in one.lines) >= 13


def test_a_figure_of_1001_entities_is_refused_with_the_way_out() -> None:
    nodes = [Entity(EntityId(f"GUT:n{index}"), f"n {index}") for index in range(1001)]
    with pytest.raises(TooLarge) as refusal:
        compose(Snapshot.of(Subgraph.of(nodes, [])))
    assert str(refusal.value) == (
        "A figure of 1,001 entities is past the limit of 1,000; "
        "filter the view, or export the data instead"
    )


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingsError) as refusal:
        compose(snapshot(theme="neon"))
    assert str(refusal.value) == "Theme 'neon' is none of light, projector, dark; take one of them"


def test_an_empty_subgraph_is_a_figure_with_its_title() -> None:
    drawing = compose(Snapshot.of(Subgraph(), title="Nothing yet"))
    assert [text.text for text in drawing.texts if text.role == "title"] == ["Nothing yet"]
    assert not drawing.boxes


def test_a_claim_of_an_entity_with_itself_is_drawn() -> None:
    from tests.figures.sample import counted

    graph = Subgraph.of([entity(MS)], [counted(MS, "CAUSES", MS)])
    assert len(compose(snapshot(graph)).edges) == 1


def test_a_box_placed_by_hand_stays_there_and_the_others_make_room() -> None:
    plain = snapshot()
    other = box(compose(plain), "CHEBI:27300").rect.centre
    # Coordinates of the layout begin at the columns' corner.
    band = compose(plain).bands[0].rect
    there = (other.x - band.x, other.y - band.y + 8)
    moved = Snapshot.of(plain.subgraph, {EntityId("NCBITaxon:841"): there}, title="moved")
    drawing = compose(moved)
    band = drawing.bands[0].rect
    centre = box(drawing, "NCBITaxon:841").rect.centre
    assert (round(centre.x - band.x), round(centre.y - band.y)) == tuple(map(round, there))
    pairs = combinations(drawing.boxes, 2)
    assert not [(a.name, b.name) for a, b in pairs if a.rect.meets(b.rect)]
    assert len(passed(drawing)) <= 3  # lanes were laid before the box was moved


def on_screen(moved: dict[str, tuple[float, float]]) -> Snapshot:
    """The story as a canvas has it, with some boxes carried elsewhere by so much."""
    graph = story()
    plan = axis_layout(graph, theme("light"), 1120, height=920, scale=0.85)
    places = {
        id_: (at.x + moved.get(id_, (0, 0))[0], at.y + moved.get(id_, (0, 0))[1])
        for id_, at in plan.positions.items()
    }
    frame = Frame(1120, plan.size.height, 0.85)
    return Snapshot.of(graph, places, "a view", frame=frame, focus=[EntityId(MS)])


def test_a_canvas_on_which_nothing_was_moved_is_laid_out_for_the_sheet_in_its_order() -> None:
    drawing = compose(on_screen({}))
    again = compose(Snapshot.of(story(), title="a view", focus=[EntityId(MS)]))
    assert [one.rect for one in drawing.boxes] == [one.rect for one in again.boxes]


def test_a_box_moved_on_a_canvas_stands_where_it_stood_among_the_others() -> None:
    drawing = compose(on_screen({"CHEBI:27300": (60, 150)}))
    carried, stayed = box(drawing, "CHEBI:27300").rect, box(drawing, "CHEBI:12777").rect
    assert carried.centre.x > stayed.centre.x + 40
    assert box(drawing, "CHEBI:27363").rect.y < carried.y < box(drawing, "MESH:D013315").rect.y
    assert (drawing.width, drawing.height) == (1440, 810)
    assert (overlaps(drawing), cut(drawing)) == ([], [])


def test_a_canvas_on_which_all_was_moved_keeps_its_places_to_the_left_and_right() -> None:
    ids = [one.id for one in story().entities]
    taken = on_screen({id_: (40.0 * (at % 3), 25.0 * (at % 2)) for at, id_ in enumerate(ids)})
    drawing = compose(taken)
    by_hand = sorted(taken.positions, key=lambda id_: taken.positions[id_][0])
    drawn = [box(drawing, id_).rect.centre.x for id_ in by_hand]
    assert all(b - a > -1 for a, b in pairwise(drawn))
    assert (overlaps(drawing), cut(drawing)) == ([], [])
