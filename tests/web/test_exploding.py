"""A claim opened on the canvas: every statement drawn once, over nothing, always in one place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.plane import Point, Rect, Size
from graph.ask.answers import StatedEvidence
from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId
from graph.model.publication import Publication
from web.exploding import DOT, Placed, place
from web.strands import DOTS, STRANDS, Strand, strands

_CLAIM = Claim.of("X:1", "CAUSES", "X:2")
_FRAME = Rect(0, 50, 1120, 900)
_BOX = Size(130, 44)


def said(
    number: int, *papers: Publication, stance: str = "supports", counts: bool = True
) -> StatedEvidence:
    document = Document(DocumentId(f"doc {number % 3}"), "0" * 64, "text", f"Page {number % 3}")
    evidence = Evidence(
        _CLAIM,
        document.id,
        _CLAIM.subject,
        _CLAIM.object,
        stance,
        "asserted",
        quote=f"It does, {number}.",
    )
    return StatedEvidence(evidence, document, papers, counts)


def paper(number: int, year: int | None = 2001, **fields: object) -> Publication:
    given = {"title": f"Paper {number}", **fields}
    return Publication(pmid=str(number), year=year, **given)  # type: ignore[arg-type]


def rects(placed: tuple[Placed, ...]) -> list[Rect]:
    dots = [Rect(dot.x - DOT, dot.y - DOT, 2 * DOT, 2 * DOT) for one in placed for dot in one.dots]
    return [*(one.chip for one in placed), *dots]


def covers(rectangles: list[Rect]) -> bool:
    return any(
        one.meets(other)
        for number, one in enumerate(rectangles)
        for other in rectangles[number + 1 :]
    )


def test_statements_of_one_paper_are_one_strand_named_by_author_and_year() -> None:
    doe = paper(1, 2016, authors=("Doe JK", "Roe A"))
    (strand,) = strands([said(1, doe), said(2, doe)])
    assert (strand.label, strand.title) == ("Doe 2016", "Doe JK, Roe A, Paper 1")
    assert len(strand.dots) == 2


@pytest.mark.parametrize(
    ("authors", "label"),
    [
        (("van der Berg, H",), "van der Berg 2001"),
        (("李 X",), "李 2001"),
        ((), "2001 Paper 7"),
        (("<b>Doe</b> J",), "<b>Doe</b> 2001"),
    ],
)
def test_a_paper_is_named_in_a_few_words(authors: tuple[str, ...], label: str) -> None:
    (strand,) = strands([said(1, paper(7, authors=authors))])
    assert strand.label == label


def test_what_cites_no_paper_stands_with_its_document() -> None:
    made = strands([said(0), said(3), said(1)])
    assert [(one.label, len(one.statements)) for one in made] == [("Page 0", 2), ("Page 1", 1)]
    assert all(one.publication is None for one in made)


def test_for_stands_above_against_and_what_does_not_count_below_both() -> None:
    made = strands(
        [
            said(1, paper(1), counts=False),
            said(2, paper(2), stance="refutes"),
            said(3, paper(3)),
        ]
    )
    assert [one.title for one in made] == ["Paper 3", "Paper 2", "Paper 1"]


def test_a_statement_that_cites_several_papers_is_drawn_once() -> None:
    made = strands([said(1, paper(2, 2010), paper(3, 1999), paper(1, 1980, retracted=True))])
    assert [one.title for one in made] == ["Paper 3"]


def test_more_than_there_is_room_for_is_counted_not_hidden() -> None:
    made = strands([said(number, paper(number)) for number in range(1, 41)])
    assert len(made) == STRANDS
    assert made[-1].label == "+31 more"
    assert sum(len(one.dots) + one.left_out for one in made) == 40
    many = strands([said(number, paper(1)) for number in range(30)])
    assert many[0].label.endswith(f"+{30 - DOTS}")


def lane(count: int, subject: Point, object_: Point, *others: Point) -> tuple[Placed, ...]:
    boxes = [Rect.around(at, _BOX) for at in (subject, object_, *others)]
    strung = [Strand(f"Paper {n}", "", (said(n),)) for n in range(count)]
    return place(strung, boxes[0], boxes[1], boxes, _FRAME)


def test_strands_run_from_the_subject_to_the_object_the_dots_first() -> None:
    for subject, object_ in (
        (Point(100, 300), Point(900, 300)),
        (Point(900, 300), Point(100, 300)),
    ):
        (one,) = lane(1, subject, object_)
        assert abs(one.dots[0].x - subject.x) < abs(one.chip.centre.x - subject.x)
        assert abs(one.into[0].x - subject.x) <= _BOX.width / 2
        assert abs(one.out[-1].x - object_.x) <= _BOX.width / 2
        assert one.into[0].x != one.into[-1].x


def test_strands_stand_in_the_middle_of_a_free_lane_in_their_order() -> None:
    placed = lane(3, Point(100, 300), Point(900, 300))
    ys = [one.chip.centre.y for one in placed]
    assert ys == sorted(ys)
    assert ys[1] == pytest.approx(300)
    assert placed[1].chip.right - placed[1].dots[0].x > 0


points = st.builds(Point, st.integers(80, 1040).map(float), st.integers(90, 900).map(float))


@settings(max_examples=60, deadline=None)
@given(points, points, st.lists(points, max_size=40), st.integers(1, STRANDS))
def test_strands_cover_no_box_and_not_each_other_and_never_move(
    subject: Point, object_: Point, others: list[Point], count: int
) -> None:
    placed = lane(count, subject, object_, *others)
    assert len(placed) == count
    assert placed == lane(count, subject, object_, *others)
    drawn = rects(placed)
    assert not covers(drawn)
    boxes = [Rect.around(at, _BOX) for at in (subject, object_, *others)]
    assert not any(one.meets(box) for one in drawn for box in boxes)


def test_a_name_of_ten_thousand_characters_is_cut_to_a_label() -> None:
    huge = paper(1, authors=("x" * 10_000,), title="y" * 10_000)
    (strand,) = strands([said(1, huge)])
    assert strand.label.endswith("…")
    assert strand.size.width < 300


def test_where_some_are_left_out_neither_side_is() -> None:
    pro = [said(number, paper(number)) for number in range(1, 31)]
    contra = [said(number, paper(number), stance="refutes") for number in range(31, 51)]
    stances = [one.statements[0].evidence.stance for one in strands([*pro, *contra]) if one.dots]
    assert stances == ["supports"] * 5 + ["refutes"] * 4
    stances = [
        one.statements[0].evidence.stance for one in strands([*pro[:2], *contra]) if one.dots
    ]
    assert stances == ["supports"] * 2 + ["refutes"] * 7


def test_more_strands_than_a_low_picture_is_high_stand_below_its_headings() -> None:
    boxes = [Rect.around(at, _BOX) for at in (Point(100, 120), Point(900, 120))]
    strung = [Strand(f"Paper {n}", "", (said(n),)) for n in range(STRANDS)]
    placed = place(strung, boxes[0], boxes[1], boxes, Rect(0, 50, 1120, 150))
    assert min(one.chip.y for one in placed) >= 50
    assert len({one.chip.y for one in placed}) == STRANDS
