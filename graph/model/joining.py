"""Which references are the same publication: a pure function of all that is known of them."""

from collections import defaultdict
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
    ranked = sorted(contributions, key=_rank)
    groups = _Groups([one.publication for one in ranked])
    groups.join_by_numbers()
    groups.join_by_titles()
    parts = ([ranked[place] for place in part] for part in groups.parts())
    return tuple(sorted((_joined(part) for part in parts), key=lambda one: one.id))


def _rank(one: Contribution) -> tuple[int, str, int, str, str]:
    return (one.own, one.document, one.number, one.given, repr(one.publication))


class _Groups:
    """Which of some publications, by their places, are the same: a union-find over their keys.

    Of each group it knows the PMIDs and the DOIs, two of each at most: more make no difference.
    """

    def __init__(self, publications: Sequence[Publication]) -> None:
        self._above = list(range(len(publications)))
        self._titles = [one.title_key for one in publications]
        self._pmids = [{one.pmid} - {""} for one in publications]
        self._dois = [{one.doi.lower()} - {""} for one in publications]

    def parts(self) -> Iterable[list[int]]:
        """Give the places of each group, in their order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            found[self._root(place)].append(place)
        return found.values()

    def join_by_numbers(self) -> None:
        """Join what shares a PMID or DOI; what has neither joins its like by title."""
        sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, title in enumerate(self._titles):
            keys = [("PMID", pmid) for pmid in self._pmids[place]]
            keys += [("DOI", doi) for doi in self._dois[place]]
            for key in keys or [("TITLE", title)]:
                sharing[key].append(place)
        for places in sharing.values():
            self._join(places)

    def join_by_titles(self) -> None:
        """Join what shares a title, in the order of the titles, unless two numbers would meet."""
        sharing: dict[str, list[int]] = defaultdict(list)
        for place, title in enumerate(self._titles):
            if title:
                sharing[title].append(place)
        for _, places in sorted(sharing.items()):
            roots = {self._root(place) for place in places}
            pmids = set().union(*(self._pmids[root] for root in roots))
            dois = set().union(*(self._dois[root] for root in roots))
            if len(pmids) < 2 and len(dois) < 2:  # noqa: PLR2004 - two numbers, two papers
                self._join(sorted(roots))

    def _join(self, places: Sequence[int]) -> None:
        for place in places[1:]:
            one, other = self._root(places[0]), self._root(place)
            if one != other:
                self._above[other] = one
                for known in (self._pmids, self._dois):
                    known[one] = set(sorted(known[one] | known[other])[:2])

    def _root(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place


def _joined(part: Sequence[Contribution]) -> Joined:
    """Make one publication of contributions in the order of their rank."""
    fields = [one.publication for one in part]
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
