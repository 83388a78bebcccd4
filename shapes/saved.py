"""Saved queries: what they may be asked with, and what they answer."""

from typing import Any

from pydantic import Field

from graph.ask.saved import SavedAnswer
from graph.ask.saved_file import Parameter, SavedQuery
from graph.ask.saved_values import Taken
from graph.model import vocabulary
from shapes.shape import Shape


class QueryParameter(Shape):
    """A value that a saved query is asked with."""

    name: str = Field(examples=["disease"])
    type: str = Field(
        description="entity, text, integer, predicate, category or choice", examples=["entity"]
    )
    help: str = Field(description="What it means")
    default: str = Field(description="Taken when nothing is given", examples=["MONDO:0005301"])
    choices: tuple[str, ...] = Field(description="What there is to choose from; empty for any")
    optional: bool = Field(description="Whether it may be empty, which asks for all")


class StoredQuery(Shape):
    """A question that needs no Cypher."""

    name: str = Field(examples=["markers"])
    title: str = Field(examples=["Markers of a disease"])
    question: str = Field(description="What it answers, as a question")
    topic: str = Field(description="What it is about", examples=["mechanisms"])
    parameters: tuple[QueryParameter, ...]


class GivenValue(Shape):
    """A value as a query was asked with it."""

    name: str = Field(examples=["disease"])
    value: str | int = Field(examples=["MONDO:0005301"])
    taken: str = Field(
        default="", description="How a name was taken for an id; left out where none was"
    )


class StoredAnswer(Shape):
    """What a saved query answers."""

    name: str = Field(examples=["markers"])
    title: str
    question: str
    parameters: tuple[GivenValue, ...]
    columns: tuple[str, ...] = Field(
        description="Those that end in _id hold ids of entities or claims"
    )
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = Field(description="Whether there are more rows")
    reason: str = Field(description='What was cut, and the way out; "" where nothing was')


def query_shape(query: SavedQuery) -> StoredQuery:
    """Lay out what a saved query may be asked with."""
    return StoredQuery(
        name=query.name,
        title=query.title,
        question=query.question,
        topic=query.topic,
        parameters=tuple(_parameter(one) for one in query.parameters),
    )


def answer_shape(found: SavedAnswer) -> StoredAnswer:
    """Lay out what a saved query answers."""
    return StoredAnswer(
        name=found.query.name,
        title=found.query.title,
        question=found.query.question,
        parameters=tuple(_given(one) for one in found.values),
        columns=found.table.columns,
        rows=found.table.rows,
        truncated=found.table.truncated,
        reason=found.table.reason,
    )


def _parameter(one: Parameter) -> QueryParameter:
    words = {"category": vocabulary.categories, "predicate": vocabulary.predicates}
    choices = tuple(words[one.type]()) if one.type in words else one.choices
    return QueryParameter(
        name=one.name,
        type=one.type,
        help=one.help,
        default=one.default,
        choices=choices,
        optional=one.optional,
    )


def _given(one: Taken) -> GivenValue:
    name = one.parameter.name
    if one.said:
        return GivenValue(name=name, value=one.value, taken=one.said)
    return GivenValue(name=name, value=one.value)
