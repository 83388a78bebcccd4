"""The linter: the shipped tables are clean, and each kind of mistake is named with its place."""

from pathlib import Path

from loaders.prose.lint import lint, main

RULE = """\
rules:
  - id: sample
    patterns: ["{A:Chemical} @aux@verb(causes) {B:Disease}"]
    claims: [A CAUSES B]
    yes:
      - text: Gliadin causes colitis.
        claims: [GUT:gliadin CAUSES GUT:colitis]
"""


def _problems(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "sample.yaml").write_text(text, encoding="utf-8")
    return [str(one) for one in lint(rules=tmp_path)]


def test_shipped_rules_fire_on_their_examples_and_on_no_counter_example() -> None:
    assert lint() == []
    assert main() == 0


def test_unknown_category_predicate_and_entity_are_named_together(tmp_path: Path) -> None:
    text = RULE.replace("A:Chemical", "A:Thing").replace(
        "[A CAUSES B]", "[A HARMS B, A CAUSES X:1]"
    )
    assert _problems(tmp_path, text) == [
        "sample.yaml:2: predicate 'HARMS' is not in predicates.tsv",
        "sample.yaml:2: entity 'X:1' is not in entities.tsv",
        "sample.yaml:2: rule 'sample': 'Thing' is no category and no group of categories",
    ]


def test_bad_regular_expression_is_named(tmp_path: Path) -> None:
    problems = _problems(tmp_path, RULE.replace("@aux@verb", "(@aux@verb"))
    assert problems[0].startswith(
        "sample.yaml:2: rule 'sample': missing ), unterminated subpattern"
    )


def test_repeated_rule_is_named_with_both_places(tmp_path: Path) -> None:
    problems = _problems(tmp_path, RULE + RULE.removeprefix("rules:\n"))
    assert "sample.yaml:8: rule 'sample' is also at sample.yaml:2" in problems


def test_rule_that_never_fires_on_its_examples_is_named(tmp_path: Path) -> None:
    problems = _problems(tmp_path, RULE.replace("Gliadin causes colitis", "Gliadin is here"))
    assert problems == [
        "sample.yaml:6: 'sample' misses GUT:gliadin CAUSES GUT:colitis",
        "sample.yaml:2: rule 'sample' never fires on its own examples",
    ]


def test_duplicate_term_and_unknown_entity_are_named(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text(
        "forms:\n  - id: GUT:leaky-gut\n    forms: [leak]\n"
        "  - id: GUT:no-such\n    forms: [Leak]\n",
        encoding="utf-8",
    )
    problems = [str(one) for one in lint(lexicon=path)]
    assert problems == [
        "lexicon.yaml:4: entity 'GUT:no-such' is not in entities.tsv",
        "lexicon.yaml:4: term 'Leak' is already GUT:leaky-gut's (line 2)",
    ]
