"""The figures of docs/figures.md: `python -m tests.figures.showcase FOLDER` writes them anew."""

import sys
from dataclasses import replace
from pathlib import Path

from figures.formats import FORMATS
from figures.options import FigureOptions
from graph.model.snapshot import Snapshot
from tests.figures.sample import snapshot, story

CAPTION = "Made to show the grammar: the numbers, the dissent and the sources are invented."
NAME = "leaky-gut"


def write(folder: Path) -> list[Path]:
    """Write one figure in every format, and others that show themes, sheets and layouts."""
    folder.mkdir(parents=True, exist_ok=True)
    small = _of(13)
    link = f"https://graph.example.org/snapshots/{small.short_id}"
    plain = FigureOptions(pixels=1280, link=link)
    drawn = {f"{NAME}.{name}": form.draw(small, plain) for name, form in FORMATS.items()}
    whole = _of(None)
    drawn |= {
        "projector.png": _png(_of(13, "projector"), pixels=960),
        "dark.png": _png(_of(13, "dark"), pixels=960),
        "organic.png": _png(replace(_of(6), layout="organic"), pixels=960),
        "full-16x9.png": _png(whole, pixels=1280),
        "full-a4.png": _png(whole, pixels=1280, aspect="a4"),
        "square.png": _png(_of(6), pixels=720, aspect="1:1"),
    }
    for name, data in drawn.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in drawn]


def _of(most: int | None, theme: str = "light") -> Snapshot:
    return replace(snapshot(story(most), theme), caption=CAPTION)


def _png(taken: Snapshot, *, pixels: int, aspect: str = "16:9") -> bytes:
    return FORMATS["png"].draw(taken, FigureOptions(pixels=pixels, aspect=aspect))


if __name__ == "__main__":
    for path in write(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
