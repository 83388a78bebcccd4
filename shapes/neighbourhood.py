"""A piece of the graph: entities and the claims among them, or those of one entity as a list."""

from pydantic import Field

from graph.ask.neighbour_claims import NeighbourClaim, NeighbourClaims
from graph.model.subgraph import Subgraph
from shapes.claim import Claim, claim_shape
from shapes.entity import Entity
from shapes.shape import Shape


class Neighbour(Shape):
    """An entity that another shares a claim with."""

    id: str = Field(description="CURIE", examples=["NCBITaxon:239934"])
    name: str = Field(description="The name shown", examples=["Akkermansia"])
    category: str = Field(description="Category of the vocabulary", examples=["Taxon"])
    claim: Claim


class Neighbours(Shape):
    """An entity with some of the claims it has with others, most papers first.

    A neighbour comes once for each claim that it shares.
    """

    entity: Entity
    neighbours: tuple[Neighbour, ...]


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


def neighbours_shape(found: NeighbourClaims) -> Neighbours:
    """Lay out a page of neighbours."""
    return Neighbours(
        entity=Entity.model_validate(found.entity),
        neighbours=tuple(_neighbour(one, found) for one in found.claims),
    )


def _neighbour(one: NeighbourClaim, found: NeighbourClaims) -> Neighbour:
    names = {str(found.entity.id): found.entity.name, one.neighbour: one.name}
    return Neighbour(
        id=one.neighbour,
        name=one.name,
        category=one.category,
        claim=claim_shape(one.claim, names),
    )
