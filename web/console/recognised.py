"""What of the graph is in an answer: entities and claims, to be listed and drawn."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.ask.answers import Table
from graph.model import vocabulary
from graph.model.identity import is_curie, parse_claim_id
from web.console.readable import is_node, is_path, is_relation

_ENTITY: Final = "Entity"
_IDS: Final = ("_id", "_ids", ".id")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an answer has of the graph, in the order it comes.

    Attributes:
        entities: Ids of entities; the ends of the claims too.
        claims: Ids of claims.
        others: How often there are relations that are no claims, by type.
        apart: How many nodes are no entities, by label.

    """

    entities: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    others: Mapping[str, int] | None = None
    apart: Mapping[str, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.entities)


def recognised(table: Table) -> Recognised:
    """Find nodes, relations and paths wherever they are, and ids in columns called so."""
    found = _Found()
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            found.look(value)
            if column == "id" or column.endswith(_IDS):
                found.ids(value)
    return Recognised(
        tuple(found.entities), tuple(found.claims), dict(found.others), dict(found.apart)
    )


class _Found:
    """What is found so far; a node that comes twice counts once."""

    def __init__(self) -> None:
        self.entities: dict[str, None] = {}
        self.claims: dict[str, None] = {}
        self.others: Counter[str] = Counter()
        self.apart: Counter[str] = Counter()

    def look(self, value: Any) -> None:
        for one in _parts(value):
            if is_node(one):
                self._node(one)
            elif is_relation(one):
                self._relation(one)

    def ids(self, value: Any) -> None:
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and not self._claim(one) and is_curie(one):
                self.entities[one] = None

    def _node(self, node: Mapping[str, Any]) -> None:
        id_ = node["properties"].get("id")
        if _ENTITY in node["labels"] and isinstance(id_, str) and is_curie(id_):
            self.entities[id_] = None
        else:
            self.apart[next(iter(node["labels"]), "no label")] += 1

    def _relation(self, relation: Mapping[str, Any]) -> None:
        id_ = relation["properties"].get("id")
        known = relation["type"] in vocabulary.predicates()
        if not (known and isinstance(id_, str) and self._claim(id_)):
            self.others[str(relation["type"])] += 1

    def _claim(self, id_: str) -> bool:
        try:
            subject, _, object_, _ = parse_claim_id(id_)
        except ValueError:
            return False
        self.claims[id_] = None
        self.entities |= dict.fromkeys((str(subject), str(object_)))
        return True


def _parts(value: Any) -> Iterator[Any]:
    """Nodes and relations within a value, however deep; no recursion, as a stranger asked."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if is_node(one) or is_relation(one):
            yield one
        elif is_path(one):
            waiting += [*reversed(one["relations"]), *reversed(one["nodes"])]
        elif isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting += reversed(one.values())
