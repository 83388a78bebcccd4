"""What a figure writes in a box: the name, and the identifier where the font lacks its letters."""

from dataclasses import replace

from figures.text import foreign
from graph.model.entity import Entity
from graph.model.snapshot import Snapshot


def labelled(snapshot: Snapshot) -> Snapshot:
    """Put the identifier behind names that PNG and PDF can only show as empty boxes."""
    if not any(foreign(one.name) for one in snapshot.subgraph.entities):
        return snapshot
    entities = tuple(map(_labelled, snapshot.subgraph.entities))
    return replace(snapshot, subgraph=replace(snapshot.subgraph, entities=entities))


def _labelled(entity: Entity) -> Entity:
    return replace(entity, name=f"{entity.name} {entity.id}") if foreign(entity.name) else entity
