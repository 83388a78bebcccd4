"""Made inputs in two versions, long enough that a load of them has many parts to be killed in."""

import random
from pathlib import Path
from typing import Final

VERSIONS: Final = ("first", "second")
BATCH: Final = 40
_ROWS: Final = 60
_HEADER: Final = "subject,subject_name,predicate,object,object_name,pmid,quote"


def write(folder: Path, version: str) -> Path:
    """Write a version of the documents into the folder, in place of the other; names the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a-notes.md").write_text(_prose(version, 5), encoding="utf-8")
    (folder / "b-table.csv").write_text(_table(version), encoding="utf-8")
    (folder / "c-page.md").write_text(_prose(version, 2), encoding="utf-8")
    return folder


def _table(version: str) -> str:
    """A third of the rows is in both versions; the claims and publications are shared anyway."""
    rows = [_HEADER]
    for number in range(_ROWS):
        said = "both versions" if number % 3 == 0 else f"the {version} version"
        drawn = random.Random(f"{number} of {said}")
        taxon, disease = drawn.randrange(20), drawn.randrange(5)
        predicate = drawn.choice(("INCREASED_IN", "DECREASED_IN", "ASSOCIATED_WITH"))
        rows.append(
            f"NCBITaxon:{7_000_000 + taxon},Taxon {taxon},{predicate},"
            f"MONDO:{9_000_000 + disease},Disease {disease},{drawn.randrange(1, 60)},"
            f"Row {number} of {said} says so."
        )
    return "\n".join(rows) + "\n"


def _prose(version: str, sentences: int) -> str:
    said = [
        f"Akkermansia was increased in patients with multiple sclerosis [{number}]. "
        f"Roseburia was decreased in patients with multiple sclerosis in study {number}."
        for number in range(1, sentences + 1)
    ]
    return f"# Taxa in multiple sclerosis, {version}\n\n" + "\n\n".join(said) + "\n"
