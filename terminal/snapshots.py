"""The commands that draw, or keep, a neighbourhood: snapshot draw, snapshot save."""

from pathlib import Path
from typing import Annotated, Final
from urllib.parse import parse_qsl, urlsplit

import typer
from typer.core import TyperGroup

from archive.addresses import snapshot_link
from archive.freeze import freeze
from archive.snapshots import Kept, dated, keep
from figures.formats import FORMATS
from figures.style import themes
from graph.ask.neighbourhood import neighbourhood
from graph.engine.store import Store
from graph.errors import LoadError
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot
from graph.settings import Settings
from terminal.figure_files import write_and_say
from terminal.figure_options import (
    Aspect,
    Out,
    Template,
    Transparent,
    Without,
    figure_options,
)
from terminal.output import print_json, print_text
from terminal.session import Json, opened, settings_of
from web.keeping import view_of
from web.picture import figure

Around = Annotated[list[str], typer.Option(help="CURIE of an entity; may be repeated.")]
_LONGEST_TITLE: Final = 200  # characters, as on the page
Title = Annotated[str, typer.Option(help="Title; by default the entities' names.")]
Caption = Annotated[str, typer.Option(help="A sentence below the figure.")]
Theme = Annotated[str, typer.Option(help="light or projector.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="Neighbours drawn.")]


class DrawnByDefault(TyperGroup):
    """`snapshot --around ID` is `snapshot draw --around ID`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the command in that is meant."""
        named = not args or not args[0].startswith("-") or args[0] == "--help"
        return super().parse_args(ctx, args if named else ["draw", *args])


app = typer.Typer(
    no_args_is_help=True,
    cls=DrawnByDefault,
    help="Draw figures; keep, list, compare and export snapshots.",
)


@app.command()
def draw(
    context: typer.Context,
    around: Around,
    format: Annotated[str, typer.Option(help="Formats, with commas.")] = "svg",
    out: Out = Path(),
    title: Title = "",
    caption: Caption = "",
    theme: Theme = "light",
    limit: Limit = 30,
    width: Annotated[int, typer.Option(min=320, max=3840, help="Pixels of the PNG.")] = 1920,
    aspect: Aspect = "",
    transparent: Transparent = False,
    without: Without = "",
    template: Template = None,
    json: Json = False,
) -> None:
    """Draw the neighbourhood of an entity with title, legend and numbered sources."""
    formats = _checked(format, tuple(FORMATS), "--format")
    _checked(theme, tuple(themes()), "--theme")
    asked = {"aspect": aspect, "pixels": str(width), "without": without}
    options = figure_options(asked, template, transparent=transparent)
    with opened(settings_of(context), "reader") as store:
        frozen = dated(store, _frozen(store, around, limit, title, caption, theme))
    write_and_say(frozen, formats, out, options, json=json)


@app.command()
def save(
    context: typer.Context,
    around: Annotated[
        list[str] | None, typer.Option(help="CURIE of an entity; may be repeated.")
    ] = None,
    view: Annotated[str, typer.Option(help="The link of a view, as Share copies it.")] = "",
    file: Annotated[Path | None, typer.Option(help="A snapshot as JSON.")] = None,
    title: Title = "",
    caption: Caption = "",
    theme: Theme = "light",
    limit: Limit = 30,
    name: Annotated[str, typer.Option(help="Its name in the gallery.")] = "",
    notes: Annotated[str, typer.Option(help="Notes beside it.")] = "",
    json: Json = False,
) -> None:
    """Keep a snapshot in the graph: of a neighbourhood, of a view, or from a file."""
    if sum(map(bool, (around, view, file))) != 1:
        raise typer.BadParameter("give one of --around, --view and --file")
    _checked(theme, tuple(themes()), "--theme")
    settings = settings_of(context)
    with opened(settings, "writer") as store:
        if file:
            frozen = Snapshot.from_json(text_of(file, "snapshot"))
        elif view:
            frozen = figure(store, view_of(_query(view), settings.data), title, caption)
        else:
            frozen = _frozen(store, around or [], limit, title, caption, theme)
        kept = keep(store, frozen, name, notes)
    _say(kept, settings, json=json)


def _say(kept: Kept, settings: Settings, *, json: bool) -> None:
    link = snapshot_link(settings.public_url, kept.id)
    if json:
        print_json({"id": kept.id, "link": link, "name": kept.name, "created": kept.created})
    else:
        print_text(kept.id)
        print_text(link or f"gutgraph snapshot export {kept.short_id} svg")


def _frozen(
    store: Store, around: list[str], limit: int, title: str, caption: str, theme: str
) -> Snapshot:
    if len(title) > _LONGEST_TITLE:
        raise typer.BadParameter(f"--title has {len(title)} characters; {_LONGEST_TITLE} at most")
    subgraph = neighbourhood(store, around, limit)
    names = ", ".join(subgraph.entity(id_).name for id_ in around)
    focus = [EntityId(id_) for id_ in around]
    shown = title or _capital(names)
    return freeze(store, subgraph, shown, theme=theme, focus=focus, caption=caption)


def _query(link: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(link).query or link.lstrip("?")))


def text_of(path: Path, kind: str) -> str:
    """Read a file of JSON.

    Raises:
        LoadError: It cannot be read.

    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        way_out = f"Give a file that `gutgraph {kind} export ID json` wrote."
        raise LoadError(str(path), f"it cannot be read ({error})", way_out) from error


def _checked(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    strange = [part for part in chosen if part not in known]
    if strange or not chosen:
        raise typer.BadParameter(
            f"{option} {text!r} is not among {', '.join(known)}", param_hint=option
        )
    return chosen


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
