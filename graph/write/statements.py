"""Evidence: written with its edges, a repeated one in place so that its id and reviews stay."""

from collections.abc import Iterable, Mapping, Set

from graph.engine.cypher import cypher
from graph.engine.store import Transaction
from graph.model.evidence import Evidence
from graph.model.identity import EvidenceId
from graph.model.properties import evidence_properties
from graph.model.weighing import Paper


def delete(tx: Transaction, ids: Iterable[str]) -> int:
    """Delete evidence with its edges; returns how many were there."""
    wanted = sorted(ids)
    return len(tx.run(cypher("write/delete_evidence"), {"ids": wanted})) if wanted else 0


def there(tx: Transaction, ids: Iterable[str]) -> set[str]:
    """Name the evidence among some that is in the graph."""
    wanted = sorted(ids)
    found = tx.run(cypher("write/evidence_there"), {"ids": wanted}) if wanted else []
    return {row["id"] for row in found}


def put(
    tx: Transaction,
    evidence: Mapping[EvidenceId, Evidence],
    replaced: Set[str],
    publications: Mapping[str, Paper],
) -> set[str]:
    """Write evidence whose document and entities are there; returns the ids that are new.

    Args:
        tx: The transaction.
        evidence: Evidence by id.
        replaced: Ids of evidence that may be there and is written anew.
        publications: What a publication has become, by each id it is given under.

    """
    if not evidence:
        return set()
    ids = sorted(evidence)
    again = [id_ for id_ in ids if id_ in replaced]
    found = tx.run(cypher("write/loosen_evidence"), {"ids": again}) if again else []
    old = {row["id"] for row in found}
    for there, query in ((True, "write/set_evidence"), (False, "write/create_evidence")):
        rows = [_row(evidence[EvidenceId(id_)]) for id_ in ids if (id_ in old) == there]
        if rows:
            tx.run(cypher(query), {"rows": rows})
    reported = [
        {"id": id_, "given": given, "publication": publications[given].id}
        for id_ in ids
        for given in sorted(set(evidence[EvidenceId(id_)].cited))
    ]
    if reported:
        tx.run(cypher("write/report_evidence"), {"rows": reported})
    return {str(id_) for id_ in ids} - old


def _row(evidence: Evidence) -> dict[str, object]:
    return {
        "id": evidence.id,
        "document": evidence.document,
        "subject": evidence.subject,
        "object": evidence.object,
        "props": evidence_properties(evidence),
    }
