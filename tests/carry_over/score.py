"""Hold extracted claims against the annotated paragraphs: precision, recall, and every miss."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """What a run over the paragraphs gave. A row is an extracted claim or an annotation."""

    right: tuple[Row, ...]
    wrong: tuple[Row, ...]
    found: tuple[Row, ...]
    missed: tuple[Row, ...]

    @property
    def precision(self) -> float:
        """Share of the extracted claims that a reader accepts."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of the annotated claims that were extracted; optional ones left out."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def paragraphs() -> dict[str, str]:
    """The text of each paragraph by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def annotations() -> dict[str, list[dict[str, Any]]]:
    """The annotated claims of each paragraph by file name."""
    listed = json.loads((FOLDER / "annotations.json").read_text(encoding="utf-8"))
    return {name: entry["claims"] for name, entry in listed.items()}


def score(extracted: Mapping[str, Iterable[Row]]) -> Score:
    """Score extracted claims (the rows of `gutgraph extract --json`) by file name."""
    texts, wanted = paragraphs(), annotations()
    right: list[Row] = []
    wrong: list[Row] = []
    found: list[Row] = []
    missed: list[Row] = []
    for name, text in texts.items():
        rows = [row for row in extracted[name] if row["status"] in {"finding", "background"}]
        for row in rows:
            hit = any(fits(row, one, text) for one in wanted[name])
            (right if hit else wrong).append({"file": name, **row})
        for one in wanted[name]:
            if any(fits(row, one, text) for row in extracted[name]):
                found.append({"file": name, **one})
            elif not one.get("optional"):
                missed.append({"file": name, **one})
    return Score(tuple(right), tuple(wrong), tuple(found), tuple(missed))


def fits(row: Row, one: Row, text: str) -> bool:
    """Say whether an extracted claim says what an annotation says, in the same sentence."""
    if row["stance"] != one["stance"] or not _in_sentence(row, one, text):
        return False
    also = one.get("also", [])
    straight = _same(row["subject"], one, "subject") and _same(row["object"], one, "object")
    turned = _same(row["subject"], one, "object") and _same(row["object"], one, "subject")
    if row["predicate"] == one["predicate"]:
        return straight or (turned and row["predicate"] == "ASSOCIATED_WITH")
    return row["predicate"] in also and (straight or turned)


def _in_sentence(row: Row, one: Row, text: str) -> bool:
    start = text.index(one["sentence"])
    overlaps = row["start"] < start + len(one["sentence"]) and start < row["end"]
    return overlaps or bool(one.get("cross_sentence"))


def _same(entity: Row, one: Row, end: str) -> bool:
    """Same entity: by id, or, where the table of identifiers has none, by its words."""
    if entity["id"] in (one[end], *one.get(f"{end}_also", [])):
        return True
    if not one[end].startswith("?"):
        return False
    found, words = str(entity["text"]).casefold(), str(one[f"{end}_text"]).casefold()
    return found in words or words in found
