"""What some rows of a table say of an entity or a publication, for the rows that say less."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model.identity import PublicationId
from graph.model.publication import Publication
from loaders.claims_table.problems import Problems
from loaders.claims_table.table import Row
from loaders.claims_table.values import publication


@dataclass(frozen=True, slots=True)
class Gathered:
    """Names and categories by id (in lower case), and publications by id; the first row wins."""

    names: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    publications: dict[PublicationId, Publication] = field(default_factory=dict)


def gather(rows: Iterable[Row]) -> Gathered:
    """Read every row for what it says of its ends and its publication."""
    gathered = Gathered()
    for row in rows:
        for arm in ("subject", "object"):
            id_ = row[arm].casefold()
            if row[f"{arm}_name"]:
                gathered.names.setdefault(id_, row[f"{arm}_name"])
            if row[f"{arm}_category"]:
                gathered.categories.setdefault(id_, row[f"{arm}_category"])
        read = publication(Problems(row))
        if read is not None:
            former = gathered.publications.get(read.id)
            gathered.publications[read.id] = _joined(former, read) if former else read
    return gathered


def _joined(first: Publication, second: Publication) -> Publication:
    return Publication(
        first.pmid or second.pmid,
        first.doi or second.doi,
        first.title or second.title,
        first.authors or second.authors,
        first.journal or second.journal,
        first.year or second.year,
        first.kind or second.kind,
        first.retracted or second.retracted,
    )
