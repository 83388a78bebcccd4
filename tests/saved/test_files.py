"""The files of saved queries are read strictly, and each is listed in the documents."""

import re

import pytest

from graph.ask.saved import every_saved
from graph.ask.saved_file import Parameter, read_saved
from graph.errors import LoadError
from tests.house.project import ROOT

GOOD = """// title: A title
// question: "What: is it?"
// topic: taxa
// parameters:
//   first_thing:
//     type: entity
//     default: MONDO:0005301
//     help: The thing.
MATCH (n:Entity {id: $first_thing}) WHERE n.name <> '$no' RETURN n.id AS id LIMIT $limit
"""


def test_a_file_is_read_into_a_question_with_parameters() -> None:
    query = read_saved("one", GOOD)
    assert (query.title, query.question, query.topic) == ("A title", "What: is it?", "taxa")
    assert query.parameters[0] == Parameter("first_thing", "entity", "The thing.", "MONDO:0005301")
    assert [one.name for one in query.parameters] == ["first_thing", "limit"]
    assert query.text.startswith("MATCH")


def test_all_problems_of_a_heading_are_said_at_once() -> None:
    file = """// title: ''
// colour: red
// parameters:
//   First: {type: entity}
//   kind: {type: choice, choices: [a, b], default: c, help: One.}
//   size: {type: integer, default: 5, least: 10, most: 20, help: How many.}
//   what: {type: vector, help: Anything.}
RETURN $kind, $size, $waht LIMIT $limit
"""
    with pytest.raises(LoadError) as raised:
        read_saved("one", file)
    assert str(raised.value) == (
        "cypher/saved/one.cypher: 'colour' is none of title, question, topic, parameters; it has no"
        " title; it has no question; topic None is none of taxa, mechanisms, interventions,"
        " disagreement, weight, sources; parameter 'First' has no name such as first_disease (and"
        " none of limit, saved, cypher, token, embed, theme); parameter kind: default 'c' is none"
        " of a, b; parameter size: default 5 is no whole number between its bounds; parameter"
        " what: type 'vector' is none of entity, text, integer, predicate, category, choice;"
        " parameter what: it has no default and is not optional; its text asks for $waht, which is"
        " no parameter; its text does not use $First; its text does not use $what. Mend the lines"
        " behind // at its top; docs/saved-queries.md says what they hold."
    )


@pytest.mark.parametrize("file", ["RETURN 1 LIMIT $limit", "// - a\nRETURN 1", "// a: {\nRETURN 1"])
def test_a_file_without_a_heading_is_refused(file: str) -> None:
    with pytest.raises(LoadError, match="heading"):
        read_saved("one", file)


def test_there_are_queries_enough_and_each_ends_at_its_limit() -> None:
    assert len(every_saved()) >= 15
    assert all("LIMIT $limit" in query.text for query in every_saved().values())
    assert all("ORDER BY" in query.text for query in every_saved().values())


def test_each_query_is_documented_with_its_question_and_parameters() -> None:
    text = (ROOT / "docs/saved-queries.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", text, re.M)
    assert listed == [
        (
            query.name,
            query.question,
            ", ".join(f"`{one.name}`" for one in query.parameters if one.name != "limit") or "–",
        )
        for query in every_saved().values()
    ]
