"""A claim: who is said to do what to whom, and what speaks for and against it, in numbers."""

from collections.abc import Mapping

from pydantic import Field

from graph.ask.strength import in_words, strength
from graph.model import vocabulary
from graph.model.subgraph import CountedClaim
from shapes.shape import Shape


class Named(Shape):
    """An entity by its name."""

    id: str = Field(description="CURIE", examples=["NCBITaxon:239934"])
    name: str = Field(description="The name shown", examples=["Akkermansia"])


class Qualifier(Shape):
    """What narrows a claim."""

    key: str = Field(description="What is narrowed", examples=["species_context_qualifier"])
    value: str = Field(description="To what", examples=["NCBITaxon:9606"])


class Counts(Shape):
    """The numbers of a claim, counted from its evidence."""

    supports: int = Field(description="Statements that count and support it", examples=[3])
    refutes: int = Field(description="Statements that count and deny it", examples=[1])
    papers: int = Field(description="Primary papers that support it", examples=[2])
    refuting_papers: int = Field(description="Primary papers that deny it", examples=[1])
    mentions: int = Field(description="Statements that count and rest on no primary paper")
    certainty: str = Field(
        description='The strongest: asserted, suggested, proposed; "" where nothing counts',
        examples=["asserted"],
    )
    agreement: str = Field(
        description="one-sided, contested, varies (by context) or mixed (within a paper)",
        examples=["contested"],
    )
    hosts: tuple[str, ...] = Field(description="Hosts that were studied", examples=[["human"]])
    study_types: tuple[str, ...] = Field(description="Designs of the studies")
    first_year: int | None = Field(description="Year of the first paper", examples=[2016])
    last_year: int | None = Field(description="Year of the last paper", examples=[2024])


class Claim(Shape):
    """Subject, relation, object, and the numbers of the evidence for and against it."""

    id: str = Field(
        description="Its key: subject, relation type, object and qualifiers, parted by ~",
        examples=["NCBITaxon:239934~INCREASED_IN~MONDO:0005301"],
    )
    subject: Named
    predicate: str = Field(description="Relation type", examples=["INCREASED_IN"])
    object: Named
    qualifiers: tuple[Qualifier, ...] = Field(description="What narrows it")
    sentence: str = Field(
        description="The claim in words",
        examples=["Akkermansia is more abundant in multiple sclerosis"],
    )
    standing: str = Field(description="How strong it is, in words", examples=["suggested, 1 paper"])
    counts: Counts
    databases: tuple[str, ...] = Field(
        description="Databases that assert it and name no paper", examples=[["infores:ctd"]]
    )
    denied_by: tuple[str, ...] = Field(description="Databases that deny it and name no paper")


def claim_shape(claim: CountedClaim, names: Mapping[str, str]) -> Claim:
    """Lay out a claim.

    Args:
        claim: The claim with its numbers.
        names: The names of its ends, by id; an id stands for a name that is missing.

    """
    key = claim.claim
    subject = Named(id=key.subject, name=names.get(key.subject, key.subject))
    object_ = Named(id=key.object, name=names.get(key.object, key.object))
    return Claim(
        id=claim.id,
        subject=subject,
        predicate=key.predicate,
        object=object_,
        qualifiers=tuple(Qualifier(key=name, value=value) for name, value in key.qualifiers),
        sentence=f"{subject.name} {vocabulary.phrase(key.predicate)} {object_.name}",
        standing=in_words(strength(claim)),
        counts=Counts.model_validate(claim.counts),
        databases=claim.databases,
        denied_by=tuple(sorted({entry.rpartition("|")[2] for entry in claim.denied_in})),
    )
