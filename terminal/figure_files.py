"""Figures as files: all of them drawn first, then each written whole or not at all."""

from pathlib import Path

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.errors import LoadError
from graph.model.snapshot import Snapshot
from terminal.output import print_json, print_text


def write_and_say(
    snapshot: Snapshot,
    formats: tuple[str, ...],
    out: Path,
    options: FigureOptions,
    *,
    json: bool,
) -> None:
    """Write a snapshot in some formats, as `gutgraph-ID.FORMAT` in a folder; say where, and advise.

    Raises:
        LoadError: The folder cannot be written; nothing half-written stays.

    """
    files = _write_files(snapshot, formats, out, options)
    sheets = [FORMATS[name] for name in formats if FORMATS[name].seen]
    advice = sheets[0].advice(snapshot, options) if sheets else ""  # the same for each
    say_written(snapshot.id, files, advice, json=json)


def say_written(id_: str, files: list[Path], advice: str, *, json: bool) -> None:
    """Say where files were written, and what keeps them from being read."""
    if json:
        print_json({"id": id_, "files": [str(path) for path in files], "advice": advice})
        return
    for path in files:
        print_text(str(path))
    if advice:
        print_text(advice, style="bold")


def _write_files(
    snapshot: Snapshot, formats: tuple[str, ...], out: Path, options: FigureOptions
) -> list[Path]:
    ready = {
        out / f"gutgraph-{snapshot.short_id}.{name}": FORMATS[name].draw(snapshot, options)
        for name in formats
    }
    write_bytes(ready, out)
    return list(ready)


def write_bytes(ready: dict[Path, bytes], out: Path) -> None:
    """Write files that are ready into a folder, which is made where it is missing."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, data in ready.items():
            _put(path, data)
    except OSError as error:
        reason = f"The figure cannot be written there ({error.strerror})"
        raise LoadError(str(out), reason, "Choose another folder with --out.") from error


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
