"""Which references are the same publication: a pure function of all that is known of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model.identity import PublicationId, publication_id
from graph.model.publication import Publication


@dataclass(frozen=True, slots=True, order=True)
class Contribution:
    """What one document says of one publication.

    Attributes:
        own: 0 when the document is this publication's text, 1 when it cites it; the text of a
            publication knows best what it is, so it sorts first.
        number: The document's reference number, 0 without.
        given: The publication's id as this document's fields give it.

    """

    own: int
    document: str
    number: int
    given: PublicationId
    publication: Publication


@dataclass(frozen=True, slots=True)
class Joined:
    """One publication, with every contribution that speaks of it.

    Attributes:
        keys: Everything it can be found by, sorted.
        given: Each id under which some document names it.

    """

    id: PublicationId
    publication: Publication
    keys: tuple[str, ...]
    given: frozenset[PublicationId]


def join(contributions: Iterable[Contribution]) -> tuple[Joined, ...]:
    """Group contributions into publications; their order never matters.

    A shared PMID or DOI always joins. A shared title joins unless that would give one publication
    two PMIDs or two DOIs: then the ones with numbers stay apart ("Multiple sclerosis" is the title
    of many papers), and those known by title alone make one of their own.
    """
    parts = _strong_parts(sorted(contributions, key=_rank))
    for key in sorted({_title(one) for part in parts for one in part} - {""}):
        parts = _join_by_title(parts, key)
    return tuple(sorted((_joined(part) for part in parts), key=lambda one: one.id))


Part = list[Contribution]


def _rank(one: Contribution) -> tuple[int, str, int, str, str]:
    return (one.own, one.document, one.number, one.given, repr(one.publication))


def _strong_parts(contributions: Sequence[Contribution]) -> list[Part]:
    """Group by PMID and DOI; what has neither stands alone with its title."""
    parts: list[Part] = []
    place: dict[str, Part] = {}
    for one in contributions:
        keys = _strong(one.publication) or (f"TITLE:{_title(one)}",)
        met = {id(place[key]): place[key] for key in keys if key in place}
        part = [one, *(other for old in met.values() for other in old)]
        parts = [old for old in parts if id(old) not in met] + [part]
        place.update((key, part) for key in keys)
        for other in part:
            known = _strong(other.publication) or (f"TITLE:{_title(other)}",)
            place.update((key, part) for key in known)
    return parts


def _join_by_title(parts: list[Part], key: str) -> list[Part]:
    same = [part for part in parts if any(_title(one) == key for one in part)]
    together = [one for part in same for one in part]
    pmids = {one.publication.pmid for one in together} - {""}
    dois = {one.publication.doi.lower() for one in together} - {""}
    if len(same) < 2 or len(pmids) > 1 or len(dois) > 1:  # noqa: PLR2004 - nothing to join
        return parts
    return [part for part in parts if not any(part is one for one in same)] + [together]


def _joined(part: Part) -> Joined:
    ranked = sorted(part, key=_rank)
    fields = [one.publication for one in ranked]
    best = Publication(
        pmid=min((one.pmid for one in fields if one.pmid), default="", key=_shortest),
        doi=min((one.doi.lower() for one in fields if one.doi), default=""),
        title=next((one.title for one in fields if one.title), ""),
        authors=next((one.authors for one in fields if one.authors), ()),
        journal=next((one.journal for one in fields if one.journal), ""),
        year=next((one.year for one in fields if one.year is not None), None),
        kind=next((one.kind for one in fields if one.kind), ""),
        retracted=any(one.retracted for one in fields),
    )
    return Joined(
        publication_id(best.pmid, best.doi, best.title),
        best,
        tuple(sorted({key for one in fields for key in one.keys})),
        frozenset(one.given for one in part),
    )


def _shortest(pmid: str) -> tuple[int, str]:
    return (len(pmid), pmid)


def _strong(publication: Publication) -> tuple[str, ...]:
    return tuple(key for key in publication.keys if not key.startswith("TITLE:"))


def _title(one: Contribution) -> str:
    return one.publication.title_key
