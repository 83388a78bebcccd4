"""Evidence as counting wants it, of many claims in one question."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.counting import Weighed
from graph.model.evidence import Evidence
from graph.model.review import Review, latest
from graph.model.weighing import SAID, STUDY, Paper, weigh


def weighed(store: Store, claims: Iterable[str]) -> dict[str, list[Weighed]]:
    """Weigh all evidence of some claims, by claim id; a claim without any is left out."""
    ids = sorted(set(claims))
    found: dict[str, list[Weighed]] = defaultdict(list)
    for row in store.read(cypher("ask/weighed"), {"claims": ids}) if ids else ():
        found[row["claim"]].append(_weighed(row))
    return dict(found)


def weigh_evidence(evidence: Evidence, row: Row) -> Weighed:
    """Weigh one piece of evidence by the `own` and `cited` publications and `reviews` of a row."""
    said = {name: getattr(evidence, name) for name in SAID}
    study = {name: getattr(evidence.context, name) for name in STUDY}
    return weigh(**said, **study, **_judged(row))


def reviews_of(row: Row) -> tuple[Review, ...]:
    """Read the reviews of a row, oldest first."""
    return tuple(sorted(map(Review.read, row["reviews"]), key=lambda one: (one.at, one.id)))


def _weighed(row: Row) -> Weighed:
    said: dict[str, Any] = {name: row[name] or "" for name in (*SAID, *STUDY)}
    return weigh(**said, **_judged(row))


def _judged(row: Row) -> dict[str, Any]:
    verdict = latest(reviews_of(row))
    return {
        "own": [Paper.read(one) for one in row["own"]],
        "cited": [Paper.read(one) for one in row["cited"]],
        "rejected": verdict is not None and verdict.verdict == "rejected",
    }
