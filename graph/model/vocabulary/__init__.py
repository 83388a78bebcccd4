"""The vocabulary: categories, compartments and predicates, each a table in this folder.

The tables are part of the product and never change while it runs, so each is read once, when it is
first asked for.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

import yaml

from graph.model.identity import Qualifiers
from graph.model.identity import digest as hash_of

# Biolink's qualifier for "increased" or "decreased", which a predicate of ours says by itself.
_DIRECTION_QUALIFIER: Final = "object_direction_qualifier"


@dataclass(frozen=True, slots=True)
class Category:
    """A row of `categories.tsv`: what an entity can be, and how it is drawn by default."""

    name: str
    label: str
    biolink: str
    compartment: str
    family: str


@dataclass(frozen=True, slots=True)
class Compartment:
    """A row of `compartments.tsv`: one column of the axis from gut to brain, in its order."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """A row of `predicates.tsv`.

    Attributes:
        phrase, inverse_phrase: The verb, read from subject to object and back.
        inverse: Name of the inverse predicate, turned round before keying.
        biolink: Biolink predicate; `direction`: its `object_direction_qualifier`, "" without.
        swap: Biolink wants the ends the other way round.
        opposite: The predicate that says the contrary.
        head: `arrow`, `bar` or `none`.
        mark: `up`, `down` or "": the change of abundance, drawn near the taxon.

    """

    name: str
    phrase: str
    inverse_phrase: str
    inverse: str
    biolink: str
    direction: str
    swap: bool
    opposite: str
    symmetric: bool
    head: str
    mark: str


@cache
def categories() -> MappingProxyType[str, Category]:
    """Category by name."""
    rows = (Category(**row) for row in read_table("categories.tsv"))
    return MappingProxyType({row.name: row for row in rows})


@cache
def compartments() -> MappingProxyType[str, Compartment]:
    """Compartment by name, in the order of the axis."""
    rows = (Compartment(**row) for row in read_table("compartments.tsv"))
    return MappingProxyType({row.name: row for row in rows})


@cache
def predicates() -> MappingProxyType[str, PredicateRow]:
    """Predicate row by name."""
    rows = (_predicate_row(row) for row in read_table("predicates.tsv"))
    return MappingProxyType({row.name: row for row in rows})


@cache
def inverses() -> MappingProxyType[str, str]:
    """The predicate that says the same the other way round, by the inverse's name."""
    return MappingProxyType({row.inverse: row.name for row in predicates().values() if row.inverse})


def phrase(predicate: str) -> str:
    """The verb phrase of a predicate; of one that is not ours, its name in plain words."""
    row = predicates().get(predicate)
    return row.phrase if row else predicate.replace("_", " ").lower()


def fold_direction(predicate: str, qualifiers: Qualifiers) -> tuple[str, Qualifiers]:
    """Fold a Biolink direction qualifier into the predicate that says it.

    `AFFECTS` with `object_direction_qualifier=increased` becomes `INCREASES`. A direction that no
    predicate of ours says stays a qualifier.
    """
    direction = dict(qualifiers).get(_DIRECTION_QUALIFIER)
    if direction is None:
        return predicate, qualifiers
    biolink = predicates()[predicate].biolink if predicate in predicates() else ""
    for row in predicates().values():
        if biolink and row.biolink == biolink and row.direction == direction:
            rest = tuple(pair for pair in qualifiers if pair[0] != _DIRECTION_QUALIFIER)
            return row.name, rest
    return predicate, qualifiers


def context_table() -> dict[str, list[dict[str, Any]]]:
    """Read the classes of study context with their examples, from `contexts.yaml`."""
    text = files(__package__).joinpath("contexts.yaml").read_text(encoding="utf-8")
    table: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return table


@cache
def digest() -> str:
    """Hash of every table in this folder: 8 hex digits that change when the vocabulary does."""
    folder = files(__package__)
    tables = sorted(one.name for one in folder.iterdir() if one.name.endswith((".tsv", ".yaml")))
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in tables)
    return hash_of(*texts)[:8]


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table in this folder, as strings by column."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _predicate_row(row: dict[str, str]) -> PredicateRow:
    values: dict[str, Any] = dict(row)
    return PredicateRow(**values | {key: row[key] == "yes" for key in ("swap", "symmetric")})
