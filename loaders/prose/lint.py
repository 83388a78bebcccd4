"""The linter of the prose loader's tables: every problem at once, with file and line.

Run it as `python -m loaders.prose.lint`; it ends with 1 when it finds something.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph.model import vocabulary
from graph.model.evidence import CERTAINTIES, NEGATIONS
from graph.model.known import entities
from loaders.prose.examples import Expected, expected_of, found_in
from loaders.prose.lexicon import expand, key_of
from loaders.prose.patterns import BadPattern
from loaders.prose.rules import KEYS, RULES, keys, rule_of, rule_rows
from loaders.prose.tables import FOLDER, LINE, read_yaml, table

_REQUIRED: Final = ("id", "patterns", "claims", "yes")
_WORD_LISTS: Final = ("dropped", "measures", "aspects", "people", "ranks", "classes", "examples")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}"


def lint(rules: Path = RULES, lexicon: Path = FOLDER / "lexicon.yaml") -> list[Problem]:
    """Check the lexicon, the rules and the word lists; give every problem, in file order."""
    return [*_lexicon_problems(lexicon), *_word_problems(), *_rule_problems(rules)]


def main() -> int:
    """Print the problems; return the exit code."""
    problems = lint()
    for problem in problems:
        print(problem)  # noqa: T201 - this is what a linter is for
    return 1 if problems else 0


def _lexicon_problems(path: Path) -> Iterator[Problem]:
    seen: dict[str, tuple[str, int]] = {}
    for row in read_yaml(path).get("forms", ()):
        line = row[LINE]
        turned = row.get("turned", {})
        for id_ in sorted({str(row.get("id")), str(turned.get("to", row.get("id")))}):
            if id_ not in entities():
                yield Problem(path.name, line, f"entity {id_!r} is not in entities.tsv")
        for template in (*row.get("forms", ()), *turned.get("forms", ())):
            for form in expand(template):
                other, first = seen.setdefault(key_of(form), (row["id"], line))
                if other != row["id"]:
                    yield Problem(
                        path.name, line, f"term {form!r} is already {other}'s (line {first})"
                    )
    for row in read_yaml(path).get("guards", ()):
        yield from _regex_problems(path, row[LINE], str(row.get("unless", "")))


def _word_problems() -> Iterator[Problem]:
    for name in _WORD_LISTS:
        words: list[str] = table("shapes.yaml")[name]
        for word in sorted({word for word in words if words.count(word) > 1}):
            yield Problem("shapes.yaml", 1, f"{name} names {word!r} twice")


def _regex_problems(path: Path, line: int, pattern: str) -> Iterator[Problem]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield Problem(path.name, line, f"{pattern!r} is no regular expression: {error}")


def _rule_problems(folder: Path) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, row in rule_rows(folder):
        place = f"{path.name}:{row[LINE]}"
        broken = list(_shape_problems(path, row))
        id_ = str(row.get("id"))
        if id_ in seen:
            broken.append(Problem(path.name, row[LINE], f"rule {id_!r} is also at {seen[id_]}"))
        seen.setdefault(id_, place)
        yield from broken
        if not broken:
            yield from _example_problems(path, row)


def _shape_problems(path: Path, row: Mapping[str, Any]) -> Iterator[Problem]:
    line = row[LINE]
    for missing in (key for key in _REQUIRED if key not in row):
        yield Problem(path.name, line, f"rule {row.get('id')!r} has no {missing!r}")
    for unknown in sorted(keys(row) - KEYS):
        yield Problem(path.name, line, f"rule {row.get('id')!r} has an unknown key {unknown!r}")
    if row.get("certainty", CERTAINTIES[0]) not in CERTAINTIES:
        yield Problem(path.name, line, f"certainty {row['certainty']!r} is none of {CERTAINTIES}")
    if row.get("negation", "") not in NEGATIONS:
        yield Problem(path.name, line, f"negation {row['negation']!r} is none of {NEGATIONS}")
    for claim in row.get("claims", ()):
        yield from _claim_problems(path, row, str(claim))
    try:
        if all(key in row for key in _REQUIRED):
            rule_of(row)
    except (BadPattern, IndexError) as error:
        yield Problem(path.name, line, f"rule {row.get('id')!r}: {error}")


def _claim_problems(path: Path, row: Mapping[str, Any], claim: str) -> Iterator[Problem]:
    parts = claim.split()
    if len(parts) != 3:  # noqa: PLR2004 - subject, predicate, object
        yield Problem(path.name, row[LINE], f"claim {claim!r} is not SUBJECT PREDICATE OBJECT")
        return
    if parts[1] not in vocabulary.predicates() and parts[1] not in {"IN", "EFFECT"}:
        yield Problem(path.name, row[LINE], f"predicate {parts[1]!r} is not in predicates.tsv")
    written = " ".join([*map(str, row.get("patterns", ())), str(row.get("heading", ""))])
    for end in (parts[0], parts[2]):
        if ":" in end and end not in entities():
            yield Problem(path.name, row[LINE], f"entity {end!r} is not in entities.tsv")
        elif ":" not in end and f"{{{end}" not in written and f"@{end}" not in written:
            yield Problem(path.name, row[LINE], f"no pattern of {row.get('id')!r} has {end!r}")


def _example_problems(path: Path, row: Mapping[str, Any]) -> Iterator[Problem]:
    fired = False
    for example in row["yes"]:
        found = found_in(example)
        fired = fired or any(one.rule == row["id"] for one in found)
        wanted = {expected_of(claim) for claim in example["claims"]}
        got = {one.expected for one in found if one.rule != "such-as"}
        for claim in sorted(map(str, wanted - got)):
            yield Problem(path.name, example[LINE], f"{row['id']!r} misses {claim}")
        for claim in sorted(map(str, got - wanted)):
            yield Problem(path.name, example[LINE], f"{row['id']!r} finds too much: {claim}")
    if not fired:
        yield Problem(path.name, row[LINE], f"rule {row['id']!r} never fires on its own examples")
    for text in row.get("no", ()):
        for one in found_in({"text": text}):
            if one.rule == row["id"]:
                yield Problem(
                    path.name, row[LINE], f"{row['id']!r} fires on its 'no': {one.expected}"
                )


__all__ = ["Expected", "Problem", "lint", "main"]

if __name__ == "__main__":
    sys.exit(main())
