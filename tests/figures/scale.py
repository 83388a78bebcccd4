"""Small graphs out of the large one that is shared beside the project, the same each time."""

import gzip
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.model import vocabulary
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.subgraph import CountedClaim, Subgraph

# Three predicates make up most of the file and hardly join anything but genes and processes.
_DULL = ("biolink:participates_in", "biolink:located_in", "biolink:enables")

# Kinds that the vocabulary has no row of its own for.
_KINDS = {
    "biolink:SmallMolecule": "Chemical",
    "biolink:ChemicalEntity": "Chemical",
    "biolink:CellularComponent": "Anatomy",
    "biolink:MolecularActivity": "Process",
    "biolink:Pathway": "Process",
}

_Edge = tuple[str, str, str]


def subgraphs(edges: Path, nodes: Path, sizes: Sequence[int]) -> list[Subgraph]:
    """Draw connected subgraphs of these many entities, with every claim among them."""
    around: dict[str, list[_Edge]] = defaultdict(list)
    for edge in _edges(edges):
        around[edge[0]].append(edge)
        around[edge[2]].append(edge)
    starts = sorted(id_ for id_, some in around.items() if len(some) > 2)
    chosen = [
        _grown(around, starts, size, random.Random(size * 1000 + at))
        for at, size in enumerate(sizes)
    ]
    known = _entities(nodes, {id_ for ids in chosen for id_ in ids})
    return [_among(ids, around, known) for ids in chosen]


def _edges(path: Path) -> Iterator[_Edge]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            subject, predicate, object_, _ = line.split("\t", 3)
            if predicate not in _DULL and subject != object_:
                yield subject, predicate, object_


def _grown(
    around: dict[str, list[_Edge]], starts: list[str], size: int, chance: random.Random
) -> list[str]:
    ids = [chance.choice(starts)]
    while len(ids) < size:
        free = sorted(
            {
                end
                for id_ in chance.sample(ids, min(4, len(ids)))
                for edge in around[id_][:200]
                for end in (edge[0], edge[2])
            }
            - set(ids)
        )
        if free:
            ids.append(chance.choice(free))
        elif len(ids) < 4:
            ids = [chance.choice(starts)]
    return ids


def _entities(path: Path, wanted: set[str]) -> dict[str, Entity]:
    categories = _KINDS | {row.biolink: row.name for row in vocabulary.categories().values()}
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            id_, name, category, _ = line.rstrip("\n").split("\t", 3)
            if id_ in wanted:
                kind = categories.get(category, "Process")
                found[id_] = Entity(EntityId(id_), name or id_, kind)
    return found


def _among(ids: list[str], around: dict[str, list[_Edge]], known: dict[str, Entity]) -> Subgraph:
    inside = set(ids) & known.keys()
    claims = {}
    for id_ in ids:
        for subject, predicate, object_ in around[id_]:
            if {subject, object_} <= inside:
                one = _counted(subject, predicate, object_)
                claims[one.id] = one
    return Subgraph.of([known[id_] for id_ in inside], claims.values())


def _counted(subject: str, predicate: str, object_: str) -> CountedClaim:
    names = {row.biolink: row.name for row in vocabulary.predicates().values()}
    name = names.get(predicate) or _upper(predicate)
    papers = len(subject + object_) % 6
    return CountedClaim(
        Claim.of(subject, name, object_),
        Counts(supports=1 + papers, papers=papers, certainty=("asserted", "suggested")[papers % 2]),
    )


def _upper(predicate: str) -> str:
    letters = "".join(c if c.isalnum() else "_" for c in predicate.partition(":")[2])
    return f"SCALE_{letters.upper()}"
