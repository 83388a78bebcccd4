"""Entities: by name alone, in full, found by a search, and with what is known of one."""

from pydantic import Field

from graph.ask.answers import EntityKnown, SearchHit
from graph.model import vocabulary
from shapes.claim import Claim, claim_shape
from shapes.shape import Shape

_MOST_DOCUMENTS = 100


class Entity(Shape):
    """What claims are about: a disease, taxon, process …"""

    id: str = Field(
        description="CURIE, or GUT:… where no open ontology has it", examples=["MONDO:0005301"]
    )
    name: str = Field(description="The name shown", examples=["multiple sclerosis"])
    category: str = Field(description="Category of the vocabulary", examples=["Disease"])
    synonyms: tuple[str, ...] = Field(description="Other names", examples=[["MS"]])
    description: str = Field(description='What it is, in words; "" where nothing is said')
    xrefs: tuple[str, ...] = Field(
        description="The same thing in other resources, as CURIEs", examples=[["MESH:D009103"]]
    )
    compartment: str = Field(description='Column of the axis; "" for that of its category')
    biolink: str = Field(description='Biolink class; "" for that of its category')


class Hit(Shape):
    """An entity that a search found."""

    id: str = Field(description="CURIE", examples=["MONDO:0005301"])
    name: str = Field(description="The name shown", examples=["multiple sclerosis"])
    category: str = Field(description="Category of the vocabulary", examples=["Disease"])
    kind: str = Field(description="The category in words", examples=["disease"])
    matched: str = Field(description="The name, synonym or id that fitted", examples=["MS"])
    how: str = Field(
        description="How it fitted: exact, prefix, word or misspelling", examples=["exact"]
    )
    claims: int = Field(description="How many claims it has", examples=[42])


class KnownEntity(Shape):
    """An entity with its best supported claims and the documents that speak of it."""

    entity: Entity
    total: int = Field(description="How many claims it has", examples=[42])
    by_predicate: dict[str, int] = Field(
        description="How many of them by relation type", examples=[{"INCREASED_IN": 30}]
    )
    claims: tuple[Claim, ...] = Field(description="The best of them, most papers first")
    documents: tuple[str, ...] = Field(
        description=f"Ids of documents that speak of it, the first {_MOST_DOCUMENTS}"
    )
    documents_total: int = Field(description="How many documents speak of it", examples=[3])


def hit_shape(hit: SearchHit) -> Hit:
    """Lay out what a search found."""
    one = hit.entity
    return Hit(
        id=one.id,
        name=one.name,
        category=one.category,
        kind=vocabulary.categories()[one.category].label,
        matched=hit.matched,
        how=hit.how,
        claims=hit.claims,
    )


def known_shape(known: EntityKnown) -> KnownEntity:
    """Lay out what is known of an entity."""
    names = {str(one.id): one.name for one in (*known.neighbours, known.entity)}
    return KnownEntity(
        entity=Entity.model_validate(known.entity),
        total=known.total,
        by_predicate=known.by_predicate,
        claims=tuple(claim_shape(claim, names) for claim in known.claims),
        documents=known.documents[:_MOST_DOCUMENTS],
        documents_total=len(known.documents),
    )
