"""Roll-up: entities stand for everything below them, and claims follow their ends. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.model.claim import Claim
from graph.model.counting import Counts, Weighed, count
from graph.model.entity import Entity
from graph.model.hierarchy import Hierarchy
from graph.model.identity import ClaimId, EntityId
from graph.model.subgraph import CountedClaim, Subgraph


@dataclass(frozen=True, slots=True)
class Rolled:
    """A subgraph in which some entities stand for those below them.

    Attributes:
        subgraph: What is left to draw.
        inside: For each entity that stands for others, those it stands for; itself among them
            where it was there.
        merged: For each claim that is not just a claim of the graph, those it was made from.
        within: For each entity that stands for others, how many claims among them went.

    """

    subgraph: Subgraph
    inside: Mapping[EntityId, tuple[EntityId, ...]] = field(default_factory=dict)
    merged: Mapping[ClaimId, tuple[ClaimId, ...]] = field(default_factory=dict)
    within: Mapping[EntityId, int] = field(default_factory=dict)


def stand_ins(
    ids: Iterable[str], hierarchy: Hierarchy, folded: Collection[str]
) -> dict[EntityId, EntityId]:
    """Say which entity stands for each that is folded into another: the highest that is asked for.

    Args:
        ids: The entities there are.
        hierarchy: What each is a kind of.
        folded: The entities that stand for everything below them.

    """
    asked = set(folded)
    found: dict[EntityId, EntityId] = {}
    for id_ in ids:
        above = [one for one in hierarchy.above(id_) if one in asked]
        if above:
            found[EntityId(id_)] = EntityId(above[-1])
    return found


def regrouped(
    claims: Iterable[CountedClaim], into: Mapping[EntityId, EntityId]
) -> dict[Claim, list[CountedClaim]]:
    """Group claims by what they say once their ends are folded, without those inside a fold."""
    groups: dict[Claim, list[CountedClaim]] = {}
    for one in claims:
        key = rekeyed(one.claim, into)
        if key is not None:
            groups.setdefault(key, []).append(one)
    return groups


def rekeyed(claim: Claim, into: Mapping[EntityId, EntityId]) -> Claim | None:
    """Say a claim of the entities that stand for its ends; None where one stands for both."""
    subject = into.get(claim.subject, claim.subject)
    object_ = into.get(claim.object, claim.object)
    if (subject, object_) == (claim.subject, claim.object):
        return claim
    if subject == object_:
        return None
    return Claim.of(subject, claim.predicate, object_, claim.qualifiers)


def merged_ids(groups: Mapping[Claim, list[CountedClaim]]) -> dict[ClaimId, tuple[ClaimId, ...]]:
    """Name for each claim that folding made or added to the claims it is made from."""
    return {
        key.id: tuple(sorted(one.claim.id for one in members))
        for key, members in groups.items()
        if [one.claim for one in members] != [key]
    }


def rolled(
    whole: Subgraph,
    into: Mapping[EntityId, EntityId],
    parents: Mapping[EntityId, Entity],
    weighed: Mapping[str, list[Weighed]],
) -> Rolled:
    """Fold entities into those that stand for them.

    Args:
        whole: Everything unfolded.
        into: See `stand_ins`.
        parents: The entities that stand for others and are not among the whole.
        weighed: The evidence of the claims that `merged_ids` names and of their opposites.

    """
    if not into:
        return Rolled(whole)
    groups = regrouped(whole.claims, into)
    merged = merged_ids(groups)
    claims = [
        _merged(key, members, groups, weighed) if key.id in merged else members[0]
        for key, members in groups.items()
    ]
    entities = {entity.id: entity for entity in whole.entities if entity.id not in into}
    inside: dict[EntityId, list[EntityId]] = {}
    for id_ in sorted({one.id for one in whole.entities}):
        if id_ in into:
            inside.setdefault(into[id_], []).append(id_)
    for parent, members in inside.items():
        if parent in entities:
            members.append(parent)
        else:
            entities[parent] = parents[parent]
    hidden: dict[EntityId, int] = {}
    for id_, number in whole.hidden.items():
        stands = into.get(id_, id_)
        hidden[stands] = hidden.get(stands, 0) + number
    return Rolled(
        Subgraph.of(entities.values(), claims, hidden),
        {parent: tuple(sorted(members)) for parent, members in sorted(inside.items())},
        dict(sorted(merged.items())),
        _within(whole.claims, into),
    )


def _within(
    claims: Iterable[CountedClaim], into: Mapping[EntityId, EntityId]
) -> dict[EntityId, int]:
    within: dict[EntityId, int] = {}
    for one in claims:
        if rekeyed(one.claim, into) is None:
            stands = into.get(one.claim.subject, one.claim.subject)
            within[stands] = within.get(stands, 0) + 1
    return within


def _merged(
    key: Claim,
    members: list[CountedClaim],
    groups: Mapping[Claim, list[CountedClaim]],
    weighed: Mapping[str, list[Weighed]],
) -> CountedClaim:
    against = groups.get(key.opposite, []) if key.opposite else []
    return CountedClaim(
        key,
        recounted(members, against, weighed),
        tuple(sorted({entry for one in members for entry in one.asserted_in})),
        tuple(sorted({entry for one in members for entry in one.denied_in})),
    )


def recounted(
    members: Iterable[CountedClaim],
    against: Iterable[CountedClaim],
    weighed: Mapping[str, list[Weighed]],
) -> Counts:
    """Count the evidence of several claims as one claim's.

    A paper that speaks for two of them counts once. What children say of themselves stays: that
    one rises and another falls is a difference between them (`varies`), no dispute, so it is
    `contested` only where one of them is.

    Args:
        members: The claims that become one.
        against: The claims that become its opposite.
        weighed: The evidence of each, by claim id.

    """
    members = list(members)
    own = [one for member in members for one in weighed.get(member.id, ())]
    opposite = [one for member in against for one in weighed.get(member.id, ())]
    counts = count(own, opposite)
    return _agreeing(counts, {member.counts.agreement for member in members})


def _agreeing(counts: Counts, children: Collection[str]) -> Counts:
    if "contested" in children:
        return replace(counts, agreement="contested")
    if counts.agreement in {"contested", "mixed"} and counts.agreement not in children:
        return replace(counts, agreement="varies")
    return counts
