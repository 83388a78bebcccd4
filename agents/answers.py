"""What tools answer: the shapes that HTTP has too, with quotes, and what was cut."""

from pydantic import Field

from shapes.claim import Claim
from shapes.entity import Hit
from shapes.evidence import OpenedClaim
from shapes.neighbourhood import Neighbourhood
from shapes.path import Paths
from shapes.saved import StoredAnswer, StoredQuery
from shapes.shape import Shape
from shapes.table import Table


class Paper(Shape):
    """A publication that a statement stands in or rests on."""

    id: str = Field(description="PMID:…, else DOI:…, else TITLE:…")
    title: str
    year: int | None
    kind: str = Field(description='primary, review, other, or "" where that is not known')
    retracted: bool


class Quote(Shape):
    """One statement behind a claim, in the words of its source."""

    claim: str = Field(description="Id of the claim")
    evidence: str = Field(description="Id of the statement")
    stance: str = Field(description="supports or refutes")
    certainty: str = Field(description="asserted, suggested or proposed; proposed is not shown")
    negation: str = Field(description='denied or not_established where it refutes, else ""')
    counted: bool = Field(description="Whether it counts for or against the claim")
    quote: str = Field(description='The very words of the source; "" for the row of a table')
    start: int | None = Field(description="Where the quote begins in the document's text")
    end: int | None = Field(description="Where it ends, exclusive; both in code points")
    row_key: str = Field(description='The row of a table that it stands in, else ""')
    document: str = Field(description="Id of the document that it stands in")
    title: str = Field(description="The document's title")
    url: str = Field(description='Where the document is, or ""')
    interest: str = Field(description="What the document's publisher sells, if that is known")
    publications: tuple[Paper, ...] = Field(description="Its own paper and those it cites")


class Quoted(Shape):
    """An answer that brings the words behind its claims, and says what was cut."""

    quotes: tuple[Quote, ...] = Field(
        description="The best statement on each side of each claim; the tool evidence has them all"
    )
    cut: str = Field(description='What was left out, and how to see it; "" when nothing was')


class Found(Shape):
    """Entities that a search found."""

    hits: tuple[Hit, ...]
    cut: str = Field(description='What was left out, and how to see it; "" when nothing was')


class Around(Quoted, Neighbourhood):
    """A piece of the graph with the words behind it; the best supported claims first."""


class Opened(OpenedClaim):
    """A claim with its statements, those that count first."""

    cut: str = Field(description='What was left out, and how to see it; "" when nothing was')


class Ways(Quoted, Paths):
    """Paths with the words behind their steps."""


class Disputed(Quoted):
    """Claims that the sources disagree about."""

    claims: tuple[Claim, ...]


class StoredQueries(Shape):
    """The questions that need no Cypher."""

    queries: tuple[StoredQuery, ...]


class StoredRows(Quoted, StoredAnswer):
    """What a saved query answers, with the words behind the claims that it names."""


class Rows(Quoted, Table):
    """What a Cypher query answers, with the words behind the claims that it names."""


def joined(*parts: str) -> str:
    """Say what was cut in one text; "" when nothing was."""
    return "; ".join(part for part in parts if part)
