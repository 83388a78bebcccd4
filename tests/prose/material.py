"""What the prose tests read: the seed (outside this repository), the example, and short texts."""

import os
from pathlib import Path

import pytest

from loaders.prose.extraction import Extraction, extract

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "leaky-gut-in-multiple-sclerosis.md"
SEED_NAME = "leaky-gut-in-multiple-sclerosis.txt"


def seed_text() -> str:
    """The seed document; it may not be committed, so it lies in the shared folder."""
    shared = Path(os.environ.get("GUTGRAPH_SHARED", ROOT.parent / "shared"))
    path = shared / "seed" / SEED_NAME
    if not path.exists():
        reason = f"the seed document is not at {path}; set GUTGRAPH_SHARED"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path.read_bytes().decode("utf-8-sig")


def seed() -> Extraction:
    return extract(seed_text(), Path(SEED_NAME))


def example() -> Extraction:
    return extract(EXAMPLE.read_text(encoding="utf-8"), Path(EXAMPLE.name))


def says(text: str, heading: str = "") -> list[str]:
    """Read a text; give its claims as `subject PREDICATE object [how]`."""
    from loaders.prose.examples import found_in

    example = {"text": text} | ({"heading": heading} if heading else {})
    return sorted(str(one.expected) for one in found_in(example))
