"""A small invented graph as records: every kind of claim that the page has to show."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import known
from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.publication import Citation, Publication
from graph.model.record import Record

MS = "MONDO:0005301"
LEAKY = "GUT:leaky-gut"
AKKERMANSIA = "NCBITaxon:239934"
COPROCOCCUS = "NCBITaxon:33042"
HOSTILE = Entity(EntityId("GUT:hostile"), "<img src=x onerror=document.title='taken'>", "Chemical")
HOSTILE_QUOTE = (
    "An <script>document.title='taken'</script> odd [chemical](javascript:alert(1)) {{7*7}} "
    "\u202eaffects\u202c MS <svg onload=\"document.title='taken'\">."
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the document, and what it claims."""

    sentence: str
    subject: str
    predicate: str
    object: str
    certainty: str = "asserted"
    cue: str = ""
    stance: str = "supports"
    negation: str = ""
    paper: int = 0


_PAPERS = (
    Publication(
        pmid="90000001",
        doi="10.1000/made.up.1",
        title="Invented stool study one",
        authors=("Doe J", "Roe K"),
        journal="J Inv",
        year=2016,
        kind="primary",
    ),
    Publication(
        pmid="90000002",
        title="Invented stool study two",
        authors=("Poe L",),
        journal="Made Up Med",
        year=2019,
        kind="primary",
    ),
    Publication(doi="10.1000/made.up.3", title="Invented trial", year=2021, kind="primary"),
)

_PAGE = (
    Said(
        "Akkermansia was more abundant in people with MS.", AKKERMANSIA, "INCREASED_IN", MS, paper=1
    ),
    Said(
        "Akkermansia was again raised in a second MS cohort.",
        AKKERMANSIA,
        "INCREASED_IN",
        MS,
        paper=2,
    ),
    Said(
        "Coprococcus was more abundant in MS than in controls.",
        COPROCOCCUS,
        "INCREASED_IN",
        MS,
        paper=1,
    ),
    Said("Roseburia was depleted in MS.", "NCBITaxon:841", "DECREASED_IN", MS, paper=1),
    Said("Streptococcus was raised in MS.", "NCBITaxon:1301", "INCREASED_IN", MS, paper=1),
    Said("Clostridia were lowered in MS.", "NCBITaxon:186801", "DECREASED_IN", MS, paper=2),
    Said("A leaky gut may contribute to MS.", LEAKY, "CONTRIBUTES_TO", MS, "suggested", "may"),
    Said(
        "Dysbiosis appears to cause a leaky gut.",
        "MESH:D064806",
        "CAUSES",
        LEAKY,
        "suggested",
        "appears to",
    ),
    Said("A leaky gut goes along with CNS demyelination.", LEAKY, "ASSOCIATED_WITH", "HP:0007305"),
    Said("Leaky gut is found in IBD.", "MONDO:0005265", "HAS_PHENOTYPE", LEAKY, paper=2),
    Said(
        "Vitamin D has been proposed for leaky gut.",
        "CHEBI:27300",
        "STUDIED_FOR",
        LEAKY,
        "proposed",
        "has been proposed",
    ),
    Said(
        "Zinc has been proposed for leaky gut.",
        "CHEBI:27363",
        "STUDIED_FOR",
        LEAKY,
        "proposed",
        "has been proposed",
    ),
    Said(
        "FMT is under study for MS.",
        "NCIT:C118643",
        "STUDIED_FOR",
        MS,
        "proposed",
        "under study",
        paper=3,
    ),
    Said("Probiotics change the gut microbiota.", "MESH:D019936", "AFFECTS", "MESH:D000069196"),
    Said(
        "The gut microbiota shapes the immune system.",
        "MESH:D000069196",
        "AFFECTS",
        "UBERON:0002405",
    ),
    Said(
        "Microglia can drive CNS demyelination.",
        "CL:0000129",
        "CONTRIBUTES_TO",
        "HP:0007305",
        "suggested",
        "can",
    ),
    Said(
        "Colostrum does not prevent leaky gut.",
        "UBERON:0001914",
        "PREVENTS",
        LEAKY,
        cue="does not",
        stance="refutes",
        negation="denied",
        paper=2,
    ),
    Said(
        "A direct route from stress to MS has not been described.",
        "MESH:D013315",
        "CAUSES",
        MS,
        cue="has not been described",
        stance="refutes",
        negation="not_established",
    ),
    Said(HOSTILE_QUOTE, HOSTILE.id, "AFFECTS", MS),
)
_ANSWER = (
    Said("Coprococcus was lower in MS than in controls.", COPROCOCCUS, "DECREASED_IN", MS, paper=2),
)


def records() -> Iterator[Record]:
    """Two documents that partly disagree."""
    yield from _document(
        "https://example.org/page",
        "A made-up page on <b>leaky gut</b>",
        _PAGE,
        interest="sells food supplements",
    )
    yield from _document("https://example.org/answer", "A made-up answer", _ANSWER)


def _document(id_: str, title: str, said: tuple[Said, ...], interest: str = "") -> Iterator[Record]:
    text = "\n".join(one.sentence for one in said) + "\n"
    document = DocumentId(id_)
    yield Document(
        document,
        hashlib.sha256(text.encode()).hexdigest(),
        "text",
        title,
        url=id_,
        interest=interest,
        text=text,
        loader="sample",
        loader_version="1",
    )
    for id_of_entity in sorted({end for one in said for end in (one.subject, one.object)}):
        entity = known.entities().get(EntityId(id_of_entity), HOSTILE)
        yield Definition(entity, document)
    for number, paper in enumerate(_PAPERS, start=1):
        yield Citation(document, paper, number)
    for one in said:
        yield _evidence(one, document, text)


def _evidence(said: Said, document: DocumentId, text: str) -> Evidence:
    start = text.index(said.sentence)
    return Evidence(
        claim=Claim.of(said.subject, said.predicate, said.object),
        document=document,
        subject=EntityId(said.subject),
        object=EntityId(said.object),
        stance=said.stance,
        certainty=said.certainty,
        quote=said.sentence,
        start=start,
        end=start + len(said.sentence),
        cue=said.cue,
        negation=said.negation,
        section="Findings",
        cited=(_PAPERS[said.paper - 1].id,) if said.paper else (),
    )
