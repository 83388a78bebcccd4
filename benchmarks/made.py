"""Made data: entities, and claims with one piece of evidence each, the same for a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record

_DOCUMENT = DocumentId("made")


@dataclass(frozen=True, slots=True)
class Made:
    """A size: so many entities, so many claims among them; `hub` of them end at one entity."""

    entities: int
    claims: int
    hub: int = 0
    seed: int = 20261122

    def pairs(self) -> list[tuple[str, str]]:
        """Distinct subject and object of each claim."""
        chance = random.Random(self.seed)  # noqa: S311 - made data, no secret
        found = {(entity_id(number + 1), entity_id(0)) for number in range(self.hub)}
        while len(found) < self.claims:
            one, other = chance.randrange(self.entities), chance.randrange(self.entities)
            if one != other:
                found.add((entity_id(one), entity_id(other)))
        return sorted(found)

    def records(self) -> Iterator[Record]:
        """The document, its definitions, its evidence: what a loader would yield."""
        yield Document(_DOCUMENT, "0" * 64, "made", "Made data", loader="made", loader_version="1")
        for number in range(self.entities):
            yield Definition(entity(number), _DOCUMENT)
        for row, (subject, object_) in enumerate(self.pairs()):
            yield Evidence(
                claim=Claim.of(subject, "AFFECTS", object_),
                document=_DOCUMENT,
                subject=EntityId(subject),
                object=EntityId(object_),
                stance="supports",
                certainty="asserted",
                row_key=f"row {row}",
            )


def entity_id(number: int) -> str:
    """The id of the n-th made entity."""
    return f"MADE:{number:07d}"


def entity(number: int) -> Entity:
    """The n-th made entity, its name in two words that occur in no other order."""
    return Entity(EntityId(entity_id(number)), f"entity {number:07d}", "Gene")
