"""Paths between two entities, ranked by their weakest link."""

from pydantic import Field

from graph.ask import evidence_path as ask
from shapes.claim import Counts, Named
from shapes.entity import Entity
from shapes.shape import Shape


class Step(Shape):
    """From one entity of a path to the next."""

    claim: str = Field(
        description="Id of the strongest claim between the two",
        examples=["NCBITaxon:239934~INCREASED_IN~MONDO:0005301"],
    )
    sentence: str = Field(description="That claim in words, from subject to object")
    standing: str = Field(description="How strong it is", examples=["suggested, 1 paper"])
    forward: bool = Field(description="Whether the path goes from its subject to its object")
    counts: Counts
    databases: tuple[str, ...] = Field(description="Databases that assert it and name no paper")
    others: tuple[str, ...] = Field(description="Ids of the other claims between the two")


class Path(Shape):
    """A chain of claims; there is a step less than there are entities."""

    entities: tuple[Named, ...]
    steps: tuple[Step, ...]
    weakest: int = Field(description="The step, from 0, that the path is ranked by")
    explanation: str = Field(description="Why it ranks where it does")


class Paths(Shape):
    """Paths between two entities, best first."""

    start: Entity
    end: Entity
    length: int = Field(description="The most steps a path was allowed", examples=[4])
    paths: tuple[Path, ...]
    truncated: bool = Field(description="Whether others as good as the last may be missing")
    reason: str = Field(description='Why there are none, or what may be missing; else ""')


def paths_shape(found: ask.Paths) -> Paths:
    """Lay out paths."""
    return Paths(
        start=Entity.model_validate(found.start),
        end=Entity.model_validate(found.end),
        length=found.length,
        paths=tuple(_path(path) for path in found.paths),
        truncated=found.truncated,
        reason=found.reason,
    )


def _path(path: ask.EvidencePath) -> Path:
    return Path(
        entities=tuple(Named.model_validate(one) for one in path.entities),
        steps=tuple(_step(step) for step in path.steps),
        weakest=path.weakest,
        explanation=path.explanation,
    )


def _step(step: ask.Step) -> Step:
    return Step(
        claim=step.claim.id,
        sentence=step.sentence,
        standing=step.standing,
        forward=step.forward,
        counts=Counts.model_validate(step.claim.counts),
        databases=step.claim.databases,
        others=tuple(other.id for other in step.others),
    )
