"""What forgetting a document would take away, counted before anything is changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from graph.ask.answers import LoadedDocument
from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.claim import Claim

# Above this many statements or entities, what others share is not looked up one by one.
COUNTED: Final = 20_000
_BATCH: Final = 1000
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Consequences:
    """What would go.

    Attributes:
        recounted: Claims that stay, because others speak of them too, with lower numbers.
        exact: False for a document too large to look through: then all but `evidence` are the
            most that can go.

    """

    document: str
    evidence: int
    claims: int
    entities: int
    publications: int
    recounted: int
    exact: bool = True


def consequences(store: Store, loaded: LoadedDocument) -> Consequences:
    """Count what would go with a document; what others brought too stays."""
    id_ = loaded.document.id
    if loaded.assertions or max(loaded.evidence, loaded.definitions, loaded.mentions) > COUNTED:
        return _most(loaded)
    rows = store.read(cypher("ask/forget_claims"), {"document": id_})
    touched = {row["claim"] for row in rows}
    gone = touched - _elsewhere(store, id_, touched)
    gone -= _asserted(store, id_, gone)
    publications = store.read(cypher("ask/forget_publications"), {"document": id_})
    return Consequences(
        id_,
        loaded.evidence,
        len(gone),
        len(_lonely(store, id_, gone)),
        publications[0]["number"],
        len(touched) - len(gone),
    )


def _most(loaded: LoadedDocument) -> Consequences:
    claims = loaded.evidence + loaded.assertions
    entities = max(loaded.definitions, loaded.mentions)
    id_ = loaded.document.id
    return Consequences(id_, loaded.evidence, claims, entities, loaded.citations, 0, exact=False)


def _elsewhere(store: Store, document: str, claims: Iterable[str]) -> set[str]:
    """The claims among some that other documents have statements on."""
    text = cypher("ask/forget_claims_elsewhere")
    return {
        row["claim"]
        for part in _parts(sorted(claims))
        for row in store.read(text, {"claims": part, "document": document})
    }


def _asserted(store: Store, document: str, claims: Iterable[str]) -> set[str]:
    """The claims among some that a database of another document asserts or denies."""
    by_end = defaultdict(list)
    known = [Claim.from_id(one) for one in sorted(claims)]
    degrees = _degrees(store, {end for one in known for end in (one.subject, one.object)})
    for one in known:
        # From the end with fewer claims: a hub's are not walked through (ENGINE_NOTES, ArcadeDB 1).
        by_end[min(one.subject, one.object, key=lambda end: degrees[end])].append(one.id)
    rows = [{"end": end, "claims": of} for end, of in sorted(by_end.items())]
    found: list[Row] = []
    for part in _parts(rows):
        found += store.read(cypher("ask/forget_asserted"), {"rows": part})
    owners = {row["claim"]: {one.rpartition("|")[0] for one in row["entries"]} for row in found}
    return {claim for claim, of in owners.items() if of - {document}}


def _lonely(store: Store, document: str, gone: Iterable[str]) -> set[str]:
    """The entities that would have no claim left, and that no other document names."""
    lost: Counter[str] = Counter()
    for claim in map(Claim.from_id, gone):
        lost.update({claim.subject, claim.object})
    named = store.read(cypher("ask/forget_named"), {"document": document})
    candidates = {*lost, *(row["id"] for row in named)}
    degrees = _degrees(store, candidates)
    bare = sorted(id_ for id_ in candidates if degrees[id_] == lost[id_])
    text = cypher("ask/forget_named_elsewhere")
    kept = {
        row["id"]
        for part in _parts(bare)
        for row in store.read(text, {"ids": part, "document": document})
    }
    return set(bare) - kept


def _degrees(store: Store, ids: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in _parts(sorted(ids)):
        rows = store.read(cypher("ask/forget_degrees"), {"ids": part})
        found.update({row["id"]: row["degree"] or 0 for row in rows})
    return found


def _parts(things: Sequence[_Thing]) -> Iterator[Sequence[_Thing]]:
    return (things[at : at + _BATCH] for at in range(0, len(things), _BATCH))
