"""The examples of rules: what is expected of a text, and what is found in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.prose.extraction import Stated, extract


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A claim as an example writes it: ends, predicate, and how it is meant where it matters."""

    subject: str
    predicate: str
    object: str
    how: str = "asserted"

    def __str__(self) -> str:
        how = "" if self.how == "asserted" else f" {self.how}"
        return f"{self.subject} {self.predicate} {self.object}{how}"


@dataclass(frozen=True, slots=True)
class Found:
    """A claim found, with the rule that found it."""

    expected: Expected
    rule: str


def expected_of(claim: str) -> Expected:
    """Read `SUBJECT PREDICATE OBJECT [refutes | suggested | proposed | aim | title …]`."""
    return Expected(*claim.split())


def found_in(example: Mapping[str, Any]) -> list[Found]:
    """Read an example's text, under its heading if it has one."""
    heading = f"# {example['heading']}\n\n" if "heading" in example else ""
    extraction = extract(heading + str(example["text"]), Path("example.md"))
    return [Found(_expected(stated), stated.evidence.rule) for stated in extraction.stated]


def _expected(stated: Stated) -> Expected:
    evidence = stated.evidence
    how = evidence.certainty
    if evidence.status != "finding":
        how = evidence.status
    elif evidence.stance == "refutes":
        how = "refutes"
    return Expected(evidence.subject, evidence.claim.predicate, evidence.object, how)
