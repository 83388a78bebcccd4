"""Figures as files: all of them drawn first, then each written whole or not at all."""

from pathlib import Path

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.errors import LoadError
from graph.model.snapshot import Snapshot


def write_files(
    snapshot: Snapshot, formats: tuple[str, ...], out: Path, options: FigureOptions
) -> list[Path]:
    """Write a snapshot in some formats, as `gutgraph-ID.FORMAT` in a folder.

    Raises:
        LoadError: The folder cannot be written; nothing half-written stays.

    """
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
