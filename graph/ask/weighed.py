"""Evidence as counting wants it, of many claims in one question."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Row, Store
from graph.model.counting import Weighed
from graph.model.review import Review, latest
from graph.model.weighing import Paper, weigh

_SAID: Final = ("document", "stance", "certainty", "negation", "status")
_STUDY: Final = ("host", "body_site", "comparator", "study_type")


def weighed(store: Store, claims: Iterable[str]) -> dict[str, list[Weighed]]:
    """Weigh all evidence of some claims, by claim id; a claim without any is left out."""
    ids = sorted(set(claims))
    found: dict[str, list[Weighed]] = defaultdict(list)
    for row in store.read(cypher("ask/weighed"), {"claims": ids}) if ids else ():
        found[row["claim"]].append(_weighed(row))
    return dict(found)


def _weighed(row: Row) -> Weighed:
    reviews = sorted(map(Review.read, row["reviews"]), key=lambda one: (one.at, one.id))
    verdict = latest(reviews)
    return weigh(
        **{name: row[name] or "" for name in (*_SAID, *_STUDY)},
        own=[paper(one) for one in row["own"]],
        cited=[paper(one) for one in row["cited"]],
        rejected=verdict is not None and verdict.verdict == "rejected",
    )


def paper(row: Row) -> Paper:
    """Read what weighing needs to know of a publication."""
    return Paper(row["id"], row.get("kind") or "", bool(row.get("retracted")), row.get("year"))
