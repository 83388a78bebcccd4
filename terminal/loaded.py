"""How the inputs of a load are told: for people, and as JSON."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import asdict
from typing import Any, Final

from graph.model.document import Document
from loaders.report import LoadedInput
from terminal.output import note, print_text

# Rejected rows printed for each input; the rejects file has them all.
_SHOWN_REJECTS: Final = 20
# What is said of a document, by what became of it; `read` is all that is known without a graph.
_LOADED: Final = {"loaded": "Loaded", "replaced": "Replaced", "unchanged": "Unchanged"}
_TRIED: Final = {
    "loaded": "Would load",
    "replaced": "Would replace",
    "unchanged": "Unchanged",
    "read": "Read",
}


def print_loaded(one: LoadedInput, *, tried: bool = False) -> None:
    """Print what became of an input, or of one that was only tried what would."""
    words, width = (_TRIED, 14) if tried else (_LOADED, 10)
    if one.error is not None:
        print_text(f"{'Refused':{width}}{one.error}", style="red")
    for report in one.documents:
        print_text(
            f"{words[report.outcome]:{width}}{report.document}: {report.evidence} statements, "
            f"{report.mentions} entities named, {report.citations} citations"
        )


def print_rejected(one: LoadedInput, *, tried: bool = False) -> None:
    """Print the first rows that were not loaded, with the way out, and where all of them are."""
    for rejected in one.rejects[:_SHOWN_REJECTS]:
        print_text(f"Rejected {one.path}:{rejected}", style="red")
    if one.rejected:
        where = f"; all of them, with the way out: {one.rejects_file}" if one.rejects_file else ""
        verb = "would not be" if tried else "were not"
        print_text(f"{one.rejected} of {one.rows} rows {verb} loaded{where}", style="red")
    if one.trouble:
        print_text(one.trouble, style="red")


def loaded_as_json(one: LoadedInput) -> dict[str, Any]:
    """Lay out what became of an input."""
    return {
        "path": str(one.path),
        "documents": [asdict(report) for report in one.documents],
        "error": str(one.error) if one.error else None,
        "rows": one.rows,
        "rejected": one.rejected,
        "rejects": [asdict(rejected) for rejected in one.rejects],
        "rejects_file": str(one.rejects_file) if one.rejects_file else None,
        "trouble": one.trouble,
    }


def note_twins(new: Set[str], documents: Iterable[Document]) -> None:
    """Say which of the new documents has the bytes and title of another one.

    Args:
        new: Ids of the documents that came, or would come.
        documents: All documents there are then.

    """
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in documents:
        alike[one.sha256, one.title].append(one.id)
    for ids in alike.values():
        *others, last = sorted(ids, key=new.__contains__)
        if others and last in new:
            note(
                f"{last} is the same, byte for byte, as {others[0]}: what it says counts twice. "
                f'Take one out: gutgraph forget "{last}"'
            )
