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
    """Names and categories by id (in lower case), publications by id; the first row wins.

    Attributes:
        pmids: The PMID that the first row with a DOI gives with it.

    """

    names: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    publications: dict[PublicationId, Publication] = field(default_factory=dict)
    pmids: dict[str, str] = field(default_factory=dict)


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
            if read.pmid and read.doi:
                gathered.pmids.setdefault(read.doi.lower(), read.pmid)
    return gathered


def agreed(read: Publication, gathered: Gathered, problems: Problems) -> Publication:
    """Give all that the table says of a row's publication, or say where rows contradict.

    A spreadsheet that fills a column down counts PMIDs and DOIs up: two papers would become one.
    """
    paper = gathered.publications[read.id]
    for column, mine, first in (
        ("doi", read.doi.lower(), paper.doi.lower()),
        ("title", read.title_key, paper.title_key),
        ("year", read.year, paper.year),
        ("publication_kind", read.kind, paper.kind),
    ):
        if problems.row[column] and mine and first and mine != first:
            said = f"is not what an earlier row says of {paper.id}"
            problems.add(column, said, "Mend the row that is wrong.")
    owner = gathered.pmids.get(read.doi.lower(), read.pmid)
    if read.pmid and read.doi and owner != read.pmid:
        said = f"is that of PMID {owner} in an earlier row"
        problems.add("doi", said, "Mend the row that is wrong.")
    return paper


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
