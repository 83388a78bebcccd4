"""A row into what it states: its entities, its publication and its evidence, or its problems."""

from dataclasses import dataclass

from graph.errors import RecordError
from graph.model.claim import Claim
from graph.model.evidence import (
    CERTAINTIES,
    NEGATIONS,
    PURPOSES,
    STANCES,
    STATUSES,
    Context,
    Evidence,
)
from graph.model.identity import DocumentId
from graph.model.publication import Publication
from loaders.claims_table.entities import Found, entity
from loaders.claims_table.gathered import Gathered, agreed
from loaders.claims_table.predicates import predicate
from loaders.claims_table.problems import Problems
from loaders.claims_table.table import Row
from loaders.claims_table.values import choice, count, p_value, publication
from loaders.rows import Problem, Rejected


@dataclass(frozen=True, slots=True)
class Statement:
    """What one row states; `key` is what tells it from other rows on the same claim."""

    ends: tuple[Found, Found]
    predicate: str
    stance: str
    certainty: str
    negation: str
    status: str
    context: Context
    publication: Publication | None
    row: Row

    @property
    def key(self) -> str:
        """The quote, else the row's own id, else the paper and the groups compared."""
        row = self.row
        if row["quote"] or row["row_id"]:
            return row["quote"] or f"row {row['row_id']}"
        study = ("population", "comparator", "host", "body_site", "method", "section")
        paper = self.publication.id if self.publication else ""
        return "; ".join(part for part in (paper, *(row[column] for column in study)) if part)

    def evidence(self, document: DocumentId, occurrence: int) -> Evidence:
        """Make the evidence.

        Raises:
            RecordError: A value breaks a rule of the model that no column of its own has.

        """
        subject, object_ = self.ends
        return Evidence(
            claim=Claim.of(subject.id, self.predicate, object_.id),
            document=document,
            subject=subject.id,
            object=object_.id,
            stance=self.stance,
            certainty=self.certainty,
            quote=self.row["quote"],
            row_key="" if self.row["quote"] else self.key,
            occurrence=occurrence,
            status=self.status,
            negation=self.negation,
            section=self.row["section"],
            inferred="; ".join(end.match for end in self.ends if end.match),
            extractor="claims table",
            knowledge_level="knowledge_assertion",
            agent_type="manual_agent",
            cited=(self.publication.id,) if self.publication else (),
            context=self.context,
        )


def statement(row: Row, gathered: Gathered) -> Statement | Rejected:
    """Read a row, all of it: everything that is wrong is said at once."""
    problems = Problems(row)
    subject, relation, object_ = (
        entity("subject", problems, gathered),
        predicate(problems),
        entity("object", problems, gathered),
    )
    stance, negation = _stance(problems)
    certainty = choice("certainty", CERTAINTIES, problems, "asserted")
    status = choice("status", STATUSES, problems, "finding")
    context = _context(problems)
    read = publication(problems)
    paper = agreed(read, gathered, problems) if read else None
    _check_source(problems)
    if problems.found or subject is None or object_ is None or relation is None:
        return Rejected(row.line, tuple(problems.found))
    return Statement(
        (subject, object_), relation, stance, certainty, negation, status, context, paper, row
    )


def refused(row: Row, error: RecordError) -> Rejected:
    """Turn what the model says of a row into the row's problems."""
    way_out = "Mend the row."
    return Rejected(row.line, tuple(Problem("", text, "", way_out) for text in error.problems))


def _stance(problems: Problems) -> tuple[str, str]:
    """Read stance and negation: what is denied refutes, unless the row says the contrary."""
    negation = choice("negation", NEGATIONS, problems)
    stance = choice("stance", STANCES, problems, "refutes" if negation else "supports")
    if negation and stance == "supports":
        way_out = "Write refutes for the stance, or leave the negation blank."
        problems.add("negation", "goes with a stance of refutes alone", way_out)
    return stance, negation


def _context(problems: Problems) -> Context:
    row = problems.row
    value, bound = p_value(problems)
    return Context(
        study_type=row["study_type"],
        host=row["host"],
        body_site=row["body_site"],
        population=row["population"],
        comparator=row["comparator"],
        method=row["method"],
        n_cases=count("n_cases", problems),
        n_controls=count("n_controls", problems),
        p_value=value,
        effect=", ".join(part for part in (row["effect"], bound) if part),
        via=row["via"],
        condition=row["condition"],
        purpose=choice("purpose", PURPOSES, problems),
    )


def _check_source(problems: Problems) -> None:
    if not any(problems.row[column] for column in ("pmid", "doi", "title", "quote")):
        way_out = "Give its pmid, doi or title, or at least a quote."
        problems.found.append(Problem("", "The row", "says nothing of where this stands", way_out))
