"""The corpus of single sentences: what is read in them, against what a reader takes from them.

`python -m tests.prose.corpus` prints what is missed and what is read too much.
"""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from graph.model import vocabulary
from graph.model.known import entities
from loaders.prose.extraction import extract

CORPUS = Path(__file__).parent / "corpus.yaml"
_SYMMETRIC = "ASSOCIATED_WITH"


@dataclass(frozen=True, slots=True)
class Score:
    """Claims found and wanted, those not found, and those not wanted, each with its sentence."""

    found: int
    wanted: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the wanted claims that were found."""
        return (self.wanted - len(self.missed)) / self.wanted

    @property
    def precision(self) -> float:
        """Share of the found claims that were wanted."""
        return (self.found - len(self.extra)) / self.found


def score() -> Score:
    """Read each sentence of the corpus and compare."""
    found, wanted = 0, 0
    missed: list[str] = []
    extra: list[str] = []
    for row in yaml.safe_load(CORPUS.read_text(encoding="utf-8")):
        for sentence, claims in row.items():
            is_, should = _read(sentence), {_wanted(claim) for claim in claims}
            found, wanted = found + len(is_), wanted + len(should)
            missed += [f"{claim} | {sentence}" for claim in sorted(should - is_)]
            extra += [f"{claim} | {sentence}" for claim in sorted(is_ - should)]
    return Score(found, wanted, tuple(missed), tuple(extra))


def _read(sentence: str) -> set[str]:
    """Give what counts: findings, as "subject PREDICATE object", with "!" where denied."""
    claims = set()
    for stated in extract(sentence, Path("corpus.md")).stated:
        evidence = stated.evidence
        if evidence.status == "finding":
            denied = " !" if evidence.stance == "refutes" else ""
            claims.add(_claim(evidence.subject, evidence.claim.predicate, evidence.object) + denied)
    return claims


def _wanted(claim: str) -> str:
    words = claim.removesuffix(" !").split()
    at = next(place for place, word in enumerate(words) if word in vocabulary.predicates())
    ends = [_ids()[" ".join(part).lower()] for part in (words[:at], words[at + 1 :])]
    return _claim(ends[0], words[at], ends[1]) + (" !" if claim.endswith(" !") else "")


def _claim(subject: str, predicate: str, object_: str) -> str:
    if predicate == _SYMMETRIC:
        subject, object_ = sorted((subject, object_))
    return f"{subject} {predicate} {object_}"


@cache
def _ids() -> dict[str, str]:
    by_name: dict[str, str] = {}
    for entity in entities().values():
        for name in (entity.name, *entity.synonyms):
            by_name.setdefault(name.lower(), entity.id)
    return by_name


def main() -> None:
    """Print what is missed and what is read too much, and the two shares."""
    result = score()
    lines = [f"MISSED {claim}" for claim in result.missed]
    lines += [f"EXTRA  {claim}" for claim in result.extra]
    lines.append(f"recall {result.recall:.2f} precision {result.precision:.2f} of {result.wanted}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
