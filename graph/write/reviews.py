"""Reviews: a person accepts or rejects evidence, or takes the verdict back; counts follow."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from graph.engine.cypher import cypher
from graph.engine.store import Store, Transaction
from graph.errors import NotFound
from graph.model.review import Review, latest, moment
from graph.write import lease, version
from graph.write.claims import recount


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as it was written, and the claim whose counts followed."""

    review: Review
    claim: str


def review(
    store: Store,
    evidence_id: str,
    verdict: str,
    reviewer: str,
    note: str = "",
    waiting: lease.Waiting | None = None,
) -> Reviewed:
    """Add a verdict on one piece of evidence; it takes the place of those before.

    The claim, and its opposite, are counted anew in the same transaction. The review stays when
    the evidence is forgotten, and counts again when the same statement comes back.

    Args:
        store: The graph, through a login that may write.
        evidence_id: The evidence.
        verdict: `accepted`, `rejected` or `withdrawn`.
        reviewer: Who says so.
        note: Why; at most 2,000 characters.
        waiting: Told whom this waits for, when another one is writing.

    Raises:
        NotFound: No such evidence, or no verdict to withdraw.
        RecordError: A value breaks a rule; nothing was written.

    """
    # Before anything is waited for: a note too long is said at once.
    Review(evidence_id, verdict, reviewer, moment(datetime.now(UTC), ()), note)
    with lease.hold(store, waiting) as held:
        claim, before = _reviewed(store, evidence_id)
        if verdict == "withdrawn" and latest(before) is None:
            raise NotFound(f"A verdict on {evidence_id!r}")
        at = moment(datetime.now(UTC), before)
        given = Review(evidence_id, verdict, reviewer, at, note)
        with version.changing(store, held), store.transaction() as tx:
            held.renew(tx)
            _write(tx, given, claim)
    return Reviewed(given, claim)


def withdraw(
    store: Store,
    evidence_id: str,
    reviewer: str,
    note: str = "",
    waiting: lease.Waiting | None = None,
) -> Reviewed:
    """Take the verdict on a piece of evidence back, as if there had been none; see `review`."""
    return review(store, evidence_id, "withdrawn", reviewer, note, waiting)


def _reviewed(store: Store, evidence_id: str) -> tuple[str, list[Review]]:
    rows = store.read(cypher("write/reviewed_evidence"), {"id": evidence_id})
    if not rows:
        raise NotFound(f"Evidence {evidence_id!r}")
    return rows[0]["claim"], [Review.read(row) for row in rows[0]["reviews"]]


def _write(tx: Transaction, given: Review, claim: str) -> None:
    tx.run(cypher("write/lock_graph"))
    tx.run(cypher("write/create_review"), {"id": given.id, **asdict(given)})
    recount(tx, {claim}, {}, ())
