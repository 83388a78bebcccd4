"""The words behind claims: for each claim the best statement on either side."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from agents.answers import Paper, Quote
from graph.ask.answers import StatedEvidence, Table
from graph.ask.evidence import of_claims
from graph.engine.store import Store
from graph.errors import RecordError
from graph.model.claim import Claim
from graph.model.publication import Publication

QUOTED: Final = 40  # claims of one answer


def quotes(store: Store, claims: Iterable[str]) -> tuple[tuple[Quote, ...], str]:
    """Quote the first claims of an answer, in one question; and say how many were left out."""
    ids = [*dict.fromkeys(claims)]
    left = len(ids) - QUOTED
    found = of_claims(store, ids[:QUOTED]) if ids else ()
    best: dict[tuple[str, str], StatedEvidence] = {}
    for one in found:  # those that count stand first
        best.setdefault((one.evidence.claim.id, one.evidence.stance), one)
    said = sorted(best.items(), key=lambda item: (ids.index(item[0][0]), item[0][1] != "supports"))
    cut = f"quotes of {QUOTED} claims, {left} more are named; ask evidence for theirs"
    return tuple(_quote(one) for _, one in said), cut if left > 0 else ""


def claims_in(table: Table) -> list[str]:
    """Name the claims that a table shows, by their ids, in the order of its rows."""
    texts = dict.fromkeys(text for row in table.rows for text in _texts(row) if "~" in text)
    return [text for text in texts if _is_claim(text)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _is_claim(text: str) -> bool:
    try:
        return Claim.from_id(text).id == text
    except (ValueError, RecordError):
        return False


def _quote(stated: StatedEvidence) -> Quote:
    one, document = stated.evidence, stated.document
    return Quote(
        claim=one.claim.id,
        evidence=one.id,
        stance=one.stance,
        certainty=one.certainty,
        negation=one.negation,
        counted=stated.counts,
        quote=one.quote,
        start=one.start,
        end=one.end,
        row_key=one.row_key,
        document=document.id,
        title=document.title,
        url=document.url,
        interest=document.interest,
        publications=tuple(_paper(paper) for paper in stated.publications),
    )


def _paper(paper: Publication) -> Paper:
    return Paper(
        id=paper.id,
        title=paper.title,
        year=paper.year,
        kind=paper.kind,
        retracted=paper.retracted,
    )
