"""What a question for paths is answered with."""

from dataclasses import dataclass

from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity of a path to the next.

    Attributes:
        claim: The strongest claim between the two.
        others: Every other claim between them that counts, strongest first.
        forward: Whether the path goes from the claim's subject to its object.
        sentence: The claim in words, from subject to object.
        standing: How strong it is, in words: `suggested, 1 paper`.

    """

    claim: CountedClaim
    others: tuple[CountedClaim, ...]
    forward: bool
    sentence: str
    standing: str


@dataclass(frozen=True, slots=True)
class EvidencePath:
    """A chain of claims, no entity twice; there is a step less than there are entities.

    Attributes:
        weakest: The step (from 0) that the path is ranked by.
        explanation: Why it ranks where it does, in words.

    """

    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    weakest: int
    explanation: str


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths between two entities, best first.

    Attributes:
        length: The most steps a path was allowed.
        truncated: Whether paths no stronger than the last one here may be missing.
        reason: Why there are none, or what may be missing, in words; "" when all is told.

    """

    start: Entity
    end: Entity
    length: int
    paths: tuple[EvidencePath, ...]
    truncated: bool = False
    reason: str = ""
