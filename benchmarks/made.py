"""Made data: entities, and claims with one piece of evidence each, the same for a size."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record

DOCUMENT = DocumentId("made")
SHA256 = "0" * 64
_FIELD = 2_147_483_647  # a prime: multiplying by its parts scatters numbers without keeping any


@dataclass(frozen=True, slots=True)
class Made:
    """A size: so many entities, so many claims among them."""

    entities: int
    claims: int
    seed: int = 20261122

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Make the subject and object of each claim, no pair twice, in no order; none is kept.

        Entities have about as many claims each. The objects of one subject lie in bands of their
        own, one a round, so that no two are equal and none is the subject.
        """
        rounds = -(-self.claims // self.entities)
        band = (self.entities - 1) // rounds
        if not band:
            raise ValueError(f"{self.entities} entities have no room for {self.claims} claims")
        for row in range(self.claims):
            turn, place = divmod(row, self.entities)
            subject = (place * self._step() + turn) % self.entities
            away = 1 + turn * band + self._scatter(subject, turn) % band
            yield entity_id(subject), entity_id((subject + away) % self.entities)

    def records(self) -> Iterator[Record]:
        """The document, its definitions, its evidence: what a loader would yield."""
        yield document()
        for number in range(self.entities):
            yield Definition(entity(number), DOCUMENT)
        for row, (subject, object_) in enumerate(self.pairs()):
            yield evidence(row, subject, object_)

    def _step(self) -> int:
        """A prime that is no part of the number of entities: its multiples reach them all."""
        return next(step for step in (7919, 7927, 7933) if self.entities % step)

    def _scatter(self, subject: int, turn: int) -> int:
        return (subject + self.seed) * 48_271 * (turn + 1) % _FIELD


def document() -> Document:
    """The one document that all of it is found in."""
    return Document(DOCUMENT, SHA256, "made", "Made data", loader="made", loader_version="1")


def evidence(row: int, subject: str, object_: str) -> Evidence:
    """The statement of a row."""
    return Evidence(
        claim=Claim.of(subject, "AFFECTS", object_),
        document=DOCUMENT,
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
