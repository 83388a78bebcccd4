"""The slide, read by python-pptx: what is on it, what hangs on what, whose template it is."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from figures.geometry import compose
from figures.pptx import Slide, notes, presentation
from graph.errors import LoadError
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from tests.exchange.sample import every_category, hostile
from tests.figures.sample import MS, counted, entity, snapshot, story


def slide_of(taken: Snapshot, template: bytes = b"", aspect: str = "16:9") -> Any:
    return opened(taken, template, aspect).slides[0]


def opened(taken: Snapshot, template: bytes = b"", aspect: str = "16:9") -> Any:
    deck = presentation([Slide(compose(taken), notes(taken))], template, aspect=aspect)
    return Presentation(io.BytesIO(deck))


def every(shapes: Any) -> list[Any]:
    """All shapes, those in groups too."""
    found = []
    for shape in shapes:
        found.append(shape)
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            found += every(shape.shapes)
    return found


def named(slide: Any, prefix: str) -> list[Any]:
    return [shape for shape in slide.shapes if shape.name.startswith(prefix)]


def claims(slide: Any) -> list[Any]:
    """The connectors of claims, not those of the legend."""
    return [
        shape
        for shape in every(slide.shapes)
        if shape.name.startswith("claim:") and shape._element.tag == qn("p:cxnSp")
    ]


def ways(slide: Any) -> list[tuple[Any, list[Any]]]:
    """Each claim, a connector or a group, with its connectors from its subject on."""
    return [
        (claim, [one for one in every([claim]) if one._element.tag == qn("p:cxnSp")])
        for claim in named(slide, "claim:")
    ]


def glued(connector: Any) -> tuple[int, int]:
    ends = connector._element.find(f"{qn('p:nvCxnSpPr')}/{qn('p:cNvCxnSpPr')}")
    return int(ends.find(qn("a:stCxn")).get("id")), int(ends.find(qn("a:endCxn")).get("id"))


def alt_text(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr"))


def template(title: str = "Old slide") -> bytes:
    """A lab's template: another size, other colours, a slide of its own, a section of slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(11), Inches(7)
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = title
    deck.slide_master.background.fill.solid()
    deck.slide_master.name = "Lab"
    packed = io.BytesIO()
    deck.save(packed)
    return retyped(packed.getvalue(), {"ppt/theme/theme1.xml": ("4F81BD", "AB12CD")})


def retyped(package: bytes, changes: dict[str, tuple[str, str]]) -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as given,
        zipfile.ZipFile(packed, "w") as out,
    ):
        for name in given.namelist():
            old, new = changes.get(name, ("", ""))
            text = given.read(name)
            out.writestr(name, text.replace(old.encode(), new.encode()) if old else text)
    return packed.getvalue()


def test_each_entity_is_a_shape_and_each_claim_a_connector_glued_to_its_two() -> None:
    taken = snapshot()
    slide = slide_of(taken)
    shapes = {shape.shape_id: shape.name for shape in named(slide, "entity:")}
    assert len(shapes) == len(taken.subgraph.entities)
    drawn = sorted((shapes[glued(way[0])[0]], shapes[glued(way[-1])[1]]) for _, way in ways(slide))
    names = {one.id: f"entity: {one.name}" for one in taken.subgraph.entities}
    assert drawn == sorted(
        (names[one.claim.subject], names[one.claim.object]) for one in taken.subgraph.claims
    )


def test_a_glued_end_lies_on_the_border_of_its_shape() -> None:
    slide = slide_of(every_category())
    shapes = {shape.shape_id: shape for shape in every(slide.shapes)}
    for one in [one for _, way in ways(slide) for one in way]:
        start, end = glued(one)
        for id_, x, y in ((start, one.begin_x, one.begin_y), (end, one.end_x, one.end_y)):
            box = shapes[id_]
            across, down = x - box.left, y - box.top
            on_side = min(abs(across), abs(box.width - across), abs(down), abs(box.height - down))
            assert on_side <= (box.width if box.name == "waypoint" else 2)
            assert -2 <= across <= box.width + 2
            assert -2 <= down <= box.height + 2


def passed(slide: Any) -> list[tuple[str, str]]:
    """Claims whose straight connectors run behind a shape that they do not join."""
    boxes = {one.shape_id: one for one in named(slide, "entity:")}
    return [
        (claim.name, box.name)
        for claim, way in ways(slide)
        for box in boxes.values()
        if box.shape_id not in (glued(way[0])[0], glued(way[-1])[1])
        and any(_behind(one, box) for one in way)
    ]


def _behind(line: Any, box: Any) -> bool:
    x, y, dx, dy = line.begin_x, line.begin_y, line.end_x - line.begin_x, line.end_y - line.begin_y
    left, top, right, bottom = box.left, box.top, box.left + box.width, box.top + box.height
    points = ((x + dx * step / 200, y + dy * step / 200) for step in range(201))
    return any(left < a < right and top < b < bottom for a, b in points)


@pytest.mark.parametrize("layout", ["axis", "organic"])
def test_no_line_runs_behind_a_shape_it_does_not_join(layout: str) -> None:
    slide = slide_of(replace(snapshot(), layout=layout))
    assert passed(slide) == []
    chains = [way for _, way in ways(slide) if len(way) > 1]
    assert chains


def test_a_line_round_a_shape_is_a_chain_glued_to_waypoints_with_one_head() -> None:
    slide = slide_of(snapshot())
    claim, way = next((claim, way) for claim, way in ways(slide) if len(way) > 1)
    dots = {one.shape_id: one for one in claim.shapes if one.name == "waypoint"}
    joints = [(glued(one)[1], glued(other)[0]) for one, other in pairwise(way)]
    assert joints == [(id_, id_) for id_ in dots]
    heads = [one._element.spPr.find(f"{qn('a:ln')}/{qn('a:tailEnd')}") for one in way]
    assert [head is not None for head in heads[:-1]] == [False] * len(dots)
    assert all(alt_text(one) for one in (*way, *dots.values()))


def test_a_claim_of_an_entity_with_itself_is_a_curve_glued_to_two_sites_of_its_shape() -> None:
    claim = [counted(MS, "CAUSES", MS), counted(MS, "PREVENTS", MS)]
    slide = slide_of(snapshot(Subgraph.of([entity(MS)], claim)))
    (box,) = named(slide, "entity:")
    loops = claims(slide)
    assert len(loops) == 2
    for one in loops:
        assert glued(one) == (box.shape_id, box.shape_id)
        geometry = one._element.spPr.find(qn("a:prstGeom"))
        assert geometry.get("prst") == "curvedConnector4"
        sites = one._element.find(f"{qn('p:nvCxnSpPr')}/{qn('p:cNvCxnSpPr')}")
        assert len({end.get("idx") for end in sites}) == 2
    assert len({(one.begin_x, one.begin_y) for one in loops}) == 2


def test_shapes_are_native_and_say_what_family_an_entity_is_of() -> None:
    slide = slide_of(every_category())
    presets = {shape.text: shape.auto_shape_type for shape in named(slide, "entity:")}
    presets = {text.replace("\x0b", " "): preset for text, preset in presets.items()}
    assert presets["One chemical"] == MSO_SHAPE.ROUNDED_RECTANGLE
    assert presets["One taxon"] == MSO_SHAPE.ROUNDED_RECTANGLE
    assert presets["One disease"] == MSO_SHAPE.RECTANGLE
    assert presets["One gene"] == MSO_SHAPE.HEXAGON


def test_certainty_width_head_and_colour_are_the_lines_own() -> None:
    rows: list[tuple[Any, ...]] = [
        ("NCBITaxon:841", "CAUSES", MS, "asserted", 1),
        ("NCBITaxon:1301", "CAUSES", MS, "suggested", 4),
        ("NCBITaxon:2172", "PREVENTS", MS, "proposed", 8),
        ("NCBITaxon:33042", "CAUSES", MS, "asserted", 1, "contested"),
    ]
    ids = {row[0] for row in rows} | {MS}
    graph = Subgraph.of([entity(id_) for id_ in ids], [counted(*row) for row in rows])
    slide = slide_of(snapshot(graph))
    lines = {one.name.split()[1]: one._element.spPr.find(qn("a:ln")) for one in claims(slide)}
    dashes = {
        name: one.find(qn("a:prstDash")).get("val")
        if one.find(qn("a:prstDash")) is not None
        else ""
        for name, one in lines.items()
    }
    assert dashes == {
        "Roseburia": "", "Streptococcus": "dash", "Methanobrevibacter": "sysDot",
        "Coprococcus": "",
    }  # fmt: skip
    heads = {name for name, one in lines.items() if one.find(qn("a:tailEnd")) is not None}
    assert heads == {"Roseburia", "Streptococcus", "Coprococcus"}
    assert int(lines["Streptococcus"].get("w")) > int(lines["Roseburia"].get("w"))
    contested = next(one for one in claims(slide) if "Coprococcus" in one.name)
    assert contested.line.color.rgb == next(iter({contested.line.color.rgb}))
    assert contested._element.spPr.find(f"{qn('a:effectLst')}/{qn('a:glow')}") is not None


def test_a_bar_is_grouped_with_its_line() -> None:
    graph = Subgraph.of(
        [entity("NCBITaxon:841"), entity(MS)], [counted("NCBITaxon:841", "PREVENTS", MS)]
    )
    (group,) = named(slide_of(snapshot(graph)), "claim:")
    assert group.shape_type == MSO_SHAPE_TYPE.GROUP
    assert [one.name for one in group.shapes][1:] == ["bar head"]


def test_whatever_says_something_has_alt_text() -> None:
    taken = snapshot(story(14))
    slide = slide_of(taken)
    silent = [one.name for one in every(slide.shapes) if not alt_text(one)]
    assert set(silent) <= {"rule"}
    told = {alt_text(one) for one in claims(slide)}
    assert told == {taken.subgraph.sentence(one) for one in taken.subgraph.claims}


def test_title_stands_in_its_placeholder_and_the_notes_tell_all_claims_and_sources() -> None:
    taken = snapshot()
    slide = slide_of(taken)
    assert slide.shapes.title.text == taken.title
    assert [one.placeholder_format.idx for one in slide.placeholders] == [0]
    told = slide.notes_slide.notes_text_frame.text
    assert all(taken.subgraph.sentence(one) in told for one in taken.subgraph.claims)
    assert all(f"[{one.number}] {one.text}" in told for one in taken.citations)
    assert all(one.quote in told for one in taken.statements)
    assert taken.id in told


def test_slides_have_the_shape_asked_for() -> None:
    for aspect, ratio in (("16:9", 16 / 9), ("4:3", 4 / 3), ("1:1", 1.0), ("a4", 297 / 210)):
        deck = opened(snapshot(story(4)), aspect=aspect)
        assert deck.slide_height in (Emu(6_858_000), Emu(7_560_000))
        assert deck.slide_width / deck.slide_height == pytest.approx(ratio, rel=1e-3)


def test_everything_lies_on_the_slide() -> None:
    for given in (b"", template()):
        deck = opened(snapshot(), given)
        for shape in every(deck.slides[0].shapes):
            assert shape.left >= -20_000, shape.name
            assert shape.top >= -20_000, shape.name
            assert shape.top + shape.height <= deck.slide_height + 20_000, shape.name


def test_a_template_keeps_its_master_and_theme_and_loses_its_slides() -> None:
    deck = opened(snapshot(), template())
    assert len(deck.slides) == 1
    assert deck.slide_width == Inches(11)
    package = presentation([Slide(compose(snapshot()))], template())
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        assert b"AB12CD" in packed.read("ppt/theme/theme1.xml")
        assert len([n for n in packed.namelist() if re.fullmatch(r"ppt/slides/s.*xml", n)]) == 1
        assert not any(b"Old slide" in packed.read(name) for name in packed.namelist())
    title = deck.slides[0].shapes.title
    assert title.text == snapshot().title
    assert title._element.spPr.find(qn("a:xfrm")) is None  # where the template has it
    boxes = named(deck.slides[0], "entity:")
    assert min(box.top for box in boxes) > title.top + title.height


def test_a_potx_is_taken_and_what_is_no_template_is_refused_plainly() -> None:
    main = "presentationml.presentation.main+xml"
    potx = retyped(template(), {"[Content_Types].xml": (main, "presentationml.template.main+xml")})
    assert len(opened(snapshot(story(3)), potx).slides) == 1
    macros = retyped(
        template(),
        {
            "[Content_Types].xml": (
                f"openxmlformats-officedocument.{main}",
                "ms.macroEnabled.main+xml",
            )
        },
    )
    for given, reason in (
        (b"no zip", "it cannot be read as a presentation"),
        (template()[:5_000], "it cannot be read as a presentation"),
        (retyped(template(), {"ppt/presentation.xml": ("<p:", "<<")}), "it cannot be read"),
        (macros, "template: it has macros. Save it as .pptx or .potx without them."),
    ):
        with pytest.raises(LoadError, match=re.escape(reason)):
            opened(snapshot(story(3)), given)


def test_several_drawings_give_a_slide_each() -> None:
    parts = [snapshot(story(count)) for count in (3, 6, 9)]
    deck = Presentation(
        io.BytesIO(presentation([Slide(compose(one), notes(one)) for one in parts]))
    )
    shown = [len(named(slide, "entity:")) for slide in deck.slides]
    assert shown == [len(one.subgraph.entities) for one in parts]
    assert all(slide.has_notes_slide for slide in deck.slides)


def test_hostile_names_are_text_on_the_slide() -> None:
    taken = hostile()
    slide = slide_of(taken)
    told = slide.notes_slide.notes_text_frame.text
    assert "<script>alert(1)</script>" in told
    assert len(named(slide, "entity:")) == len(taken.subgraph.entities)
    assert any("\U0001f9a0" in shape.name for shape in named(slide, "entity:"))
