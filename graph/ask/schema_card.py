"""The schema card: the words of this graph, a line on each, and how often each is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from time import monotonic
from typing import Any, Final

import yaml

from graph.engine.cypher import cypher, is_plain_name, with_name
from graph.engine.store import Store
from graph.errors import QueryTimeout
from graph.model.vocabulary import categories, predicates

CLAIM: Final = "claim"  # what properties of any relation that is a claim are listed under

_TOGETHER: Final = 8.0  # seconds that all counts may take


@dataclass(frozen=True, slots=True)
class Word:
    """A label or relation type of the graph.

    Attributes:
        name: As Cypher writes it.
        meaning: One line; "" for one that somebody else brought.
        entity: A label: nodes that have it are entities.
        claim: A relation type: such relations are claims.

    """

    name: str
    meaning: str
    entity: bool = False
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """A property, of the nodes of a label or of the relations that are claims (`CLAIM`)."""

    of: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SchemaCard:
    """The words of a graph."""

    labels: tuple[Word, ...]
    types: tuple[Word, ...]
    properties: tuple[Property, ...]


def schema_card(store: Store) -> SchemaCard:
    """Read which labels and relation types the graph has; nothing is counted."""
    table = _table()
    labels = _names(store, "ask/labels", table["hidden"])
    types = _names(store, "ask/relation_types", table["hidden_relations"])
    return SchemaCard(
        _ordered(labels, _known_labels()), _ordered(types, _known_types()), properties()
    )


def counted(
    store: Store, card: SchemaCard, kept: Mapping[str, int], seconds: float = _TOGETHER
) -> dict[str, int]:
    """Count the nodes of each label and the relations of each type, for as long as it may take.

    What is not counted by then is left out; so is what follows a count that took too long.

    Args:
        store: The graph, through the login that cannot write.
        card: Whose words are counted.
        kept: What is known already and not counted again.
        seconds: For all of them together.

    """
    end = monotonic() + seconds
    found = dict(kept)
    texts = [("ask/count_label", one.name) for one in card.labels]
    texts += [("ask/count_type", one.name) for one in card.types]
    for text, name in texts:
        if name in found:
            continue
        left = end - monotonic()
        if left <= 0:
            break
        try:
            with store.stranger(with_name(cypher(text), name), None, left) as answer:
                # All of the one row is read, else the engine is asked to end the query, too.
                (found[name],) = (int(row[0]) for row in answer.rows)
        except QueryTimeout:
            break
    return found


def properties() -> tuple[Property, ...]:
    """Every property that there is to ask for, with its meaning."""
    return tuple(
        Property(of, name, meaning)
        for of, rows in _table()["properties"].items()
        for name, meaning in rows.items()
    )


def _names(store: Store, text: str, hidden: list[str]) -> set[str]:
    names = {str(row["name"]) for row in store.read(cypher(text))}
    return {name for name in names if is_plain_name(name)} - set(hidden)


def _ordered(there: set[str], known: Mapping[str, Word]) -> tuple[Word, ...]:
    """Those that are known in the order of their table, then the others by name."""
    others = sorted(there - known.keys())
    return (
        *(word for name, word in known.items() if name in there),
        *(Word(name, "") for name in others),
    )


def _known_labels() -> dict[str, Word]:
    labels: dict[str, str] = dict(_table()["labels"])
    entity = Word("Entity", labels.pop("Entity"), entity=True)
    kinds = [
        Word(name, "" if row.label == name.lower() else row.label, entity=True)
        for name, row in categories().items()
    ]
    others = [Word(name, meaning) for name, meaning in labels.items()]
    return {one.name: one for one in (entity, *kinds, *others)}


def _known_types() -> dict[str, Word]:
    claims = [Word(name, row.phrase, claim=True) for name, row in predicates().items()]
    others = [Word(name, meaning) for name, meaning in _table()["relations"].items()]
    return {one.name: one for one in (*claims, *others)}


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("schema_card.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
