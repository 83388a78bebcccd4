"""Rules: read from rules/*.yaml and compiled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from loaders.prose.patterns import compile_pattern
from loaders.prose.tables import FOLDER, LINE, read_yaml

RULES: Final = FOLDER / "rules"
KEYS: Final = frozenset(
    [
        "id",
        "patterns",
        "claims",
        "certainty",
        "negation",
        "heading",
        "chain",
        "title",
        "denied_only",
        "yes",
        "no",
    ]
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        patterns: Any of them, over a masked sentence.
        claims: What it claims, as (subject, predicate, object): slots of the pattern, or ids.
        certainty: The strongest certainty it can have.
        negation: Set where the pattern itself denies.
        heading: Finds in the section's heading the slot that the patterns leave out.
        chain: Its subject goes on to further verbs ("A reduces B and inhibits C").
        title: For the titles of references only.
        denied_only: Fires only where the sentence denies.

    """

    id: str
    patterns: tuple[re.Pattern[str], ...]
    claims: tuple[tuple[str, str, str], ...]
    certainty: str = "asserted"
    negation: str = ""
    heading: re.Pattern[str] | None = None
    chain: bool = False
    title: bool = False
    denied_only: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """Read the shipped rules, in their order, once."""
    return tuple(rule_of(row) for _path, row in rule_rows())


def rule_rows(folder: Path = RULES) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield each rule as written, with its file."""
    for path in sorted(folder.glob("*.yaml")):
        for row in read_yaml(path).get("rules", ()):
            yield path, row


def rule_of(row: Mapping[str, Any]) -> Rule:
    """Compile a rule as written.

    Raises:
        BadPattern: One of its patterns cannot be compiled.

    """
    heading = row.get("heading")
    return Rule(
        id=str(row["id"]),
        patterns=tuple(compile_pattern(pattern) for pattern in row["patterns"]),
        claims=tuple(_claim(claim) for claim in row["claims"]),
        certainty=row.get("certainty", "asserted"),
        negation=row.get("negation", ""),
        heading=compile_pattern(heading.lower() if "{" not in heading else heading)
        if heading
        else None,
        chain=bool(row.get("chain", False)),
        title=bool(row.get("title", False)),
        denied_only=bool(row.get("denied_only", False)),
    )


def keys(row: Mapping[str, Any]) -> set[str]:
    """Give the keys a rule is written with."""
    return {str(key) for key in row if key != LINE}


def _claim(words: str) -> tuple[str, str, str]:
    parts = words.split()
    return parts[0], parts[1], parts[2]
