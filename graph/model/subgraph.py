"""A piece of the graph, as questions answer it and as figures draw it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import vocabulary
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim with the numbers of its edge.

    Attributes:
        asserted_in, denied_in: `document|infores` pairs of databases that name no paper.

    """

    claim: Claim
    counts: Counts = field(default_factory=Counts)
    asserted_in: tuple[str, ...] = ()
    denied_in: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def databases(self) -> tuple[str, ...]:
        """The databases that assert it, each once."""
        return tuple(sorted({entry.rpartition("|")[2] for entry in self.asserted_in}))

    @property
    def refuted_only(self) -> bool:
        """Whether every countable statement denies it."""
        return self.counts.supports == 0 and self.counts.refutes > 0


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Entities and the claims among them, in a stable order (by id).

    Attributes:
        hidden: For an entity, how many of its neighbours are not in here.

    Raises:
        ValueError: A claim has an end that is not among the entities, or an id comes twice.

    """

    entities: tuple[Entity, ...] = ()
    claims: tuple[CountedClaim, ...] = ()
    hidden: dict[EntityId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = [entity.id for entity in self.entities]
        claim_ids = [claim.id for claim in self.claims]
        if len(set(ids)) != len(ids) or len(set(claim_ids)) != len(claim_ids):
            raise ValueError("An entity or claim comes twice")
        known = set(ids)
        for claim in self.claims:
            if not {claim.claim.subject, claim.claim.object} <= known:
                raise ValueError(f"Claim {claim.id} has an end that is not in the subgraph")

    @classmethod
    def of(
        cls,
        entities: Iterable[Entity],
        claims: Iterable[CountedClaim],
        hidden: dict[EntityId, int] | None = None,
    ) -> "Subgraph":
        """Build one in stable order, each entity and claim once."""
        by_id = {entity.id: entity for entity in entities}
        by_claim = {claim.id: claim for claim in claims}
        return cls(
            tuple(by_id[key] for key in sorted(by_id)),
            tuple(by_claim[key] for key in sorted(by_claim)),
            dict(sorted((hidden or {}).items())),
        )

    def entity(self, id_: str) -> Entity:
        """Find an entity by id.

        Raises:
            KeyError: It is not in here.

        """
        at = bisect_left(self.entities, id_, key=lambda entity: entity.id)
        if self.entities[at : at + 1] and self.entities[at].id == id_:
            return self.entities[at]
        for entity in self.entities:  # not built in order
            if entity.id == id_:
                return entity
        raise KeyError(id_)

    def sentence(self, claim: CountedClaim) -> str:
        """Say a claim in words: `Akkermansia is increased in multiple sclerosis`."""
        subject = self.entity(claim.claim.subject).name
        object_ = self.entity(claim.claim.object).name
        return f"{subject} {vocabulary.phrase(claim.claim.predicate)} {object_}"
