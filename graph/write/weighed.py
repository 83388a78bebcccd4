"""Evidence as counting wants it: read from the graph with its publications and latest reviews."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from graph.engine.cypher import cypher
from graph.engine.store import Row
from graph.model.counting import Weighed
from graph.model.weighing import Paper, weigh

# What runs a query and returns its rows: a transaction's `run` or a store's `read`.
Run = Callable[[str, Mapping[str, object]], list[Row]]


def weighed(run: Run, claims: Sequence[str]) -> dict[str, list[Weighed]]:
    """Weigh all evidence of some claims, by claim id."""
    rows = run(cypher("write/weighed"), {"claims": list(claims)})
    if not rows:
        return {}
    texts = _texts(run, sorted({row["document"] for row in rows}))
    rejected = rejections(run, [row["id"] for row in rows])
    found: dict[str, list[Weighed]] = defaultdict(list)
    for row in rows:
        found[row["claim"]].append(_weigh(row, texts, rejected=row["id"] in rejected))
    return dict(found)


def rejections(run: Run, evidence: Sequence[str]) -> set[str]:
    """Name the evidence that its latest review rejects."""
    latest: dict[str, str] = {}
    for row in run(cypher("write/weighed_reviews"), {"ids": list(evidence)}):
        latest.setdefault(row["id"], row["verdict"])
    return {id_ for id_, verdict in latest.items() if verdict == "rejected"}


def _texts(run: Run, documents: list[str]) -> dict[str, list[Paper]]:
    texts: dict[str, list[Paper]] = defaultdict(list)
    for row in run(cypher("write/weighed_texts"), {"documents": documents}):
        texts[row["document"]].append(_paper(row))
    return texts


def _weigh(row: Row, texts: Mapping[str, list[Paper]], *, rejected: bool) -> Weighed:
    return weigh(
        document=row["document"],
        stance=row["stance"],
        certainty=row["certainty"],
        negation=row["negation"] or "",
        status=row["status"],
        host=row["host"] or "",
        body_site=row["body_site"] or "",
        comparator=row["comparator"] or "",
        study_type=row["study_type"] or "",
        own=texts.get(row["document"], []),
        cited=[_paper(paper) for paper in row["cited"]],
        rejected=rejected,
    )


def _paper(row: Row) -> Paper:
    return Paper(row["id"], row["kind"] or "", bool(row["retracted"]), row["year"])
