"""Records as property maps, and back: the one place that knows how a record lies in the store."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.document import Document
from graph.model.entity import Entity
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId, PublicationId
from graph.model.publication import Publication
from graph.model.subgraph import CountedClaim
from graph.model.vocabulary import categories

Properties = dict[str, Any]
_CONTEXT = tuple(field.name for field in fields(Context))
_COUNTS = tuple(field.name for field in fields(Counts))
_DEFINED = tuple(field.name for field in fields(Entity) if field.name != "id")
_APART = {"claim", "document", "cited", "context"}  # evidence has them in other words, or on edges
_EVIDENCE = tuple(field.name for field in fields(Evidence) if field.name not in _APART)
_DOCUMENT = ("id", "sha256", "kind", "title", "url", "licence", "interest", "loader")


def entity_properties(entity: Entity) -> Properties:
    """Lay out an entity; compartment and Biolink class are filled in from its category."""
    return {
        "id": entity.id,
        "name": entity.name,
        "category": entity.category,
        "synonyms": list(entity.synonyms),
        "description": entity.description,
        "xrefs": list(entity.xrefs),
        "compartment": entity.place,
        "biolink": entity.biolink or categories()[entity.category].biolink,
    }


def entity_from(row: Mapping[str, Any]) -> Entity:
    """Read an entity back."""
    return Entity(
        id=EntityId(row["id"]),
        name=row["name"],
        category=row["category"],
        synonyms=tuple(row.get("synonyms") or ()),
        description=row.get("description") or "",
        xrefs=tuple(row.get("xrefs") or ()),
        compartment=row.get("compartment") or "",
        biolink=row.get("biolink") or "",
    )


def definition_properties(entity: Entity) -> Properties:
    """Lay out what a document says of an entity, exactly as it says it."""
    values = {name: getattr(entity, name) for name in _DEFINED}
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in values.items()
    }


def publication_properties(publication: Publication) -> Properties:
    """Lay out a publication's fields, without its id."""
    return {**asdict(publication), "authors": list(publication.authors)}


def publication_from(row: Mapping[str, Any]) -> Publication:
    """Read a publication back, from its node or from a citation."""
    return Publication(
        pmid=row.get("pmid") or "",
        doi=row.get("doi") or "",
        title=row.get("title") or "",
        authors=tuple(row.get("authors") or ()),
        journal=row.get("journal") or "",
        year=row.get("year"),
        kind=row.get("kind") or "",
        retracted=bool(row.get("retracted")),
    )


def document_properties(document: Document) -> Properties:
    """Lay out a document without its text and publication, which have places of their own."""
    values = {name: getattr(document, name) for name in (*_DOCUMENT, "loader_version")}
    return {**values, "text_sha256": document.text_sha256}


def document_from(row: Mapping[str, Any], text: str | None = None) -> Document:
    """Read a document back; its text only where it is asked for."""
    values: Properties = {name: row.get(name) or "" for name in (*_DOCUMENT, "loader_version")}
    return Document(**values, text=text)


def evidence_properties(evidence: Evidence) -> Properties:
    """Lay out evidence flat: its own fields and those of its context."""
    context = evidence.context
    return {
        **{name: getattr(evidence, name) for name in _EVIDENCE},
        **{name: getattr(context, name) for name in _CONTEXT},
        "id": evidence.id,
        "claim": evidence.claim.id,
        "predicate": evidence.claim.predicate,
        "cited": list(evidence.cited),
    }


def evidence_from(row: Mapping[str, Any], document: str) -> Evidence:
    """Read evidence back."""
    numbers = ("start", "end", "n_cases", "n_controls", "p_value")
    values = {name: row.get(name, None if name in numbers else "") for name in _EVIDENCE}
    context = {name: row.get(name, None if name in numbers else "") for name in _CONTEXT}
    return Evidence(
        claim=Claim.from_id(row["claim"]),
        document=DocumentId(document),
        cited=tuple(PublicationId(id_) for id_ in row.get("cited") or ()),
        context=Context(**context),
        **values,
    )


def claim_properties(claim: CountedClaim) -> Properties:
    """Lay out a claim's edge."""
    counts = {name: getattr(claim.counts, name) for name in _COUNTS}
    return {
        **counts,
        "id": claim.id,
        "qualifiers": [f"{key}={value}" for key, value in claim.claim.qualifiers],
        "hosts": list(claim.counts.hosts),
        "study_types": list(claim.counts.study_types),
        "asserted_in": list(claim.asserted_in),
        "denied_in": list(claim.denied_in),
        "databases": list(claim.databases),
    }


def claim_from(row: Mapping[str, Any]) -> CountedClaim:
    """Read a claim's edge back."""
    values = {name: row[name] for name in _COUNTS if row.get(name) is not None}
    lists = {name: tuple(row.get(name) or ()) for name in ("hosts", "study_types")}
    return CountedClaim(
        Claim.from_id(row["id"]),
        Counts(**(values | lists)),
        tuple(row.get("asserted_in") or ()),
        tuple(row.get("denied_in") or ()),
    )
