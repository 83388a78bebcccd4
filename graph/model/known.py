"""The entities the vocabulary knows: verified identifiers, names and places on the axis."""

from functools import cache
from types import MappingProxyType

from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.vocabulary import read_table


@cache
def entities() -> MappingProxyType[EntityId, Entity]:
    """Entity by id, from `vocabulary/entities.tsv`."""
    known = (_entity(row) for row in read_table("entities.tsv"))
    return MappingProxyType({entity.id: entity for entity in known})


@cache
def by_any_id() -> MappingProxyType[str, EntityId]:
    """The primary id of an entity by each of its ids, `xrefs` included."""
    ids: dict[str, EntityId] = {}
    for entity in entities().values():
        for xref in entity.xrefs:
            ids.setdefault(xref, entity.id)
    return MappingProxyType(ids | {id_: id_ for id_ in entities()})


def _entity(row: dict[str, str]) -> Entity:
    return Entity(
        id=EntityId(row["id"]),
        name=row["name"],
        category=row["category"],
        synonyms=_split(row["synonyms"]),
        description=row["description"],
        xrefs=_split(row["xrefs"]),
        compartment=row["compartment"],
        biolink=row["biolink"],
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
