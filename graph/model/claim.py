"""A claim: subject, predicate, object and qualifiers, in one canonical form."""

from dataclasses import dataclass
from typing import Self

from graph.model import vocabulary
from graph.model.check import require
from graph.model.identity import (
    ClaimId,
    DocumentId,
    EntityId,
    Predicate,
    Qualifiers,
    claim_id,
    is_curie,
    is_predicate_name,
    parse_claim_id,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The key of a claim. Build it with `Claim.of`, which brings any wording to one form.

    Raises:
        RecordError: An end is no CURIE, the predicate no relation type, or the form not canonical.

    """

    subject: EntityId
    predicate: Predicate
    object: EntityId
    qualifiers: Qualifiers = ()

    def __post_init__(self) -> None:
        row = vocabulary.predicates().get(self.predicate)
        require(
            f"claim {self.subject} {self.predicate} {self.object}",
            (
                (is_curie(self.subject), f"subject {self.subject!r} is not a CURIE"),
                (is_curie(self.object), f"object {self.object!r} is not a CURIE"),
                (is_predicate_name(self.predicate), f"{self.predicate!r} is no relation type"),
                (
                    self.predicate not in vocabulary.inverses(),
                    f"{self.predicate!r} is an inverse; build the claim with Claim.of",
                ),
                (
                    row is None or not row.symmetric or self.subject <= self.object,
                    "the ends of a symmetric predicate are not sorted; build it with Claim.of",
                ),
                (
                    list(self.qualifiers) == sorted(set(self.qualifiers)),
                    "qualifiers are not sorted or repeat; build the claim with Claim.of",
                ),
            ),
        )

    @classmethod
    def of(cls, subject: str, predicate: str, object_: str, qualifiers: Qualifiers = ()) -> Self:
        """Bring a statement to its canonical claim.

        Inverse predicates are turned round, the ends of symmetric ones sorted, a Biolink direction
        qualifier folded into the predicate, qualifiers sorted. Where the ends are turned, what
        qualifies the subject qualifies the object, and the other way round.
        """
        predicate, qualifiers = vocabulary.fold_direction(predicate, qualifiers)
        inverse = predicate in vocabulary.inverses()
        predicate = vocabulary.inverses().get(predicate, predicate)
        row = vocabulary.predicates().get(predicate)
        symmetric = row is not None and row.symmetric
        if inverse or (symmetric and object_ < subject):
            subject, object_ = object_, subject
            qualifiers = tuple((_turned(key), value) for key, value in qualifiers)
        return cls(
            EntityId(subject),
            Predicate(predicate),
            EntityId(object_),
            tuple(sorted(set(qualifiers))),
        )

    @classmethod
    def from_id(cls, text: str) -> Self:
        """Read a claim back from its id.

        Raises:
            ValueError: The text is not a claim id.
            RecordError: It is one, of a claim that cannot be.

        """
        return cls(*parse_claim_id(text))

    @property
    def id(self) -> ClaimId:
        """The key itself, readable: `NCBITaxon:239934~INCREASED_IN~MONDO:0005301`."""
        return claim_id(self.subject, self.predicate, self.object, self.qualifiers)

    @property
    def opposite(self) -> Self | None:
        """The claim that says the contrary, if the predicate has an opposite."""
        row = vocabulary.predicates().get(self.predicate)
        if row is None or not row.opposite:
            return None
        return type(self)(self.subject, Predicate(row.opposite), self.object, self.qualifiers)


def _turned(qualifier: str) -> str:
    for one, other in (("subject_", "object_"), ("object_", "subject_")):
        if qualifier.startswith(one):
            return other + qualifier.removeprefix(one)
    return qualifier


@dataclass(frozen=True, slots=True)
class Assertion:
    """A database row that names no paper: kept on the claim, never evidence.

    Attributes:
        infores: The database, as Biolink names it (`infores:ctd`).
        denied: The row says the claim does not hold.

    """

    claim: Claim
    document: DocumentId
    infores: str
    denied: bool = False

    @property
    def key(self) -> str:
        """The entry of `asserted_in` or `denied_in`: `document|infores`."""
        return f"{self.document}|{self.infores}"
