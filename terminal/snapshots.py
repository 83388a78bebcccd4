"""The command that draws a neighbourhood into files: snapshot."""

from pathlib import Path
from typing import Annotated

import typer

from archive.freeze import freeze
from figures.geometry import compose
from figures.png import png
from figures.style import themes
from figures.svg import svg
from graph.ask.neighbourhood import neighbourhood
from graph.errors import LoadError
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot
from terminal.output import print_json, print_text
from terminal.session import Json, opened, settings_of

FORMATS = ("svg", "png", "json")


def snapshot(
    context: typer.Context,
    around: Annotated[list[str], typer.Option(help="CURIE of an entity; may be repeated.")],
    format: Annotated[str, typer.Option(help="svg, png, json, with commas.")] = "svg",
    out: Annotated[Path, typer.Option(help="Folder for the files.")] = Path(),
    title: Annotated[str, typer.Option(help="Title; by default the entities' names.")] = "",
    theme: Annotated[str, typer.Option(help="light or projector.")] = "light",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Neighbours drawn.")] = 30,
    width: Annotated[int, typer.Option(min=320, max=7680, help="Pixels of the PNG.")] = 1920,
    json: Json = False,
) -> None:
    """Draw the neighbourhood of an entity with title, legend and numbered sources."""
    formats = _checked(format, FORMATS, "--format")
    _checked(theme, tuple(themes()), "--theme")
    with opened(settings_of(context), "reader") as store:
        subgraph = neighbourhood(store, around, limit)
        names = ", ".join(subgraph.entity(id_).name for id_ in around)
        focus = [EntityId(id_) for id_ in around]
        frozen = freeze(store, subgraph, title or _capital(names), theme=theme, focus=focus)
    files = _write(frozen, formats, out, width)
    if json:
        print_json({"id": frozen.id, "files": [str(path) for path in files]})
        return
    for path in files:
        print_text(str(path))


def _checked(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    strange = [part for part in chosen if part not in known]
    if strange or not chosen:
        raise typer.BadParameter(
            f"{option} {text!r} is not among {', '.join(known)}", param_hint=option
        )
    return chosen


def _write(frozen: Snapshot, formats: tuple[str, ...], out: Path, width: int) -> list[Path]:
    """Draw everything first, then write, so that a failure leaves no half of a file."""
    drawn = compose(frozen)
    content = {
        "svg": lambda: svg(drawn).encode("utf-8"),
        "png": lambda: png(drawn, width),
        "json": lambda: frozen.to_json().encode("ascii"),
    }
    ready = {out / f"gutgraph-{frozen.short_id}.{name}": content[name]() for name in formats}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, data in ready.items():
            _put(path, data)
    except OSError as error:
        reason = f"The figure cannot be written there ({error.strerror})"
        raise LoadError(str(out), reason, "Choose another folder with --out.") from error
    return list(ready)


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
