"""Evidence: one statement in one source."""

from dataclasses import dataclass
from typing import Final

from graph.model.check import require
from graph.model.claim import Claim
from graph.model.identity import DocumentId, EntityId, EvidenceId, PublicationId, evidence_id

STANCES: Final = ("supports", "refutes")
CERTAINTIES: Final = ("asserted", "suggested", "proposed")  # strongest first
STATUSES: Final = ("finding", "aim", "background", "title")
NEGATIONS: Final = ("", "denied", "not_established")
PURPOSES: Final = ("", "therapy", "prophylaxis")
# Biolink 4.4: KnowledgeLevelEnum and AgentTypeEnum.
KNOWLEDGE_LEVELS: Final = (
    "knowledge_assertion",
    "logical_entailment",
    "prediction",
    "statistical_association",
    "observation",
    "not_provided",
)
AGENT_TYPES: Final = (
    "manual_agent",
    "automated_agent",
    "data_analysis_pipeline",
    "computational_model",
    "text_mining_agent",
    "image_processing_agent",
    "manual_validation_of_automated_agent",
    "not_provided",
)


@dataclass(frozen=True, slots=True)
class Context:
    """The study behind a statement, as far as the source tells; "" or None is unknown."""

    study_type: str = ""
    host: str = ""
    body_site: str = ""
    population: str = ""
    comparator: str = ""
    method: str = ""
    n_cases: int | None = None
    n_controls: int | None = None
    p_value: float | None = None
    effect: str = ""
    via: str = ""
    condition: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement in one source, for or against a claim.

    Attributes:
        claim: The canonical claim.
        subject, object: The ends in the order of the sentence, which a symmetric or inverse claim
            may have turned round.
        quote: The words of the source; `text[start:end] == quote`.
        start, end: Code points into the document's text, end exclusive; None for a table row.
        row_key: What identifies a table row, where there is no quote; "" otherwise.
        occurrence: 0-based count of equal quotes for the same claim and stance in the document.
        cue: The words that hedge or deny.
        inferred: What was not in the sentence, e.g. `subject from heading`.
        cited: Publications this statement rests on, as the document's citations name them.

    Raises:
        RecordError: A value breaks a rule; all problems are named.

    """

    claim: Claim
    document: DocumentId
    subject: EntityId
    object: EntityId
    stance: str
    certainty: str
    quote: str = ""
    start: int | None = None
    end: int | None = None
    row_key: str = ""
    occurrence: int = 0
    status: str = "finding"
    cue: str = ""
    negation: str = ""
    section: str = ""
    inferred: str = ""
    extractor: str = ""
    rule: str = ""
    knowledge_level: str = "not_provided"
    agent_type: str = "not_provided"
    cited: tuple[PublicationId, ...] = ()
    context: Context = Context()

    def __post_init__(self) -> None:
        require(
            f"evidence for {self.claim.id} in {self.document!r}",
            (
                (self.stance in STANCES, f"stance {self.stance!r} is none of {STANCES}"),
                (
                    self.certainty in CERTAINTIES,
                    f"certainty {self.certainty!r} is none of {CERTAINTIES}",
                ),
                (self.status in STATUSES, f"status {self.status!r} is none of {STATUSES}"),
                (self.negation in NEGATIONS, f"negation {self.negation!r} is none of {NEGATIONS}"),
                (
                    not self.negation or self.stance == "refutes",
                    f"negation {self.negation!r} on evidence that supports",
                ),
                (
                    {self.subject, self.object} == {self.claim.subject, self.claim.object},
                    "its ends are not those of its claim",
                ),
                (bool(self.quote or self.row_key), "it has neither a quote nor a row key"),
                (self._offsets_fit(), f"offsets {self.start}..{self.end} do not fit the quote"),
                (
                    self.knowledge_level in KNOWLEDGE_LEVELS,
                    f"knowledge level {self.knowledge_level!r}",
                ),
                (self.agent_type in AGENT_TYPES, f"agent type {self.agent_type!r}"),
                (
                    self.context.purpose in PURPOSES,
                    f"purpose {self.context.purpose!r} is none of {PURPOSES}",
                ),
            ),
        )

    @property
    def id(self) -> EvidenceId:
        """Stable under a better extractor and a re-saved page."""
        key = self.quote or self.row_key
        return evidence_id(self.document, self.claim.id, self.stance, key, self.occurrence)

    def _offsets_fit(self) -> bool:
        if self.start is None or self.end is None:
            return self.start is self.end
        return self.start >= 0 and self.end - self.start == len(self.quote)


def check_quote(evidence: Evidence, text: str) -> None:
    """Compare a quote with the text it is said to come from.

    Raises:
        RecordError: They differ; both are shown.

    """
    if evidence.start is None:
        return
    found = text[evidence.start : evidence.end]
    require(
        f"evidence {evidence.id}",
        [
            (
                found == evidence.quote,
                f"quote {evidence.quote!r} is not what stands at {evidence.start}: {found!r}",
            )
        ],
    )
