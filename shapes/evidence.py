"""Evidence: one statement with its quote, where it stands, whose it is and what it cites."""

from pydantic import Field

from graph.ask.answers import ClaimEvidence, StatedEvidence
from shapes.claim import Claim, claim_shape
from shapes.entity import Entity
from shapes.shape import Shape


class Source(Shape):
    """The document that a statement stands in."""

    id: str = Field(
        description="Its identity: an address, a PMID, a path as it was given",
        examples=["https://example.org/page"],
    )
    title: str = Field(description="Its title")
    kind: str = Field(description="What was loaded: text, table, bugsigdb, pubmed …")
    url: str = Field(description='Where it is; "" where that is not known')
    licence: str = Field(description='Its licence; "" where that is not known')
    interest: str = Field(description='What its publisher sells; "" where nothing is known')


class Publication(Shape):
    """A paper that a statement stands in or rests on."""

    id: str = Field(description="PMID:…, else DOI:…, else TITLE:…", examples=["PMID:12345678"])
    pmid: str = Field(description='PubMed id, or ""', examples=["12345678"])
    doi: str = Field(description='DOI, or ""', examples=["10.1000/made.up"])
    title: str
    authors: tuple[str, ...]
    journal: str
    year: int | None
    kind: str = Field(description='primary, review, other, or "" where that is not known')
    retracted: bool = Field(description="Whether it was retracted; then it does not count")


class Study(Shape):
    """The study behind a statement, as far as its source tells; "" or null is unknown."""

    study_type: str
    host: str = Field(examples=["human"])
    body_site: str
    population: str
    comparator: str
    method: str
    n_cases: int | None = Field(description="Size of the group with the condition")
    n_controls: int | None = Field(description="Size of the group it is compared with")
    p_value: float | None
    effect: str
    via: str = Field(description="Over what the effect is said to come about")
    condition: str = Field(description="Under which condition the statement holds")
    purpose: str = Field(description="therapy or prophylaxis, where a treatment is meant")


class Verdict(Shape):
    """What a person decided of a statement after reading it."""

    verdict: str = Field(description="accepted or rejected", examples=["rejected"])
    reviewer: str = Field(description="Who")
    at: str = Field(description="When, ISO 8601 in UTC", examples=["2026-11-22T10:00:00.000000Z"])
    note: str = Field(description='Why; "" for nothing said')


class Evidence(Shape):
    """One statement in one source, for or against a claim."""

    id: str = Field(description="Stable id", examples=["EV:0123456789abcdef0123456789abcdef"])
    claim: str = Field(description="Id of the claim")
    subject: str = Field(description="Subject in the order of the sentence, as CURIE")
    object: str = Field(description="Object in the order of the sentence, as CURIE")
    stance: str = Field(description="supports or refutes", examples=["supports"])
    certainty: str = Field(description="asserted, suggested or proposed", examples=["suggested"])
    status: str = Field(description="finding, aim, background or title; only findings count")
    negation: str = Field(description='denied or not_established where it refutes, else ""')
    counted: bool = Field(
        description="Whether it counts: a finding, not rejected, not of a retracted paper"
    )
    quote: str = Field(
        description='The very words of the source; "" for the row of a table',
        examples=["A leaky gut may contribute to MS."],
    )
    start: int | None = Field(description="Where the quote begins in the document's text")
    end: int | None = Field(description="Where it ends, exclusive; both in code points")
    row_key: str = Field(description='The row of a table that it stands in, else ""')
    cue: str = Field(description="The words that hedge or deny", examples=["may"])
    section: str = Field(description="Heading that it stands under")
    inferred: str = Field(description="What was not in the sentence itself")
    extractor: str = Field(description="What read it")
    rule: str = Field(description="The rule that read it")
    knowledge_level: str = Field(description="Biolink's knowledge level")
    agent_type: str = Field(description="Biolink's agent type")
    study: Study
    document: Source
    publications: tuple[Publication, ...] = Field(
        description="Its own paper and those it cites, by id"
    )
    verdict: Verdict | None = Field(description="The review that decides; null where none does")


class OpenedClaim(Shape):
    """A claim with its ends, its opposite and its evidence."""

    claim: Claim
    subject: Entity
    object: Entity
    opposite: Claim | None = Field(
        description="The claim that says the contrary, where the graph has it"
    )
    evidence: tuple[Evidence, ...] = Field(description="Statements that count first")
    total: int = Field(description="How many statements there are", examples=[3])


def opened_shape(found: ClaimEvidence, *, offset: int = 0, limit: int | None = None) -> OpenedClaim:
    """Lay out a claim with its evidence.

    Args:
        found: The claim.
        offset: How many statements to pass over.
        limit: The most statements; None for all.

    """
    names = {str(one.id): one.name for one in (found.subject, found.object)}
    end = None if limit is None else offset + limit
    return OpenedClaim(
        claim=claim_shape(found.claim, names),
        subject=Entity.model_validate(found.subject),
        object=Entity.model_validate(found.object),
        opposite=claim_shape(found.opposite, names) if found.opposite else None,
        evidence=tuple(evidence_shape(one) for one in found.statements[offset:end]),
        total=len(found.statements),
    )


def evidence_shape(stated: StatedEvidence) -> Evidence:
    """Lay out one statement."""
    one = stated.evidence
    return Evidence(
        id=one.id,
        claim=one.claim.id,
        subject=one.subject,
        object=one.object,
        stance=one.stance,
        certainty=one.certainty,
        status=one.status,
        negation=one.negation,
        counted=stated.counts,
        quote=one.quote,
        start=one.start,
        end=one.end,
        row_key=one.row_key,
        cue=one.cue,
        section=one.section,
        inferred=one.inferred,
        extractor=one.extractor,
        rule=one.rule,
        knowledge_level=one.knowledge_level,
        agent_type=one.agent_type,
        study=Study.model_validate(one.context),
        document=Source.model_validate(stated.document),
        publications=tuple(Publication.model_validate(paper) for paper in stated.publications),
        verdict=Verdict.model_validate(stated.verdict) if stated.verdict else None,
    )
