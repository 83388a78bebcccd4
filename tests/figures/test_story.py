"""A story is one layout in steps: what appears, what is dimmed, and nothing that moves."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from figures.options import FigureOptions
from figures.story import STORY_FORMATS, page, story_format
from figures.story.steps import mixed, step_drawings
from graph.errors import LoadError, RecordError, UnknownFormat
from graph.model.snapshot import Snapshot
from graph.model.story import Step, Story
from tests.figures.sample import IBD, LEAKY, MS, snapshot, story

PLAIN = FigureOptions()
AKKERMANSIA = "NCBITaxon:239934"
UP = f"{AKKERMANSIA}~INCREASED_IN~{MS}"


@pytest.fixture(scope="module")
def shown() -> Snapshot:
    return snapshot(story(24))


@pytest.fixture(scope="module")
def told(shown: Snapshot) -> Story:
    """Akkermansia and the leaky gut appear one after the other."""
    steps = [
        Step("What is there"),
        Step("Akkermansia rises", focus=(UP,), reveal=(AKKERMANSIA,)),
        Step("And the gut leaks", focus=(LEAKY, IBD), reveal=(LEAKY,)),
    ]
    return Story.of("Told in three", shown.id, steps)


def test_reads_back_what_it_wrote_under_one_id(told: Story) -> None:
    assert Story.from_json(told.to_json()) == told
    again = Story.of(
        told.title, told.snapshot, [replace(s, focus=s.focus[::-1]) for s in told.steps]
    )
    assert (again.id, len(told.id)) == (told.id, 64)
    assert Story.of("Another", told.snapshot, told.steps).id != told.id


@pytest.mark.parametrize("text", ["", "[]", '{"schema_version": 2}', '{"schema_version": 1}'])
def test_what_is_no_story_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="story: "):
        Story.from_json(text)


def test_a_story_without_steps_or_with_a_caption_too_long_is_refused() -> None:
    with pytest.raises(RecordError, match="0 steps are not 1 to 60"):
        Story.of("t", "s", [])
    with pytest.raises(RecordError, match="a caption of 301 is past 300 characters"):
        Story.of("t", "s", [Step("c" * 301)])


def test_what_appears_later_is_not_there_before_and_claims_wait_for_their_ends(
    told: Story, shown: Snapshot
) -> None:
    drawn = step_drawings(told, shown, PLAIN)
    boxes = [{box.id for box in one.boxes} for one in drawn]
    edges = [{edge.id for edge in one.edges} for one in drawn]
    assert [AKKERMANSIA in one for one in boxes] == [False, True, True]
    assert [UP in one for one in edges] == [False, True, True]
    assert [LEAKY in one for one in boxes] == [False, False, True]
    assert boxes[2] == {str(one.id) for one in shown.subgraph.entities}
    assert edges[2] == {one.id for one in shown.subgraph.claims}
    for there, joined in zip(boxes, edges, strict=True):
        ends = {end for id_ in joined for end in (id_.split("~")[0], id_.split("~")[2])}
        assert ends <= there


def test_nothing_moves_from_step_to_step(told: Story, shown: Snapshot) -> None:
    first, second, third = step_drawings(told, shown, PLAIN)
    places = {box.id: box.rect for box in third.boxes}
    assert all(places[box.id] == box.rect for one in (first, second) for box in one.boxes)
    assert (first.width, first.height) == (third.width, third.height)


def test_what_a_step_is_not_about_is_dimmed_and_keeps_no_words(
    told: Story, shown: Snapshot
) -> None:
    first, second, _ = step_drawings(told, shown, PLAIN)
    ground = second.theme.background
    before = {box.id: box.style for box in first.boxes}
    styles = {box.id: box.style for box in second.boxes}
    dimmed = {id_ for id_, style in before.items() if styles[id_] != style}
    assert dimmed == before.keys() - {MS}
    assert all(styles[id_].stroke == mixed(before[id_].stroke, ground, 0.8) for id_ in dimmed)
    assert [edge.id for edge in second.edges if edge.words] == [UP]


def test_each_step_has_its_caption_as_headline_and_the_real_snapshots_id(
    told: Story, shown: Snapshot
) -> None:
    for number, one in enumerate(step_drawings(told, shown, PLAIN), start=1):
        said = [text.text for text in one.texts]
        assert said[0] == told.steps[number - 1].caption
        assert said[1] == f"Told in three · {number} of 3"
        assert any(shown.short_id in line for line in said)


@pytest.mark.parametrize("suffix", STORY_FORMATS)
def test_the_same_story_gives_the_same_bytes(told: Story, shown: Snapshot, suffix: str) -> None:
    draw = story_format(suffix).draw
    assert draw(told, shown, PLAIN) == draw(told, shown, PLAIN)


def test_the_deck_has_a_slide_a_step_with_its_claims_in_the_notes(
    told: Story, shown: Snapshot
) -> None:
    deck: Any = Presentation(io.BytesIO(story_format("pptx").draw(told, shown, PLAIN)))
    slides = list(deck.slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        step.caption for step in told.steps
    ]
    assert "Akkermansia" in slides[1].notes_slide.notes_text_frame.text
    assert f"Gutgraph snapshot {shown.id}" in slides[2].notes_slide.notes_text_frame.text


def test_the_slide_for_reveal_has_its_steps_as_fragments(told: Story, shown: Snapshot) -> None:
    text = story_format("reveal").draw(told, shown, PLAIN).decode()
    assert text.startswith("<section")
    assert (text.count("<svg "), text.count("<metadata>")) == (3, 1)
    assert 'class="fragment fade-out" data-fragment-index="0"' in text
    assert 'class="fragment current-visible" data-fragment-index="0"' in text
    assert 'class="fragment" data-fragment-index="1"' in text
    assert "<script" not in text


def test_a_hostile_caption_is_text(shown: Snapshot) -> None:
    bad = "</title><script>alert(1)</script>"
    text = page(Story.of(bad, shown.id, [Step(bad)]), shown, PLAIN)
    assert "<script>alert" not in text
    assert text.count("<script") == 1


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UnknownFormat) as refused:
        story_format("gif")
    assert str(refused.value) == (
        "format 'gif': no story is told in it. Take one of html, pptx, reveal, json."
    )
