"""Joining publications: the plainest form says what it means, and it is quick for many."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from graph.model.identity import publication_id
from graph.model.joining import Contribution, join
from graph.model.publication import Publication
from tests.model.plain_joining import groups

some = st.tuples(
    st.sampled_from(["", "", "1", "2", "3", "40"]),
    st.sampled_from(["", "", "10.1000/x", "10.1000/X", "10.1000/y"]),
    st.sampled_from(["", "Of taxa", "of  taxa", "Of genes", "Multiple sclerosis"]),
).filter(any)
contributions = st.lists(
    st.builds(
        lambda fields, own, document, number: contribution(
            fields[0], fields[1], fields[2], own, document, number
        ),
        some,
        st.integers(0, 1),
        st.sampled_from("abc"),
        st.integers(0, 3),
    ),
    max_size=12,
)


def contribution(
    pmid: str, doi: str, title: str, own: int = 1, document: str = "d", number: int = 0
) -> Contribution:
    publication = Publication(pmid, doi, title)
    return Contribution(own, document, number, publication_id(pmid, doi, title), publication)


@given(contributions)
def test_what_is_joined_is_what_the_plainest_form_joins(found: list[Contribution]) -> None:
    expected = sorted(
        (
            tuple(sorted({key for one in part for key in one.publication.keys})),
            frozenset(one.given for one in part),
        )
        for part in groups(found)
    )
    assert sorted((one.keys, one.given) for one in join(found)) == expected


@given(contributions, st.randoms(use_true_random=False))
def test_the_order_of_contributions_never_matters(
    found: list[Contribution], shuffling: random.Random
) -> None:
    shuffled = found.copy()
    shuffling.shuffle(shuffled)
    assert join(shuffled) == join(found)


def test_ten_thousand_contributions_are_joined_in_seconds() -> None:
    many = [
        contribution(str(1 + number % 7000), "", f"Title {number % 5000}", document=f"d{number}")
        for number in range(10_000)
    ]
    started = time.process_time()
    joined = join(many)
    assert len(joined) == 7000
    assert time.process_time() - started < 5
