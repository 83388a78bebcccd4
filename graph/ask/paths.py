"""Paths from one entity to another over claims, ranked by their weakest link."""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from graph.ask.entities import nearest
from graph.ask.evidence_path import EvidencePath, Paths, Step
from graph.ask.exploring import Explored, explore
from graph.ask.ranking import Ranked, best_paths
from graph.ask.strength import Strength, in_words, strength
from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import NotFound, TooLarge
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.properties import claim_from, entity_from
from graph.model.subgraph import CountedClaim
from graph.settings import LONGEST_PATH, PATH_LENGTH, PATHS

_Between = Mapping[frozenset[str], Sequence[CountedClaim]]
_SAME: Final = "The two ends are the same entity; choose two."


def paths(
    store: Store,
    start: str,
    end: str,
    length: int = PATH_LENGTH,
    limit: int = PATHS,
    *,
    denied: bool = False,
) -> Paths:
    """Find the best paths between two entities: no entity twice, claims walked in both directions.

    They rank by their weakest link (see `graph.ask.strength`), then by length, then by ids.

    Args:
        store: The graph.
        start: The id of the entity to begin at.
        end: The id of the entity to end at.
        length: The most steps, from 1 to 6.
        limit: The most paths.
        denied: Whether a step may rest on claims that everyone who speaks of them denies.

    Raises:
        NotFound: An end is not in the graph; the nearest names are given.
        TooLarge: More steps are asked for than a path may have.

    """
    if not 1 <= length <= LONGEST_PATH:
        raise TooLarge(
            f"Paths of {length} steps are asked for; a path has 1 to {LONGEST_PATH}. "
            "Ask for fewer, and for a longer way go on from an entity between."
        )
    ends, degrees = _ends(store, (start, end))
    if start == end:
        return Paths(ends[start], ends[end], length, (), reason=_SAME)
    explored = explore(store, (start, end), degrees, length, denied)
    ranked = best_paths(explored.links, start, end, length, limit)
    found = _read(store, ranked.paths)
    truncated = _cut(explored, ranked, limit)
    reason = _reason(ends[start], ends[end], length, explored, bool(found), truncated, denied)
    return Paths(ends[start], ends[end], length, found, truncated, reason)


def _ends(store: Store, ids: tuple[str, str]) -> tuple[dict[str, Entity], dict[str, int]]:
    rows = store.read(cypher("ask/entities"), {"ids": sorted(set(ids))})
    found = {row["id"]: entity_from(row) for row in rows}
    for id_ in ids:
        if id_ not in found:
            raise NotFound(f"Entity {id_!r}", nearest(store, id_))
    return found, {row["id"]: row["claims"] or 0 for row in rows}


def _read(store: Store, chosen: Sequence[tuple[str, ...]]) -> tuple[EvidencePath, ...]:
    """Read the claims and names of all paths, each in one question."""
    if not chosen:
        return ()
    ids = sorted({id_ for path in chosen for id_ in path})
    rows = store.read(cypher("ask/entities"), {"ids": ids})
    named = {row["id"]: entity_from(row) for row in rows}
    degrees = {row["id"]: row["claims"] or 0 for row in rows}
    between = _between(store, chosen, degrees)
    return tuple(_path(path, named, between) for path in chosen)


def _between(
    store: Store, chosen: Sequence[tuple[str, ...]], degrees: Mapping[str, int]
) -> _Between:
    """Read the claims between neighbours, strongest first, walking from the smaller of the two."""
    pairs = {tuple(sorted(pair)) for path in chosen for pair in itertools.pairwise(path)}
    asked = [
        dict(zip(("few", "many"), sorted(pair, key=lambda id_: (degrees[id_], id_)), strict=True))
        for pair in sorted(pairs)
    ]
    found: dict[frozenset[str], list[CountedClaim]] = defaultdict(list)
    for row in store.read(cypher("ask/claims_of_pairs"), {"pairs": asked}):
        claim = claim_from(row["claim"])
        found[frozenset((claim.claim.subject, claim.claim.object))].append(claim)
    return {pair: sorted(claims, key=_best_first) for pair, claims in found.items()}


def _best_first(claim: CountedClaim) -> tuple[tuple[int, ...], str]:
    return tuple(-part for part in strength(claim)), claim.id


def _path(path: tuple[str, ...], named: Mapping[str, Entity], between: _Between) -> EvidencePath:
    steps = [
        _step(one, between[frozenset((one, other))], named)
        for one, other in itertools.pairwise(path)
    ]
    weakest = min(range(len(steps)), key=lambda at: strength(steps[at].claim))
    link = steps[weakest]
    return EvidencePath(
        tuple(named[id_] for id_ in path),
        tuple(steps),
        weakest,
        f"weakest link: {link.sentence} — {link.standing}",
    )


def _step(start: str, claims: Sequence[CountedClaim], named: Mapping[str, Entity]) -> Step:
    best = claims[0]
    key = best.claim
    sentence = (
        f"{named[key.subject].name} {vocabulary.phrase(key.predicate)} {named[key.object].name}"
    )
    forward = key.subject == start
    return Step(best, tuple(claims[1:]), forward, sentence, in_words(strength(best)))


def _cut(explored: Explored, ranked: Ranked, limit: int) -> bool:
    """Say whether a path that is missing could belong among those found."""
    if not ranked.all_looked:
        return True
    if explored.missing is None:
        return False
    if len(ranked.paths) < limit:
        return True
    return _weakest(explored, ranked.paths[-1]) <= explored.missing


def _weakest(explored: Explored, path: tuple[str, ...]) -> Strength:
    return min(explored.links[one][other] for one, other in itertools.pairwise(path))


def _reason(
    start: Entity,
    end: Entity,
    length: int,
    explored: Explored,
    found: bool,
    truncated: bool,
    denied: bool,
) -> str:
    steps = f"{length} step{'' if length == 1 else 's'}"
    if truncated and explored.missing is not None:
        bound = in_words(explored.missing)
        cut = f"paths whose weakest link is no stronger than this may be missing: {bound}."
        told = f"Of entities with very many claims only the strongest were followed; {cut}"
    elif truncated:
        told = "There are too many ways to look at all of them; some paths may be missing."
    elif found:
        return ""
    else:
        way_out = "more steps" if denied else "more steps, or claims that are only denied"
        told = f"Allow {way_out}." if length < LONGEST_PATH or not denied else ""
    if found:
        return told
    none = f"No path of at most {steps} joins {start.name} and {end.name}."
    return f"{none} {told}".strip()
