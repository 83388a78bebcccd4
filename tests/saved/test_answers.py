"""Each saved query gives its one right answer, on both engines, and takes its values with care."""

import pytest

from graph.ask import console
from graph.ask.saved import ask_saved, every_saved
from graph.engine.bolt import BoltStore
from graph.errors import UnknownQuery, WrongValue
from graph.settings import Settings
from tests.saved.golden import FOLDER, answered, cases
from web.saved import filled_in

pytestmark = pytest.mark.engine


def test_each_query_has_its_right_answers_and_no_other_has() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("*.json"))] == sorted(every_saved())
    assert all({} in [case["set"] for case in cases(name)] for name in every_saved())


@pytest.mark.parametrize("name", every_saved())
def test_a_query_gives_its_right_answers(ground: BoltStore, name: str) -> None:
    for case in cases(name):
        assert answered(ground, name, case["set"]) == case
        assert case["rows"]


def test_a_value_that_is_a_name_is_found_and_said(ground: BoltStore) -> None:
    answer = ask_saved(ground, "markers", {"disease": " IBD "}, Settings())
    assert [one.said for one in answer.values] == [
        "'IBD' was taken as inflammatory bowel disease (MONDO:0005265)",
        "",
    ]
    assert [row[1] for row in answer.table.rows] == ["calprotectin"]


def test_a_misspelled_name_is_taken_as_the_nearest(ground: BoltStore) -> None:
    answer = ask_saved(ground, "markers", {"disease": "multple sclerosis"}, Settings())
    said = answer.values[0].said
    assert said.startswith("'multple sclerosis' was taken as multiple sclerosis (MONDO:0005301)")


def test_all_wrong_values_are_said_at_once(ground: BoltStore) -> None:
    given = {
        "disease": "no such thing at all",
        "change": "sideways",
        "limit": "-5",
        "colour": "red",
    }
    with pytest.raises(WrongValue) as raised:
        ask_saved(ground, "taxa_in_disease", given, Settings())
    assert raised.value.problems == (
        "colour is no parameter of taxa_in_disease; it has disease, change, limit",
        "disease: nothing in this graph is called 'no such thing at all'; give its id or another "
        "of its names",
        "change: 'sideways' is none of either, increased, decreased; give one of them",
        "limit: '-5' is no whole number from 1 to 1000; give one, such as 100",
    )


@pytest.mark.parametrize("value", ["1e3", "٣", "", "9" * 50, "1.5"])
def test_a_number_that_is_none_is_refused(ground: BoltStore, value: str) -> None:
    with pytest.raises(WrongValue, match=r"^limit: "):
        ask_saved(ground, "contested", {"limit": value}, Settings())


def test_a_value_is_only_ever_a_value(ground: BoltStore) -> None:
    text = "Homo sapiens' OR 1 = 1 MATCH (n) DETACH DELETE n //"
    assert ask_saved(ground, "not_in_host", {"host": text}, Settings()).table.rows


def test_more_rows_than_asked_for_are_said_to_be_cut(ground: BoltStore) -> None:
    table = ask_saved(ground, "taxa_in_disease", {"limit": "2"}, Settings()).table
    assert (len(table.rows), table.truncated) == (2, True)
    assert table.reason == "cut after 2 rows, and there are more; ask for more with limit"


def test_a_query_that_does_not_exist_names_those_there_are(ground: BoltStore) -> None:
    with pytest.raises(
        UnknownQuery, match="There is no saved query 'nosuch'; there are study_sizes, taxa"
    ):
        ask_saved(ground, "nosuch", {}, Settings())


@pytest.mark.parametrize("name", ["taxa_changed_alike", "mechanisms", "not_in_host"])
def test_the_console_gives_the_same_rows_for_the_values_filled_in(
    ground: BoltStore, name: str
) -> None:
    found = ask_saved(ground, name, {}, Settings())
    assert console.run(ground, filled_in(found), Settings()).rows == found.table.rows
