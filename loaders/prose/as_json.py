"""What was extracted as `gutgraph extract --json` prints it."""

from typing import Any

from graph.model import vocabulary
from graph.model.identity import EntityId
from graph.model.known import entities
from loaders.prose.extraction import Found, Stated
from loaders.prose.mentions import Named


def claim_as_json(stated: Stated) -> dict[str, Any]:
    """Give one claim as `gutgraph extract` prints it."""
    evidence = stated.evidence
    row = vocabulary.predicates().get(evidence.claim.predicate)
    return {
        "subject": _end_as_json(evidence.subject, stated.subject),
        "predicate": evidence.claim.predicate,
        "biolink_predicate": row.biolink if row else "",
        "object": _end_as_json(evidence.object, stated.object),
        "stance": evidence.stance,
        "certainty": evidence.certainty,
        "status": evidence.status,
        "cue": evidence.cue,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "section": evidence.section,
        "inferred": evidence.inferred,
        "cited": list(evidence.cited),
        "negation": evidence.negation,
        "via": evidence.context.via,
        "condition": evidence.context.condition,
        "purpose": evidence.context.purpose,
        "population": evidence.context.population,
        "comparator": evidence.context.comparator,
        "rule": evidence.rule,
    }


def mention_as_json(found: Found) -> dict[str, Any]:
    """Give one mention as `gutgraph extract --mentions` prints it."""
    return {**_end_as_json(found.named.entity, found.named), "section": found.section}


def _end_as_json(id_: EntityId, named: Named | None) -> dict[str, Any]:
    entity = entities()[id_]
    return {
        "id": id_,
        "name": entity.name,
        "category": entity.category,
        "text": named.text if named else "",
        "start": named.document_start if named else None,
        "end": named.document_end if named else None,
    }
