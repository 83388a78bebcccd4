"""A batch: records on their way into one transaction, and what they take the place of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.errors import RecordError
from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Mention
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId, EvidenceId, PublicationId
from graph.model.joining import Contribution
from graph.model.publication import Citation, Publication
from graph.model.record import Record
from graph.write.mentions import merged


@dataclass(slots=True)
class Batch:
    """Records by kind; what repeats within a document is kept once, its first wording.

    Attributes:
        known: Publications that documents listed in a batch before this one.

    """

    documents: list[Document] = field(default_factory=list)
    definitions: dict[tuple[DocumentId, EntityId], Definition] = field(default_factory=dict)
    mentions: dict[tuple[DocumentId, EntityId], Mention] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    evidence: dict[EvidenceId, Evidence] = field(default_factory=dict)
    assertions: list[Assertion] = field(default_factory=list)
    known: dict[tuple[str, PublicationId], Publication] = field(default_factory=dict)
    records: int = 0

    def add(self, records: Iterable[Record]) -> None:
        """Sort records into their kinds."""
        for record in records:
            self.records += 1
            match record:
                case Document():
                    self.documents.append(record)
                case Definition():
                    self.definitions.setdefault((record.document, record.entity.id), record)
                case Mention():
                    key = (record.document, record.entity)
                    old = self.mentions.get(key)
                    self.mentions[key] = record if old is None else merged([old, record])[0]
                case Citation():
                    self.citations.append(record)
                case Evidence():
                    self.evidence.setdefault(record.id, record)
                case Assertion():
                    self.assertions.append(record)

    def drop_evidence(self, ids: Iterable[str]) -> None:
        """Leave out evidence that is in the graph already."""
        for id_ in ids:
            del self.evidence[EvidenceId(id_)]

    def entity_ids(self) -> set[EntityId]:
        """Name every entity that must be there before the edges."""
        ids = {entity for _, entity in (*self.definitions, *self.mentions)}
        for claim in self.claims():
            ids |= {claim.subject, claim.object}
        return ids

    def claims(self) -> set[Claim]:
        """Name every claim the records speak of."""
        stated = {one.claim for one in self.evidence.values()}
        return stated | {one.claim for one in self.assertions}

    def contributions(self) -> tuple[Contribution, ...]:
        """Say what each document says of each publication.

        Raises:
            RecordError: Evidence cites a title that its document does not list.

        """
        own = [
            Contribution(0, document.id, 0, document.publication.id, document.publication)
            for document in self.documents
            if document.publication is not None
        ]
        cited = [
            Contribution(1, one.document, one.number or 0, one.publication.id, one.publication)
            for one in self.citations
        ]
        return (
            *own,
            *cited,
            *self._unlisted({(one.document, one.given) for one in (*own, *cited)}),
        )

    def _unlisted(self, listed: set[tuple[str, PublicationId]]) -> list[Contribution]:
        """Make a bare citation of each PMID or DOI that evidence names and no citation lists."""
        named = {(one.document, id_) for one in self.evidence.values() for id_ in one.cited}
        return [
            Contribution(
                1, document, 0, id_, self.known.get((document, id_)) or _bare(id_, document)
            )
            for document, id_ in sorted(named - listed)
        ]


def _bare(id_: PublicationId, document: str) -> Publication:
    kind, _, value = id_.partition(":")
    if kind == "PMID":
        return Publication(pmid=value)
    if kind == "DOI":
        return Publication(doi=value)
    raise RecordError(
        f"evidence in {document!r}",
        [f"it cites {id_}, which no citation of the document lists before it"],
    )
