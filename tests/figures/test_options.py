"""What a person chooses: the sheet, the parts that are left out, the link."""

from dataclasses import replace

import pytest

from figures.geometry import compose
from figures.options import FigureOptions
from figures.sheet import SHEETS
from figures.svg import svg
from figures.text import display_name
from graph.errors import SettingsError
from graph.model.subgraph import CountedClaim, Subgraph
from tests.figures.sample import snapshot, story
from tests.figures.texts import cut, overlaps

LINK = "https://graph.example.org/snapshots/0a1b2c3d"


@pytest.mark.parametrize("aspect", SHEETS)
@pytest.mark.parametrize("theme", ["light", "projector"])
def test_a_figure_that_fits_has_exactly_the_ratio_of_its_sheet(aspect: str, theme: str) -> None:
    drawing = compose(snapshot(story(6), theme), FigureOptions(aspect=aspect, link=LINK))
    wide, high = {"a4": (297, 210)}.get(aspect) or map(int, aspect.split(":"))
    assert drawing.width * high == drawing.height * wide
    assert (overlaps(drawing), cut(drawing)) == ([], [])


def test_slides_are_seven_and_a_half_inches_high_and_paper_is_a4() -> None:
    inches = {
        name: (round(one.width * one.point / 72, 2), round(one.height * one.point / 72, 2))
        for name, one in SHEETS.items()
    }
    assert inches == {
        "16:9": (13.33, 7.5),
        "4:3": (10.0, 7.5),
        "1:1": (7.5, 7.5),
        "a4": (11.69, 8.27),
    }


def test_a_figure_that_can_be_read_has_no_advice_and_type_that_the_back_of_a_room_reads() -> None:
    drawing = compose(snapshot(story(13)))
    assert drawing.advice is None
    points = {
        role: min(text.size for text in texts) * drawing.point
        for role, texts in {
            "label": [line for box in drawing.boxes for line in box.lines],
            "sources": [text for text in drawing.texts if text.role == "sources"],
        }.items()
    }
    assert points["label"] >= 14
    assert points["sources"] >= 10


def test_a_figure_that_is_too_full_says_so_and_fits_without_what_it_names() -> None:
    full = snapshot()
    advice = compose(full).advice
    assert advice is not None
    assert advice.text.startswith("The figure is too full: its names are 1")
    assert "points high, 14 are read from the back of a room. It would fit without " in advice.text
    assert 0 < len(advice.leave_out) <= 17
    named = set(advice.leave_out)
    rest = [one for one in full.subgraph.entities if display_name(one.name) not in named]
    ends = {one.id for one in rest}
    claims = [one for one in full.subgraph.claims if _ends(one) <= ends]
    smaller = replace(full, subgraph=Subgraph.of(rest, claims), statements=())
    drawing = compose(smaller)
    label = min(line.size for box in drawing.boxes for line in box.lines) * drawing.point
    assert label >= 13.9


def _ends(counted: CountedClaim) -> set[str]:
    return {counted.claim.subject, counted.claim.object}


@pytest.mark.parametrize(
    ("part", "role"),
    [
        ("title", "title"),
        ("subtitle", "subtitle"),
        ("caption", "caption"),
        ("sources", "sources"),
        ("signature", "snapshot"),
    ],
)
def test_a_part_that_is_left_out_leaves_its_room_to_the_picture(part: str, role: str) -> None:
    taken = replace(snapshot(story(6)), caption="What is known.")
    whole, less = compose(taken), compose(taken, FigureOptions(without=frozenset({part})))
    assert role in {text.role for text in whole.texts}
    assert role not in {text.role for text in less.texts}
    assert less.bands[0].rect.height > whole.bands[0].rect.height


def test_legend_and_code_can_be_left_out() -> None:
    plain = FigureOptions(link=LINK, without=frozenset({"legend", "code"}))
    drawing = compose(snapshot(story(6)), plain)
    assert (drawing.legend, drawing.code) == ((), None)
    assert compose(snapshot(story(6)), FigureOptions(link=LINK)).code is not None


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "//example.org/x",
        "/snapshots/1",
        "data:text/html,x",
        "https://",
        "x y",
    ],
)
def test_only_an_absolute_address_of_the_web_becomes_a_link(link: str) -> None:
    drawing = compose(snapshot(story(3)), FigureOptions(link=link))
    assert (drawing.link, drawing.code) == ("", None)
    assert "<a " not in svg(drawing)
    assert "opens live" not in svg(drawing)


def test_a_link_is_an_element_around_the_line_and_the_code() -> None:
    drawn = svg(compose(snapshot(story(3)), FigureOptions(link=f"{LINK}?a=1&b=2")))
    assert drawn.count('<a href="https://graph.example.org/snapshots/0a1b2c3d?a=1&amp;b=2">') == 2


def test_a_transparent_figure_has_no_ground() -> None:
    ground = '<rect x="0" y="0" width="1440" height="810" fill="#FFFFFF"/>'
    assert ground in svg(compose(snapshot(story(3))))
    assert ground not in svg(compose(snapshot(story(3)), FigureOptions(transparent=True)))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"aspect": "21:9"}, "Aspect '21:9' is none of 16:9, 4:3, 1:1, a4; take one of them"),
        (
            {"pixels": 9000},
            "A picture 9,000 pixels wide is not between 320 and 3,840; "
            "take e.g. 1920, or 3,840 for 4K",
        ),
        (
            {"without": frozenset({"edges"})},
            "edges is no part of a figure that can be left out; "
            "those are title, subtitle, caption, legend, sources, signature, code",
        ),
    ],
)
def test_a_choice_that_is_none_is_refused_with_those_there_are(
    wrong: dict[str, object], said: str
) -> None:
    with pytest.raises(SettingsError) as refusal:
        FigureOptions(**wrong)  # type: ignore[arg-type]
    assert str(refusal.value) == said
