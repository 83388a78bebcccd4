"""The publications the vocabulary knows: verified PMIDs and DOIs, found by title."""

from functools import cache
from types import MappingProxyType

from graph.model.identity import title_key
from graph.model.publication import Publication
from graph.model.vocabulary import read_table


@cache
def publications_by_title() -> MappingProxyType[str, Publication]:
    """Publication by title key, from `vocabulary/publications.tsv`; blank cells are unverified."""
    known = (_publication(row) for row in read_table("publications.tsv"))
    return MappingProxyType({publication.title_key: publication for publication in known})


def known_publication(title: str) -> Publication | None:
    """Find the publication with this very title, dashes, quotes and case aside."""
    return publications_by_title().get(title_key(title))


def _publication(row: dict[str, str]) -> Publication:
    return Publication(
        pmid=row["pmid"],
        doi=row["doi"],
        title=row["title"],
        authors=tuple(part for part in row["authors"].split("|") if part),
        journal=row["journal"],
        year=int(row["year"]) if row["year"] else None,
        kind=row["kind"],
    )
