"""Commands on stories: list, save, export, delete."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from archive import stories as archive
from archive.addresses import snapshot_link
from figures.chosen import options_of
from figures.story import story_format
from graph.model.story import Story
from terminal.archiving import Yes, template_bytes
from terminal.figure_files import write_bytes
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
    out: Annotated[Path, typer.Option(help="Folder for the file.")] = Path(),
    aspect: Annotated[str, typer.Option(help="16:9, 4:3, 1:1 or a4.")] = "",
    template: Annotated[Path | None, typer.Option(help="A .pptx whose look is taken.")] = None,
    json: Json = False,
) -> None:
    """Write a story as a file."""
    settings = settings_of(context)
    form = story_format(format.lower())
    options = options_of({"aspect": aspect})
    with opened(settings, "reader") as store:
        story, snapshot = archive.read(store, id)
    link = snapshot_link(settings.public_url, snapshot.id)
    options = replace(options, link=link, template=template_bytes(template))
    path = out / f"gutgraph-story-{story.short_id}.{form.suffix}"
    write_bytes({path: form.draw(story, snapshot, options)}, out)
    if json:
        print_json({"id": story.id, "files": [str(path)]})
    else:
        print_text(str(path))


@app.command()
def delete(context: typer.Context, id: Id, yes: Yes = False, json: Json = False) -> None:
    """Delete a story; asks first. Its snapshot stays."""
    with opened(settings_of(context), "writer") as store:
        kept = archive.described(store, id)
        if not yes:
            typer.confirm(f"Delete {kept.called} ({kept.short_id})?", abort=True, err=True)
        archive.delete(store, kept.id)
    if json:
        print_json({"deleted": kept.id})
    else:
        print_text(f"Deleted {kept.called} ({kept.short_id})")
