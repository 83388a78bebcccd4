"""A piece of the graph: entities, and the claims among them."""

from pydantic import Field

from graph.model.subgraph import Subgraph
from shapes.claim import Claim, claim_shape
from shapes.entity import Entity
from shapes.shape import Shape


class Neighbourhood(Shape):
    """Entities and the claims among them, each in the order of their ids."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    hidden: dict[str, int] = Field(
        description="For an entity, how many of its neighbours are not in here",
        examples=[{"MONDO:0005301": 7}],
    )


def neighbourhood_shape(found: Subgraph) -> Neighbourhood:
    """Lay out a piece of the graph."""
    names = {str(one.id): one.name for one in found.entities}
    return Neighbourhood(
        entities=tuple(Entity.model_validate(one) for one in found.entities),
        claims=tuple(claim_shape(claim, names) for claim in found.claims),
        hidden={str(id_): number for id_, number in found.hidden.items()},
    )
