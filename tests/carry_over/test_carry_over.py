"""Rules carry over to text they were not written for: twelve paragraphs annotated blind."""

from pathlib import Path
from typing import Any

import pytest

from loaders.prose.as_json import claim_as_json
from loaders.prose.extraction import extract
from tests.carry_over.score import Score, annotations, paragraphs, score


@pytest.fixture(scope="module", name="result")
def _result() -> Score:
    return score({name: rows(name, text) for name, text in paragraphs().items()})


def rows(name: str, text: str) -> list[dict[str, Any]]:
    return [claim_as_json(one) for one in extract(text, Path(name)).stated]


def test_precision_is_what_the_project_promises(result: Score) -> None:
    wrong = [
        f"{row['file']}: {row['subject']['name']} {row['predicate']} {row['object']['name']}"
        for row in result.wrong
    ]
    assert result.precision >= 0.80, wrong


def test_enough_is_found_for_precision_to_mean_something(result: Score) -> None:
    # README.md has every run; fewer than these would be a rule lost.
    assert len(result.right) >= 40
    assert result.recall >= 0.32


def test_every_annotation_stands_in_its_text() -> None:
    texts = paragraphs()
    for name, listed in annotations().items():
        for one in listed:
            assert one["sentence"] in texts[name]
            assert one["subject_text"] in texts[name]
            assert one["object_text"] in texts[name]
