"""The command that opens a figure's file back: snapshot open."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from archive.carriers import LARGEST
from archive.changes import Changes, changed_since
from archive.reopen import reopen
from graph.errors import LoadError
from graph.model.snapshot import Snapshot
from terminal.output import print_json, print_table, print_text
from terminal.session import Json, opened, settings_of

_MOST: Final = 20  # lines of each kind


def open_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="An SVG, PNG, PPTX, HTML or JSON made here.")],
    json: Json = False,
) -> None:
    """Say which snapshot a figure's file shows, and what has changed since."""
    snapshot = reopen(_read(file), str(file))
    with opened(settings_of(context), "reader") as store:
        changes = changed_since(store, snapshot)
    if json:
        print_json(_told(snapshot) | {"words": changes.words} | asdict(changes))
        return
    print_table(("", ""), _told(snapshot).items())
    print_text(changes.words)
    if lines := _lines(changes):
        print_table(("", "what"), lines)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
        raise LoadError(str(file), reason, "Give the file of a figure.") from error


def _told(snapshot: Snapshot) -> dict[str, object]:
    return {
        "id": snapshot.id,
        "title": snapshot.title,
        "entities": len(snapshot.subgraph.entities),
        "claims": len(snapshot.subgraph.claims),
        "sources": len(snapshot.citations),
        "data_version": snapshot.data_version,
    }


def _lines(changes: Changes) -> list[tuple[str, str]]:
    kinds = {
        "changed": [one.words for one in changes.claims_changed],
        "gone": [one.text for one in (*changes.claims_went, *changes.entities_went)],
        "came": [one.text for one in changes.claims_came],
        "retracted": [one.text for one in changes.sources.retracted],
        "forgotten": [one.text for one in changes.sources.forgotten],
    }
    return [line for kind, texts in kinds.items() for line in _cut(kind, texts)]


def _cut(kind: str, texts: list[str]) -> list[tuple[str, str]]:
    more = len(texts) - _MOST
    rest = [(kind, f"… and {more:,} more; --json has all")] if more > 0 else []
    return [*((kind, text) for text in texts[:_MOST]), *rest]
