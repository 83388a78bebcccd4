"""One change of the graph: records come, others go, and everything derived follows."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.engine.cypher import cypher
from graph.engine.store import Transaction
from graph.model.claim import Claim
from graph.model.identity import EntityId
from graph.write import claims, documents, entities, mentions, publications, statements
from graph.write.batch import Batch
from graph.write.owned import Owned
from graph.write.weighed import weighed_fresh


@dataclass(frozen=True, slots=True)
class Change:
    """How many more of each there are."""

    entities: int = 0
    claims: int = 0
    evidence: int = 0
    publications: int = 0
    documents: int = 0


def apply(tx: Transaction, gone: Owned, come: Batch, *, pending: bool = False) -> Change:
    """Take away what some documents brought and write what they bring now, in one transaction.

    What goes and comes again stays as it is. Order matters: documents and entities before edges,
    publications before the evidence that rests on them, counting after both, deleting last.

    Args:
        tx: The transaction.
        gone: What was brought before.
        come: What is brought now, its documents first.
        pending: More of the documents in `come` is to follow.

    Raises:
        RecordError: Evidence cites what its document does not list.

    """
    tx.run(cypher("write/lock_graph"))
    # What an earlier part of a document said stays, as the first of two in one part does.
    come.drop_evidence(statements.there(tx, set(come.evidence) - set(gone.evidence)))
    papers = come.contributions()
    new_documents = documents.put(tx, come.documents, pending=pending)
    ids = come.entity_ids()
    ensured = entities.ensure(tx, ids, come.definitions.values())
    definitions = {
        (str(document), str(id_)): one for (document, id_), one in come.definitions.items()
    }
    defined = entities.define(tx, gone.defined, definitions, ensured.created)
    named = mentions.put(tx, gone.mentioned, come.mentions.values(), pending=pending)
    removed = statements.delete(tx, set(gone.evidence) - set(come.evidence))
    joined = publications.regroup(tx, gone.cited, papers)
    fresh = statements.put(tx, come.evidence, set(gone.evidence), joined.place)
    brought = claims.Brought(
        {one.claim.id: one.claim for one in come.evidence.values()},
        weighed_fresh(tx.run, come.evidence, joined.place),
        ids,
        ensured.busy,
    )
    touched = {*gone.evidence.values(), *brought.claims, *joined.claims}
    recounted = claims.recount(tx, touched, gone.asserted, come.assertions, brought)
    entities.change_degrees(tx, recounted.degrees)
    swept = entities.sweep(tx, _lonely(gone, recounted.loose) - ids)
    documents.add_counts(
        tx, _brought(gone, come, fresh, defined, {"mentions": named, "citations": joined.cited})
    )
    left = documents.delete(tx, set(gone.documents) - {one.id for one in come.documents})
    change = Change(
        entities=len(ensured.created) - swept,
        claims=recounted.created - recounted.deleted,
        evidence=len(fresh) - removed,
        publications=joined.created - joined.deleted,
        documents=new_documents - left,
    )
    _count(tx, change)
    return change


def _lonely(gone: Owned, loose: set[str]) -> set[EntityId]:
    """Name the entities that may have no owner any more."""
    ends = {
        end
        for claim in map(Claim.from_id, gone.evidence.values())
        for end in (claim.subject, claim.object)
    }
    return {EntityId(id_) for id_ in (*gone.entity_ids(), *loose, *ends)}


def _brought(
    gone: Owned,
    come: Batch,
    fresh: set[str],
    defined: set[tuple[str, str]],
    more: Mapping[str, Counter[str]],
) -> Mapping[str, Counter[str]]:
    """Count what each document brings with this change, what it had brought before apart."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, one in come.evidence.items():
        if id_ in fresh or id_ in gone.evidence:
            counts[one.document]["evidence"] += 1
    for name, of in more.items():
        for document, number in of.items():
            counts[document][name] += number
    for document, _ in defined:
        counts[document]["definitions"] += 1
    for assertion in come.assertions:
        counts[assertion.document]["assertions"] += 1
    return counts


def _count(tx: Transaction, change: Change) -> None:
    tx.run(
        cypher("write/count_graph"),
        {
            "entities": change.entities,
            "claims": change.claims,
            "evidence": change.evidence,
            "publications": change.publications,
            "documents": change.documents,
        },
    )
