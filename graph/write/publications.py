"""Publications: joined from what every document says of them, and split again when one goes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Transaction
from graph.model.identity import PublicationId
from graph.model.joining import Contribution, Joined, join
from graph.model.properties import publication_from, publication_properties
from graph.model.weighing import Paper

Pair = tuple[str, str]

# What counting looks at: when one of these changes, the claims of the publication are recounted.
_WEIGHED: Final = ("kind", "retracted", "year")


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of the publications touched.

    Attributes:
        place: What the publication has become, by each id under which a document gives it.
        claims: Claims to recount: their evidence rests on a publication that changed.
        created, deleted: Nodes more and less.
        cited: How many citations each document has more.

    """

    place: dict[str, Paper]
    claims: set[str]
    created: int = 0
    deleted: int = 0
    cited: Counter[str] = field(default_factory=Counter)


def regroup(tx: Transaction, gone: Mapping[Pair, str], come: Sequence[Contribution]) -> Regrouped:
    """Take contributions away, add others, and bring the publications they touch up to date.

    Args:
        tx: The transaction.
        gone: The node of what goes, by document and publication id as that document gives it.
        come: New contributions; their documents are there.

    """
    if not gone and not come:
        return Regrouped({}, set())
    found = _closure(tx, gone, come)
    kept = [one for one in found.contributions if (one[1].document, one[1].given) not in gone]
    fresh = _fresh([one for _, one in kept], come)
    groups = join([one for _, one in kept] + fresh)
    place = {str(given): str(group.id) for group in groups for given in group.given}
    created = _create(tx, groups)
    _drop_edges(tx, gone)
    moved = _move_edges(tx, kept, found.ids, place)
    _add_edges(tx, fresh, place)
    changed = _set_fields(tx, groups, found.nodes)
    claims = _claims(tx, sorted(changed | moved))
    _set_keys(tx, groups, found.keys)
    deleted = _delete(tx, found.ids - {group.id for group in groups})
    cited = Counter(one.document for one in fresh if one.own)
    papers = {str(given): _paper(group) for group in groups for given in group.given}
    return Regrouped(papers, claims, created, deleted, cited)


def _paper(group: Joined) -> Paper:
    fields = group.publication
    return Paper(group.id, fields.kind, fields.retracted, fields.year)


def _fresh(kept: Iterable[Contribution], come: Iterable[Contribution]) -> list[Contribution]:
    """Leave out what is there: a second time, or unnumbered where the document lists it."""
    there = {(one.own, one.document, one.given, one.number) for one in kept}
    there |= {(*key[:3], 0) for key in there}
    fresh = {(one.own, one.document, one.given, one.number): one for one in come}
    return [one for key, one in fresh.items() if key not in there]


@dataclass(frozen=True, slots=True)
class _Found:
    """The publications that share a key, however far, with what changes."""

    ids: set[str]
    nodes: dict[str, Row]
    contributions: list[tuple[str, Contribution]]
    keys: set[tuple[str, str]]


def _closure(tx: Transaction, gone: Mapping[Pair, str], come: Sequence[Contribution]) -> _Found:
    keys = {key for one in come for key in one.publication.keys}
    ids = set(gone.values())
    nodes: dict[str, Row] = {}
    pairs: set[tuple[str, str]] = set()
    asked: set[str] = set()
    while keys - asked or ids - set(nodes):
        wanted = sorted(keys - asked)
        by_key = tx.run(cypher("write/publications_by_key"), {"keys": wanted}) if wanted else []
        asked |= keys
        ids |= {row["id"] for row in by_key}
        fresh = sorted(ids - set(nodes))
        for row in tx.run(cypher("write/publications"), {"ids": fresh}) if fresh else []:
            nodes[row["id"]] = row["props"]
            pairs |= {(key, row["id"]) for key in row["keys"]}
            keys |= set(row["keys"])
    found = tx.run(cypher("write/contributions"), {"ids": sorted(ids)}) if ids else []
    return _Found(ids, nodes, [(row["id"], _contribution(row)) for row in found], pairs)


def _contribution(row: Row) -> Contribution:
    return Contribution(
        0 if row["type"] == "TEXT_OF" else 1,
        row["document"],
        row["props"].get("number") or 0,
        PublicationId(row["props"]["given"]),
        publication_from(row["props"]),
    )


def _create(tx: Transaction, groups: Iterable[Joined]) -> int:
    rows = [{"id": group.id} for group in groups]
    return len(tx.run(cypher("write/create_publications"), {"rows": rows})) if rows else 0


def _drop_edges(tx: Transaction, gone: Mapping[Pair, str]) -> None:
    rows = [
        {"document": document, "given": given, "publication": place}
        for (document, given), place in sorted(gone.items())
    ]
    if rows:
        tx.run(cypher("write/drop_citations"), {"rows": rows})


def _move_edges(
    tx: Transaction,
    kept: Iterable[tuple[str, Contribution]],
    ids: Set[str],
    place: dict[str, str],
) -> set[str]:
    """Move edges, of evidence too, where publications were joined or split; returns to which."""
    given = defaultdict(set)
    for old, one in kept:
        given[old].add(one.given)
    moves = [
        {"old": old, "new": place[name], "given": name}
        for old in sorted(ids)
        for name in sorted(given[old])
        if place[name] != old
    ]
    for query in ("write/move_citations", "write/move_texts", "write/move_reports"):
        if moves:
            tx.run(cypher(query), {"rows": moves})
    return {row["new"] for row in moves}


def _add_edges(tx: Transaction, fresh: Iterable[Contribution], place: dict[str, str]) -> None:
    rows: dict[int, list[dict[str, Any]]] = {0: [], 1: []}
    for one in fresh:
        props = publication_properties(one.publication) | {"given": one.given}
        props |= {"number": one.number} if one.number else {}
        row = {"document": one.document, "publication": place[one.given], "props": props}
        rows[one.own].append(row)
    for own, query in enumerate(("write/create_texts", "write/create_citations")):
        if rows[own]:
            tx.run(cypher(query), {"rows": rows[own]})


def _set_fields(tx: Transaction, groups: Iterable[Joined], before: dict[str, Row]) -> set[str]:
    """Write the fields, and name the publications that count otherwise than before."""
    rows = []
    changed: set[str] = set()
    for group in groups:
        key = group.publication.title_key
        props = publication_properties(group.publication) | {"id": group.id, "title_key": key}
        old = before.get(group.id)
        rows.append({"id": group.id, "props": props})
        if old is None or any(old.get(name) != props[name] for name in _WEIGHED):
            changed.add(group.id)
    tx.run(cypher("write/set_publications"), {"rows": rows})
    return changed


def _claims(tx: Transaction, ids: list[str]) -> set[str]:
    queries = ("write/publication_claims", "write/text_claims") if ids else ()
    rows = (row for query in queries for row in tx.run(cypher(query), {"ids": ids}))
    return {row["claim"] for row in rows}


def _set_keys(tx: Transaction, groups: Iterable[Joined], before: Set[tuple[str, str]]) -> None:
    after = {(key, str(group.id)) for group in groups for key in group.keys}
    for query, pairs in (
        ("write/drop_keys", before - after),
        ("write/create_keys", after - before),
        ("write/link_keys", after - before),
    ):
        # A key is made once, though two publications may share a title.
        rows = [{"key": key, "publication": id_} for key, id_ in sorted(pairs)]
        if query == "write/create_keys":
            rows = [{"key": key} for key in sorted({key for key, _ in pairs})]
        if rows:
            tx.run(cypher(query), {"rows": rows})
    lonely = sorted({key for key, _ in before} - {key for key, _ in after})
    if lonely:
        tx.run(cypher("write/delete_keys"), {"keys": lonely})


def _delete(tx: Transaction, ids: Set[str]) -> int:
    if not ids:
        return 0
    return len(tx.run(cypher("write/delete_publications"), {"ids": sorted(ids)}))
