"""Two small documents that share a publication, a claim and entities."""

import hashlib

from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity, Mention
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId, PublicationId
from graph.model.publication import Citation, Publication
from graph.model.record import Record

MS = "MONDO:0005301"
AKKERMANSIA = "NCBITaxon:239934"
UP = f"{AKKERMANSIA}~INCREASED_IN~{MS}"
DOWN = f"{AKKERMANSIA}~DECREASED_IN~{MS}"


def document(
    id_: str, text: str | None = None, version: str = "1", publication: Publication | None = None
) -> Document:
    sha256 = hashlib.sha256(f"{version}{text}".encode()).hexdigest()
    return Document(
        DocumentId(id_),
        sha256,
        "text",
        f"Title of {id_}",
        text=text,
        publication=publication,
        loader="sample",
        loader_version="1",
    )


def evidence(
    in_: str,
    claim: str,
    quote: str,
    stance: str = "supports",
    *,
    text: str = "",
    cited: tuple[str, ...] = (),
    status: str = "finding",
    context: Context = Context(),  # noqa: B008 - frozen
) -> Evidence:
    key = Claim.from_id(claim)
    start = text.index(quote) if text else None
    return Evidence(
        key,
        DocumentId(in_),
        key.subject,
        key.object,
        stance,
        "asserted",
        quote=quote,
        start=start,
        end=None if start is None else start + len(quote),
        cited=tuple(PublicationId(id_) for id_ in cited),
        status=status,
        context=context,
    )


def define(in_: str, id_: str, name: str, category: str = "Gene") -> Definition:
    return Definition(Entity(EntityId(id_), name, category), DocumentId(in_))


def cite(in_: str, number: int | None = None, **fields: object) -> Citation:
    return Citation(DocumentId(in_), Publication(**fields), number)  # type: ignore[arg-type]


def assertion(in_: str, claim: str, infores: str = "infores:ctd") -> Assertion:
    return Assertion(Claim.from_id(claim), DocumentId(in_), infores)


TEXT_A = "Akkermansia rose in MS. GENE1 causes MS."


def document_a() -> list[Record]:
    """Joins PMID 1 and the DOI, which document B cites as two."""
    return [
        document("a", TEXT_A),
        define("a", "X:1", "gene one as a says"),
        Mention(DocumentId("a"), EntityId(MS), (20, 37), (22, 39)),
        cite("a", 1, pmid="1", doi="10.1000/x", title="Of taxa", kind="primary", year=2001),
        cite("a", 2, pmid="1", doi="10.1000/x", title="Of taxa"),
        evidence("a", UP, "Akkermansia rose in MS.", text=TEXT_A, cited=("PMID:1",)),
        evidence("a", f"X:1~CAUSES~{MS}", "GENE1 causes MS.", text=TEXT_A),
        assertion("a", "X:1~ASSOCIATED_WITH~X:2"),
    ]


def document_b() -> list[Record]:
    return [
        document("b"),
        define("b", "X:1", "gene one as b says"),
        cite("b", 1, pmid="1"),
        cite("b", 2, doi="10.1000/X", kind="primary", year=1999),
        evidence("b", DOWN, "It fell.", cited=("DOI:10.1000/x",)),
        evidence("b", UP, "It rose.", cited=("PMID:1",)),
        assertion("b", "X:1~ASSOCIATED_WITH~X:2"),
        assertion("b", f"{MS}~ASSOCIATED_WITH~X:3"),
    ]
