"""The page on failures says what the tests saw, row by row."""

import re

import pytest

from tests.failures import FAILURES, table
from tests.house.project import ROOT

PAGE = ROOT / "docs/failures.md"


def test_the_page_has_the_table() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "".join(re.findall(r"^\|.*\n", text, re.M)) == table()


@pytest.mark.parametrize("name", FAILURES)
def test_some_test_makes_it_happen_and_reads_what_is_said(name: str) -> None:
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    assert any(f'seen("{name}", ' in text for text in tests)
