"""Evidence as counting wants it: read from the graph with its publications and latest reviews."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from graph.engine.cypher import cypher
from graph.engine.store import Row
from graph.model.counting import Weighed
from graph.model.evidence import Evidence
from graph.model.identity import EvidenceId
from graph.model.weighing import SAID, STUDY, Paper, weigh

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
        cited = [Paper.read(paper) for paper in row["cited"]]
        found[row["claim"]].append(_weigh(row, texts, cited, rejected=row["id"] in rejected))
    return dict(found)


def weighed_fresh(
    run: Run, evidence: Mapping[EvidenceId, Evidence], papers: Mapping[str, Paper]
) -> dict[str, list[Weighed]]:
    """Weigh evidence that the transaction has just written, by claim id, without reading it back.

    Args:
        run: Runs a query.
        evidence: By id.
        papers: By the id under which a document gives it, the publication it has become.

    """
    if not evidence:
        return {}
    texts = _texts(run, sorted({one.document for one in evidence.values()}))
    reviewed = sorted(evidence) if run(cypher("write/any_review"), {}) else []
    rejected = rejections(run, reviewed)
    found: dict[str, list[Weighed]] = defaultdict(list)
    for id_, one in evidence.items():
        cited = [papers[given] for given in one.cited]
        row = {name: getattr(one, name) for name in SAID}
        row |= {name: getattr(one.context, name) for name in STUDY}
        found[one.claim.id].append(_weigh(row, texts, cited, rejected=id_ in rejected))
    return dict(found)


def rejections(run: Run, evidence: Sequence[str]) -> set[str]:
    """Name the evidence that its latest review rejects."""
    latest: dict[str, str] = {}
    values = {"ids": list(evidence)}
    for row in run(cypher("write/weighed_reviews"), values) if evidence else ():
        latest.setdefault(row["id"], row["verdict"])
    return {id_ for id_, verdict in latest.items() if verdict == "rejected"}


def _texts(run: Run, documents: list[str]) -> dict[str, list[Paper]]:
    texts: dict[str, list[Paper]] = defaultdict(list)
    for row in run(cypher("write/weighed_texts"), {"documents": documents}):
        texts[row["document"]].append(Paper.read(row))
    return texts


def _weigh(
    row: Row, texts: Mapping[str, list[Paper]], cited: list[Paper], *, rejected: bool
) -> Weighed:
    return weigh(
        **{name: row[name] or "" for name in (*SAID, *STUDY)},
        own=texts.get(row["document"], []),
        cited=cited,
        rejected=rejected,
    )
