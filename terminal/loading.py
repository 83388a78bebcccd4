"""The command that fills the graph: load."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from graph.ask import sources as asking
from graph.ask.overview import overview
from graph.engine.store import Store
from graph.write.lease import Owner
from graph.write.writer import writing
from loaders.rejects import places
from loaders.report import LoadedInput
from loaders.run import load_into, sorted_out
from terminal.loaded import loaded_as_json, note_twins, print_loaded, print_rejected
from terminal.output import note, print_json
from terminal.progress import progress
from terminal.session import Json, opened, settings_of
from terminal.trying import try_load


def load(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing when the graph holds something.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and check, say what it would do, write nothing.")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(help="Folder for the rows not loaded (else beside each file)."),
    ] = None,
    json: Json = False,
) -> None:
    """Load documents into the graph; exit code 1 when one, or a row of one, was refused."""
    settings = settings_of(context)
    files, refused = sorted_out(paths)
    if dry_run:
        chosen = places(files, rejects) if rejects else dict.fromkeys(files)
        try_load(settings, chosen, refused, if_empty=if_empty, json=json)
        return
    with opened(settings, "writer") as store:
        if if_empty and overview(store).documents:
            note("The graph holds documents already; nothing was loaded.")
            return
        loaded = [*refused, *_load(store, places(files, rejects), settings.batch_size)]
        new = {report.document for one in loaded for report in one.documents}
        note_twins(new, (one.document for one in asking.documents(store)))
    if json:
        print_json([loaded_as_json(one) for one in loaded])
    else:
        for one in loaded:
            print_loaded(one)
            print_rejected(one)
    if not all(one.complete for one in loaded):
        raise typer.Exit(1)


def _load(store: Store, files: Mapping[Path, Path], batch_size: int) -> list[LoadedInput]:
    with progress(len(files)) as begun, writing(store, _waiting) as session:
        return [
            load_into(session, path, batch_size, begun(path), rejects)
            for path, rejects in files.items()
        ]


def _waiting(owner: Owner) -> None:
    note(f"Another load is writing to this graph ({owner}); waiting for it.")
