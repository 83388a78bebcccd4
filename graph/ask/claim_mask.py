"""Which rows of a table of claims are asked for: `Narrowing.passes`, for all of them at once."""

from collections.abc import Collection, Iterator
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graph.ask.claim_columns import codes, listed, of_texts
from graph.model.naming import words
from graph.model.narrowing import Narrowing
from graph.model.weighing import host_class


def passing(columns: Any, narrowing: Narrowing, stated: Collection[str]) -> Any:
    """Say of each row whether it is asked for.

    Args:
        columns: The table, see `graph.ask.claim_columns`.
        narrowing: What is asked for.
        stated: The ids of the claims that the narrowing's documents have evidence of.

    """
    conditions = (
        *_of_counts(columns, narrowing),
        *_of_contexts(columns, narrowing),
        *_of_ends(columns, narrowing),
        *_of_documents(columns, narrowing, stated),
    )
    return reduce(pc.and_, conditions, pc.is_valid(columns["id"]))


def _of_counts(columns: Any, asked: Narrowing) -> Iterator[Any]:
    if asked.stances:
        yield reduce(pc.or_, (pc.greater(columns[stance], 0) for stance in asked.stances))
    if asked.papers:
        papers = pc.add(columns["papers"], columns["refuting_papers"])
        yield pc.greater_equal(papers, asked.papers)
    # A claim without a year is not between any.
    if asked.since is not None or asked.until is not None:
        yield pc.and_(pc.is_valid(columns["first_year"]), pc.is_valid(columns["last_year"]))
    if asked.since is not None:
        yield pc.fill_null(pc.greater_equal(columns["last_year"], asked.since), False)
    if asked.until is not None:
        yield pc.fill_null(pc.less_equal(columns["first_year"], asked.until), False)


def _of_contexts(columns: Any, asked: Narrowing) -> Iterator[Any]:
    for name, wanted in (
        ("certainty", asked.certainties),
        ("agreement", asked.agreements),
        ("predicate", asked.predicates),
    ):
        if wanted:
            yield of_texts(columns[name], wanted.__contains__)
    if asked.hosts:
        yield of_texts(columns["hosts"], lambda text: _some_host(text, asked.hosts))
    if asked.study_types:
        types = set(asked.study_types)
        yield of_texts(columns["study_types"], lambda text: not types.isdisjoint(listed(text)))


def _of_ends(columns: Any, asked: Narrowing) -> Iterator[Any]:
    ends = columns["subject_category"], columns["object_category"]
    if asked.categories:
        yield reduce(pc.or_, (of_texts(end, asked.categories.__contains__) for end in ends))
    if asked.hidden_categories:
        for end in ends:
            yield pc.invert(of_texts(end, asked.hidden_categories.__contains__))
    for part in words(asked.text):
        begun = (_begun(columns[name], part) for name in ("subject_words", "object_words"))
        yield reduce(pc.or_, begun)


def _of_documents(columns: Any, asked: Narrowing, stated: Collection[str]) -> Iterator[Any]:
    if not asked.documents:
        return
    documents = set(asked.documents)

    def speaks(text: str) -> bool:
        return any(entry.rpartition("|")[0] in documents for entry in listed(text))

    spoken = pc.is_in(columns["id"], value_set=pa.array([*stated], pa.string()))
    of_databases = (of_texts(columns[name], speaks) for name in ("asserted_in", "denied_in"))
    yield reduce(pc.or_, of_databases, spoken)


def _begun(column: Any, part: str) -> Any:
    """Say of each row whether a word begins so: before each word stands a space."""
    each, texts = codes(column)
    return pc.take(pc.match_substring(texts, f" {part}"), each)


def _some_host(text: str, asked: Collection[str]) -> bool:
    return any(host in asked or host_class(host) in asked for host in listed(text))
