"""Weighing: what one piece of evidence is worth, given its publications and its reviews."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Self

from graph.model.counting import Weighed
from graph.model.identity import normalise
from graph.model.vocabulary import context_table

# What weighing looks at: of the evidence itself, and of the study behind it.
SAID: Final = ("document", "stance", "certainty", "negation", "status")
STUDY: Final = ("host", "body_site", "comparator", "study_type")


@dataclass(frozen=True, slots=True)
class Paper:
    """What weighing needs to know about a publication."""

    id: str
    kind: str = ""
    retracted: bool = False
    year: int | None = None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read one from its properties."""
        return cls(row["id"], row.get("kind") or "", bool(row.get("retracted")), row.get("year"))


def weigh(
    *,
    document: str,
    stance: str,
    certainty: str,
    negation: str,
    status: str,
    host: str,
    body_site: str,
    comparator: str,
    study_type: str,
    own: Sequence[Paper],
    cited: Sequence[Paper],
    rejected: bool,
) -> Weighed:
    """Weigh one piece of evidence.

    Args:
        document: The id of the document it stands in.
        stance, certainty, negation, status, host, body_site, comparator, study_type: As the
            evidence has them.
        own: Publications whose text its document is.
        cited: Publications the statement rests on.
        rejected: Its latest review rejects it.

    """
    sound = [paper for paper in cited if not paper.retracted]
    retracted = any(paper.retracted for paper in own) or (bool(cited) and not sound)
    speaks = sound or [paper for paper in own if not paper.retracted]
    primary = {paper.id for paper in (*own, *sound) if paper.kind == "primary"}
    return Weighed(
        stance=stance,
        certainty=certainty,
        negation=negation,
        papers=tuple(sorted(primary)),
        sources=tuple(sorted({paper.id for paper in speaks})) or (document,),
        context=(host_class(host), site_class(body_site), contrast_class(comparator)),
        host=host,
        study_type=study_type,
        years=tuple(sorted({paper.year for paper in speaks if paper.year is not None})),
        counts=status == "finding" and not rejected and not retracted,
    )


def host_class(host: str) -> str:
    """Fold a host as written to `human`, `animal`, `in vitro`; what is none of them stays."""
    return _class("host", host)


def site_class(body_site: str) -> str:
    """Fold a body site: every wording of faeces is one site."""
    return _class("body_site", body_site)


def contrast_class(comparator: str) -> str:
    """Fold what a group was compared with: every wording of healthy controls is one contrast."""
    return _class("contrast", comparator)


@lru_cache(maxsize=4096)
def _class(kind: str, text: str) -> str:
    folded = normalise(text)
    return next((name for name, words in _classes()[kind] if words.search(folded)), folded)


@cache
def _classes() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The classes of each kind of context in their order, from `vocabulary/contexts.yaml`."""
    return {
        kind: tuple(
            (row["class"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b")) for row in rows
        )
        for kind, rows in context_table().items()
    }
