"""Commands on kept snapshots: list, show, export, rename, delete, compare, strike."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from archive import snapshots as archive
from archive.addresses import frame_of, snapshot_link
from archive.comparing import Comparison, compare
from archive.since import since
from archive.snapshots import Kept
from archive.striking import quoting, strike
from figures.chosen import format_of
from graph.engine.store import Store
from terminal.deleting import Yes, delete_kept
from terminal.figure_files import write_and_say
from terminal.figure_options import (
    Aspect,
    Out,
    Template,
    Transparent,
    Without,
    figure_options,
)
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, opened, settings_of
from terminal.snapshots import app

__all__ = ["app", "name_quoting"]

Id = Annotated[str, typer.Argument(help="A snapshot's id, or the beginning of it.")]


@app.command("list")
def list_(
    context: typer.Context,
    page: Annotated[int, typer.Option(min=1, help="Page, from 1.")] = 1,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Snapshots a page.")] = archive.PAGE,
    json: Json = False,
) -> None:
    """List the snapshots, newest first."""
    with opened(settings_of(context), "reader") as store:
        gallery = archive.listed(store, page, limit)
    if json:
        print_json({"total": gallery.total, "snapshots": [asdict(one) for one in gallery.kept]})
        return
    print_table(
        ("id", "name", "kept", "entities", "claims", "sources", "data"),
        (_row(one) for one in gallery.kept),
        empty="No snapshot is kept yet. Keep one: gutgraph snapshot save --around MONDO:0005301",
    )


@app.command()
def show(context: typer.Context, id: Id, json: Json = False) -> None:
    """Say what a snapshot holds, where it is found, and what became of its sources since."""
    settings = settings_of(context)
    with opened(settings, "reader") as store:
        kept = archive.described(store, id)
        became = since(store, archive.read(store, kept.id))
    link = snapshot_link(settings.public_url, kept.id)
    frame = frame_of(link, kept.called) if link else ""
    told = asdict(kept) | {"link": link, "frame": frame, "since": became.words}
    if json:
        print_json(
            told
            | {
                "retracted": [one.text for one in became.retracted],
                "forgotten": [one.text for one in became.forgotten],
            }
        )
    else:
        print_table(("", ""), ((key, value) for key, value in told.items() if value != ""))


@app.command()
def export(
    context: typer.Context,
    id: Id,
    format: Annotated[str, typer.Argument(help="The format, svg for one.")],
    out: Out = Path(),
    aspect: Aspect = "",
    pixels: Annotated[str, typer.Option(help="Width of a PNG.")] = "",
    transparent: Transparent = False,
    without: Without = "",
    template: Template = None,
    json: Json = False,
) -> None:
    """Write a kept snapshot as a file."""
    settings = settings_of(context)
    form = format_of(format.lower())
    asked = {"aspect": aspect, "pixels": pixels, "without": without}
    options = figure_options(asked, template, transparent=transparent)
    with opened(settings, "reader") as store:
        snapshot = archive.read(store, id)
    link = snapshot_link(settings.public_url, snapshot.id)
    options = replace(options, link=link)
    write_and_say(snapshot, (form.suffix,), out, options, json=json)


@app.command()
def rename(
    context: typer.Context,
    id: Id,
    name: Annotated[str, typer.Argument(help="Its name in the gallery.")],
    notes: Annotated[str | None, typer.Option(help="Notes beside it.")] = None,
    json: Json = False,
) -> None:
    """Give a snapshot another name, or notes; its id stays."""
    with opened(settings_of(context), "writer") as store:
        kept = archive.describe(store, id, name=name, notes=notes)
    if json:
        print_json(asdict(kept))
    else:
        print_text(f"{kept.short_id} is called {kept.called}")


@app.command()
def delete(context: typer.Context, id: Id, yes: Yes = False, json: Json = False) -> None:
    """Delete a snapshot; asks first."""
    delete_kept(context, id, archive.described, archive.delete, yes=yes, json=json)


@app.command("compare")
def compare_(
    context: typer.Context,
    before: Annotated[str, typer.Argument(help="The earlier snapshot.")],
    after: Annotated[str, typer.Argument(help="The later one.")],
    json: Json = False,
) -> None:
    """Say what came, what went and what changed from one snapshot to another."""
    with opened(settings_of(context), "reader") as store:
        found = compare(archive.read(store, before), archive.read(store, after))
    if json:
        print_json({"words": found.words} | asdict(found))
        return
    print_text(found.words)
    if lines := _lines(found):
        print_table(("", "what"), lines)


@app.command("strike")
def strike_(
    context: typer.Context,
    id: Id,
    document: Annotated[str, typer.Option(help="The document whose quotes go.")],
    json: Json = False,
) -> None:
    """Take a document's quotes out of a snapshot; its old id leads to the new one."""
    with opened(settings_of(context), "writer") as store:
        before = archive.described(store, id)
        after = strike(store, before.id, document)
    if json:
        print_json({"before": before.id, "after": after.id, "struck": after.struck})
    elif after.id == before.id:
        print_text(f"{before.short_id} quotes nothing of {document}")
    else:
        print_text(f"{before.short_id} is now {after.id}")


def name_quoting(store: Store, document: str) -> list[dict[str, Any]]:
    """Name the snapshots that quote a document, with the way to strike the quotes."""
    found = [{"id": one.id, "name": one.called} for one in quoting(store, document)]
    for one in found:
        note(
            f"Snapshot {one['id'][:8]} ({one['name']}) quotes it still. To strike the quotes: "
            f"gutgraph snapshot strike {one['id'][:8]} --document '{document}'"
        )
    return found


def _row(one: Kept) -> tuple[object, ...]:
    when = one.created[:16].replace("T", " ")
    numbers = (one.entities, one.claims, one.sources)
    return (one.short_id, one.called, when, *numbers, one.data_version[:8])


def _lines(found: Comparison) -> list[tuple[str, str]]:
    came = (*found.entities_came, *found.claims_came, *found.sources_came)
    went = (*found.entities_went, *found.claims_went, *found.sources_went)
    changed = (
        (one.text, ", ".join(f"{what} {was} → {now}" for what, was, now in one.differences))
        for one in found.claims_changed
    )
    return [
        *(("came", one.text) for one in came),
        *(("went", one.text) for one in went),
        *(("changed", f"{text}: {differences}") for text, differences in changed),
    ]
