"""The values of a saved query: typed by a person, checked and converted, all problems at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.ask.entities import entities
from graph.ask.saved_file import Parameter, SavedQuery
from graph.ask.search import search
from graph.engine.store import Store
from graph.errors import WrongValue
from graph.model import vocabulary
from graph.model.identity import is_curie

_LONGEST: Final = 200
_DIGITS: Final = 9
_NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """A value as it was taken.

    Attributes:
        given: What the person typed; the default where nothing was.
        value: What the query is asked with.
        name: The name of an entity; "" for other values.
        said: What a person should know of how it was taken; "" where it was taken as typed.

    """

    parameter: Parameter
    given: str
    value: str | int
    name: str = ""
    said: str = ""


class _Wrong(Exception):
    """One value that does not fit; its text says the rule and a way out."""


def taken(store: Store, query: SavedQuery, given: Mapping[str, str]) -> tuple[Taken, ...]:
    """Check and convert the values of a query.

    Raises:
        WrongValue: Some do not fit, or are of no parameter; all problems are named.

    """
    names = [parameter.name for parameter in query.parameters]
    problems = [
        f"{name} is no parameter of {query.name}; it has {', '.join(names)}"
        for name in given
        if name not in names
    ]
    values = []
    for parameter in query.parameters:
        try:
            values.append(_taken(store, parameter, given.get(parameter.name)))
        except _Wrong as wrong:
            problems.append(f"{parameter.name}: {wrong}")
    if problems:
        raise WrongValue(problems)
    return tuple(values)


def _taken(store: Store, parameter: Parameter, typed: str | None) -> Taken:
    given = (parameter.default if typed is None else typed).strip()
    if len(given) > _LONGEST:
        raise _Wrong(f"{len(given):,} characters are more than {_LONGEST}; shorten it")
    if not given:
        if parameter.optional:
            return Taken(parameter, "", "")
        raise _Wrong(f"it is empty; give a value such as {parameter.default!r}")
    if parameter.type == "entity":
        return _entity(store, parameter, given)
    if parameter.type == "integer":
        return Taken(parameter, given, _whole(parameter, given))
    return Taken(parameter, given, _word(parameter, given))


def _entity(store: Store, parameter: Parameter, given: str) -> Taken:
    known = entities(store, [given]) if is_curie(given) else {}
    if given in known:
        return Taken(parameter, given, given, next(iter(known.values())).name)
    hits = search(store, given, _NEAREST + 1)
    if not hits:
        raise _Wrong(
            f"nothing in this graph is called {given!r}; give its id or another of its names"
        )
    first, others = hits[0].entity, [hit.entity.name for hit in hits[1:]]
    said = f"{given!r} was taken as {first.name} ({first.id})"
    if hits[0].how != "exact" and others:
        said += f", not as {', '.join(others)}"
    return Taken(parameter, given, first.id, first.name, said)


def _whole(parameter: Parameter, given: str) -> int:
    digits = given.removeprefix("-")
    fits = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    if not fits or not parameter.least <= int(given) <= parameter.most:
        raise _Wrong(
            f"{given!r} is no whole number from {parameter.least} to {parameter.most}; "
            f"give one, such as {parameter.default or parameter.least}"
        )
    return int(given)


def _word(parameter: Parameter, given: str) -> str:
    """A text as it is; of a list that has an end, the word of it that was meant."""
    if parameter.type == "text":
        return given
    allowed = {
        "choice": parameter.choices,
        "category": tuple(vocabulary.categories()),
        "predicate": tuple(vocabulary.predicates()),
    }[parameter.type]
    meant = {one.casefold(): one for one in allowed}
    if given.casefold() not in meant:
        raise _Wrong(f"{given!r} is none of {', '.join(allowed)}; give one of them")
    return meant[given.casefold()]
