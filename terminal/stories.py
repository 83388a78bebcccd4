"""Commands on stories: list, save, export, delete."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from archive import stories as archive
from archive.addresses import snapshot_link
from figures.story import story_format
from graph.model.story import Story
from terminal.deleting import Yes, delete_kept
from terminal.figure_files import say_written, write_bytes
from terminal.figure_options import (
    Aspect,
    Out,
    Template,
    Transparent,
    Without,
    figure_options,
)
from terminal.output import print_json, print_table, print_text
from terminal.session import Json, opened, settings_of
from terminal.snapshots import text_of

app = typer.Typer(no_args_is_help=True, help="Figures told step by step.")

Id = Annotated[str, typer.Argument(help="A story's id, or the beginning of it.")]


@app.command("list")
def list_(context: typer.Context, json: Json = False) -> None:
    """List the stories, the one saved last first."""
    with opened(settings_of(context), "reader") as store:
        kept = archive.listed(store)
    if json:
        print_json([asdict(one) for one in kept])
        return
    print_table(
        ("id", "title", "steps", "saved", "snapshot"),
        (
            (
                one.short_id,
                one.title,
                one.steps,
                one.changed[:16].replace("T", " "),
                one.snapshot[:8],
            )
            for one in kept
        ),
        empty="No story is kept yet. Make one on the Stories page of: gutgraph serve",
    )


@app.command()
def save(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A story as JSON.")],
    replaces: Annotated[str, typer.Option(help="Id of the story it takes the place of.")] = "",
    json: Json = False,
) -> None:
    """Keep a story from a file; its snapshot must be kept."""
    story = Story.from_json(text_of(file, "story"))
    with opened(settings_of(context), "writer") as store:
        kept = archive.keep(store, story, replaces)
    if json:
        print_json(asdict(kept))
    else:
        print_text(kept.id)


@app.command()
def export(
    context: typer.Context,
    id: Id,
    format: Annotated[str, typer.Argument(help="html, pptx, reveal or json.")],
    out: Out = Path(),
    aspect: Aspect = "",
    transparent: Transparent = False,
    without: Without = "",
    template: Template = None,
    json: Json = False,
) -> None:
    """Write a story as a file."""
    settings = settings_of(context)
    form = story_format(format.lower())
    asked = {"aspect": aspect, "without": without}
    options = figure_options(asked, template, transparent=transparent)
    with opened(settings, "reader") as store:
        story, snapshot = archive.read(store, id)
    options = replace(options, link=snapshot_link(settings.public_url, snapshot.id))
    path = out / f"gutgraph-story-{story.short_id}.{form.suffix}"
    write_bytes({path: form.draw(story, snapshot, options)}, out)
    say_written(story.id, [path], form.advice(story, snapshot, options), json=json)


@app.command()
def delete(context: typer.Context, id: Id, yes: Yes = False, json: Json = False) -> None:
    """Delete a story; asks first. Its snapshot stays."""
    delete_kept(context, id, archive.described, archive.delete, yes=yes, json=json)
