"""A claim opened: every statement for and against it, who makes it, and whether it counts."""

from collections.abc import Iterable

from graph.ask.answers import ClaimEvidence, StatedEvidence
from graph.ask.entities import entities
from graph.ask.weighed import reviews_of, weigh_evidence
from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.errors import NotFound, RecordError
from graph.model.claim import Claim
from graph.model.evidence import CERTAINTIES
from graph.model.properties import claim_from, document_from, evidence_from, publication_from
from graph.model.subgraph import CountedClaim

_NEAREST = 3


def of_claim(store: Store, claim_id: str) -> ClaimEvidence:
    """Open a claim: its numbers, its ends, its statements (those that count first), its opposite.

    Raises:
        NotFound: No such claim; the nearest ids are named.

    """
    try:
        claim = Claim.from_id(claim_id)
    except (ValueError, RecordError) as error:
        raise NotFound(f"Claim {claim_id!r}") from error
    opposite = claim.opposite
    counted = _counted(store, [claim, *([opposite] if opposite else [])])
    if claim.id not in counted:
        raise NotFound(f"Claim {claim_id!r}", _nearest(store, claim))
    ends = entities(store, (claim.subject, claim.object))
    return ClaimEvidence(
        counted[claim.id],
        ends[claim.subject],
        ends[claim.object],
        of_claims(store, (claim.id,)),
        counted.get(opposite.id) if opposite else None,
    )


def of_claims(store: Store, claim_ids: Iterable[str]) -> tuple[StatedEvidence, ...]:
    """Every statement on any of the claims, in one question; those that count first."""
    rows = store.read(cypher("ask/evidence"), {"claims": list(claim_ids)})
    return tuple(sorted((_stated(row) for row in rows), key=_order))


def _counted(store: Store, claims: list[Claim]) -> dict[str, CountedClaim]:
    rows = store.read(
        cypher("ask/claims_between"),
        {
            "subject": claims[0].subject,
            "object": claims[0].object,
            "ids": [one.id for one in claims],
        },
    )
    return {row["claim"]["id"]: claim_from(row["claim"]) for row in rows}


def _stated(row: Row) -> StatedEvidence:
    document = document_from(row["document"])
    evidence = evidence_from(row["evidence"], document.id)
    publications = {one["id"]: publication_from(one) for one in (*row["own"], *row["cited"])}
    return StatedEvidence(
        evidence,
        document,
        tuple(publications[id_] for id_ in sorted(publications)),
        weigh_evidence(evidence, row).counts,
        reviews_of(row),
    )


def _order(one: StatedEvidence) -> tuple[bool, bool, int, str, int, str]:
    evidence = one.evidence
    certainty = CERTAINTIES.index(evidence.certainty)
    return (
        not one.counts,
        evidence.stance == "refutes",
        certainty,
        one.document.id,
        evidence.start or 0,
        evidence.id,
    )


def _nearest(store: Store, claim: Claim) -> list[str]:
    """Name other claims between the same two entities."""
    rows = store.read(
        cypher("ask/claims_of_pair"),
        {"subject": claim.subject, "object": claim.object, "limit": _NEAREST},
    )
    return [row["id"] for row in rows]
