"""The golden files of the prose tests; `python -m tests.prose.golden` writes them anew."""

import hashlib
import json
from pathlib import Path
from typing import Any

from loaders.prose.as_json import claim_as_json
from loaders.prose.extraction import Extraction
from tests.prose.material import example, seed

SEED_GOLDEN = Path(__file__).parent / "golden_seed.json"
EXAMPLE_GOLDEN = Path(__file__).parent / "golden_example.json"


def seed_rows(extraction: Extraction) -> list[dict[str, Any]]:
    """What the seed says, without its sentences: ids, offsets, stance and hash of each quote."""
    rows = []
    for stated in extraction.stated:
        evidence = stated.evidence
        rows.append(
            {
                "claim": evidence.claim.id,
                "evidence": evidence.id,
                "start": evidence.start,
                "end": evidence.end,
                "stance": evidence.stance,
                "negation": evidence.negation,
                "certainty": evidence.certainty,
                "status": evidence.status,
                "inferred": evidence.inferred,
                "cited": list(evidence.cited),
                "quote_sha256": hashlib.sha256(evidence.quote.encode()).hexdigest(),
            }
        )
    return rows


def example_rows(extraction: Extraction) -> list[dict[str, Any]]:
    """What the shipped example says, in full."""
    return [claim_as_json(stated) for stated in extraction.stated]


def read(path: Path) -> list[dict[str, Any]]:
    """Read a golden file."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def main() -> None:
    """Write both golden files."""
    for path, rows in (
        (SEED_GOLDEN, seed_rows(seed())),
        (EXAMPLE_GOLDEN, example_rows(example())),
    ):
        path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
