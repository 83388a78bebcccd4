"""The shapes of answers that are more than a subgraph."""

from dataclasses import dataclass
from typing import Any

from graph.model.document import Document
from graph.model.entity import Entity
from graph.model.evidence import Evidence
from graph.model.publication import Publication
from graph.model.review import Review, latest
from graph.model.subgraph import CountedClaim


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An entity found; `matched` is the name, synonym or id that fitted, `how` one of exact,
    prefix, word, misspelling.
    """

    entity: Entity
    matched: str
    how: str
    claims: int


@dataclass(frozen=True, slots=True)
class StatedEvidence:
    """One piece of evidence, with what is needed to read it: whose it is, and what it cites.

    `reviews` are all that were given, the latest last: that one decides.
    """

    evidence: Evidence
    document: Document
    publications: tuple[Publication, ...]
    counts: bool
    reviews: tuple[Review, ...] = ()

    @property
    def verdict(self) -> Review | None:
        """The review that decides; None where there is none, or it was withdrawn."""
        return latest(self.reviews)


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """A claim opened: its numbers, its ends, every statement, those that count first."""

    claim: CountedClaim
    subject: Entity
    object: Entity
    statements: tuple[StatedEvidence, ...]
    opposite: CountedClaim | None = None


@dataclass(frozen=True, slots=True)
class EntityKnown:
    """An entity opened: its claims (capped, most papers first) and how many there are by predicate.

    `total` is the number of its claims, `documents` the ids of the documents that brought it.
    """

    entity: Entity
    claims: tuple[CountedClaim, ...]
    neighbours: tuple[Entity, ...]
    by_predicate: dict[str, int]
    total: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A document in the graph, with how much it brought.

    Attributes:
        pending: Its load has stopped half way, or is under way.

    """

    document: Document
    loaded_at: str
    evidence: int
    mentions: int
    citations: int
    definitions: int = 0
    assertions: int = 0
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a stranger's query: values are JSON's (nodes and relations as maps).

    Attributes:
        reason: Where and why it was cut, "" when it was not.
        seconds: Time taken, the wait for a place included.

    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Overview:
    """The graph in numbers.

    Attributes:
        data_version: "" for an empty graph.
        changing: Somebody writes to it, or a load stopped half way: until the next version what
            is read is neither the former one nor the next.

    """

    entities: int
    claims: int
    evidence: int
    publications: int
    documents: int
    data_version: str
    changing: bool = False

    @property
    def state(self) -> str:
        """What an answer may be kept under: the version; while the graph changes, how far it is."""
        numbers = (self.entities, self.claims, self.evidence, self.publications, self.documents)
        return f"{self.data_version}+{numbers}" if self.changing else self.data_version
