"""Claims: their edges are locked, their evidence read, counted and written, in one transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from graph.engine.store import Row, Transaction
from graph.model.claim import Assertion, Claim
from graph.model.counting import Weighed, count
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim
from graph.write import edges, entities
from graph.write.weighed import weighed


@dataclass(slots=True)
class Recounted:
    """What became of the claims touched.

    Attributes:
        created, deleted: Edges more and less.
        degrees: By entity, how many claims fewer it has (below 0) by those deleted; those
            created have been added to it already.
        loose: The ends of deleted edges.

    """

    created: int = 0
    deleted: int = 0
    degrees: Counter[str] = field(default_factory=Counter)
    loose: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Brought:
    """What is known of claims before the graph is asked, because it has just been written.

    Attributes:
        claims: By id, those that the evidence is for.
        evidence: By claim, the evidence written in this transaction: all there is for a claim
            that had no edge before.
        ends: Entities whose number of claims is known, as far as it matters.
        busy: Of them, those with many claims.

    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    evidence: Mapping[str, list[Weighed]] = field(default_factory=dict)
    ends: Set[EntityId] = frozenset()
    busy: Mapping[str, int] = field(default_factory=dict)


def recount(
    tx: Transaction,
    touched: Set[str],
    gone: Mapping[str, Set[str]],
    come: Iterable[Assertion],
    brought: Brought = Brought(),
) -> Recounted:
    """Bring the edges of claims, and of their opposites, in line with their evidence.

    A claim that had no edge is written at once with what the transaction brings for it. Any other
    is locked, and counted from all the evidence in the graph.

    Args:
        tx: The transaction; the entities of the claims are there.
        touched: Ids of claims whose evidence or publications changed.
        gone: Documents that assert or deny a claim no more, by claim id.
        come: New assertions.
        brought: What the transaction has written.

    """
    arrived: dict[str, list[Assertion]] = defaultdict(list)
    for one in come:
        arrived[one.claim.id].append(one)
    own: dict[str, Claim] = {
        id_: brought.claims.get(id_) or Claim.from_id(id_) for id_ in {*touched, *gone, *arrived}
    }
    if not own:
        return Recounted()
    opposites: dict[str, Claim] = {
        one.id: one
        for one in (claim.opposite for claim in own.values())
        if one and one.id not in own
    }
    sides = _sides(tx, own | opposites, brought)
    there = edges.lock(tx, opposites, sides)
    drafts = {
        id_: _counted(claim, {}, brought.evidence, frozenset(), arrived.get(id_, ()))
        for id_, claim in own.items()
    }
    there |= edges.merge(tx, drafts, sides)
    found = Recounted(created=sum(1 for id_ in own if id_ not in there))
    everything = own | opposites
    open_ = {id_: everything[id_] for id_ in _unsettled(own, there, brought.evidence, arrived)}
    _settle(tx, found, open_, there, gone, arrived, sides)
    return found


def _unsettled(
    own: Mapping[str, Claim],
    there: Mapping[str, Row],
    evidence: Mapping[str, list[Weighed]],
    arrived: Mapping[str, list[Assertion]],
) -> set[str]:
    """Name the claims whose evidence must be read: it, or that against it, was there before."""
    found = set(there)
    for id_, claim in own.items():
        opposite = claim.opposite
        if not (id_ in evidence or id_ in arrived) or (opposite and opposite.id in there):
            found.add(id_)
    return found


def _settle(
    tx: Transaction,
    found: Recounted,
    claims: Mapping[str, Claim],
    there: Mapping[str, Row],
    gone: Mapping[str, Set[str]],
    arrived: Mapping[str, list[Assertion]],
    sides: Mapping[str, bool],
) -> None:
    """Count claims from all their evidence; what nothing says any more goes."""
    if not claims:
        return
    against = {one.id for one in (claim.opposite for claim in claims.values()) if one}
    evidence = weighed(tx.run, sorted({*claims, *against}))
    keep: dict[str, CountedClaim] = {}
    drop: dict[str, Claim] = {}
    for id_, claim in claims.items():
        counted = _counted(
            claim, there.get(id_, {}), evidence, gone.get(id_, frozenset()), arrived.get(id_, ())
        )
        if evidence.get(id_) or counted.asserted_in or counted.denied_in:
            keep[id_] = counted
        else:
            drop[id_] = claim
    for claim in drop.values():
        found.deleted += 1
        found.degrees.subtract({claim.subject, claim.object})
        found.loose |= {claim.subject, claim.object}
    edges.write(tx, keep, sides)
    edges.delete(tx, drop, sides)


def _counted(
    claim: Claim,
    edge: Mapping[str, Any],
    evidence: Mapping[str, list[Weighed]],
    gone: Set[str],
    arrived: Iterable[Assertion],
) -> CountedClaim:
    opposite = claim.opposite
    against = evidence.get(opposite.id, []) if opposite else []
    entries = {
        denied: {entry for entry in edge.get(name) or () if entry.rpartition("|")[0] not in gone}
        for denied, name in ((False, "asserted_in"), (True, "denied_in"))
    }
    for one in arrived:
        entries[one.denied].add(one.key)
    return CountedClaim(
        claim,
        count(evidence.get(claim.id, ()), against),
        tuple(sorted(entries[False])),
        tuple(sorted(entries[True])),
    )


def _sides(tx: Transaction, claims: Mapping[str, Claim], brought: Brought) -> dict[str, bool]:
    """Say for each claim whether it is looked for at its object, because its subject is busier.

    One of the engines walks the adjacency of the node that a MERGE names first.
    """
    ends = {end for claim in claims.values() for end in (claim.subject, claim.object)}
    degrees = Counter(brought.busy)
    degrees.update(entities.busy(tx, ends - brought.ends))
    for claim in claims.values():
        degrees.update((claim.subject, claim.object))
    return {
        id_: degrees[claim.subject] > max(entities.BUSY, degrees[claim.object])
        for id_, claim in claims.items()
    }
