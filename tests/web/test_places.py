"""Many names on the canvas: the frame grows, the words stay whole."""

from figures.layout import axis_layout
from figures.style import theme
from graph.model import known
from graph.model.entity import Entity
from graph.model.subgraph import Subgraph
from web.first_places import HEIGHT
from web.places import places
from web.view import View


def test_a_crowded_view_breaks_no_word_in_two() -> None:
    entities = crowd_of(30)
    assert len(entities) == 150
    crowd = Subgraph.of(entities, ())
    look = theme("light")
    plan = places(View(steps=(tuple(one.id for one in entities),)), crowd, look)
    drawn = axis_layout(crowd, look, plan.frame.width, height=HEIGHT, scale=plan.frame.scale)
    words = {word for one in entities for word in one.name.casefold().split()}
    wrapped = {
        word for lines in drawn.lines.values() for line in lines for word in line.casefold().split()
    }
    assert "christensenellaceae" in words
    assert "christensenellaceae" in wrapped
    assert plan.frame.width <= 1600
    assert set(plan.points) == {one.id for one in entities}


def crowd_of(number: int) -> list[Entity]:
    """So many entities of each column of the axis, the longest word of a taxon among them."""
    columns: dict[str, list[Entity]] = {}
    for one in sorted(known.entities().values(), key=lambda one: one.id):
        if one.name.casefold() == "christensenellaceae":
            columns.setdefault(one.place, []).insert(0, one)
        else:
            columns.setdefault(one.place, []).append(one)
    return [one for column in columns.values() for one in column[:number]]
