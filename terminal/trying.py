"""A load that is only tried: what it would do, told without writing anything."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import typer

from graph.ask import sources as asking
from graph.engine.embedded import is_new
from graph.errors import StoreError
from graph.model.document import Document
from graph.settings import Settings
from loaders.preview import Preview, compared, preview
from loaders.report import LoadedInput
from terminal.loaded import loaded_as_json, note_twins, print_loaded, print_rejected
from terminal.output import note, print_json, print_text
from terminal.progress import progress
from terminal.session import opened


def try_load(
    settings: Settings,
    files: Mapping[Path, Path | None],
    refused: Sequence[LoadedInput],
    *,
    if_empty: bool,
    json: bool,
) -> None:
    """Print what a load would do; exit code 1 when one, or a row of one, would be refused.

    Args:
        settings: Where the graph is that it would be loaded into.
        files: For each input, where its rejected rows are written; None means nowhere.
        refused: Inputs that could not even be listed.
        if_empty: A graph that holds something is left alone.
        json: Print JSON instead of words.

    """
    with progress(len(files)) as begun:
        read = [preview(path, rejects, begun(path)) for path, rejects in files.items()]
    read, there = _held_against_the_graph(settings, [*map(Preview, refused), *read])
    if if_empty and there:
        note("The graph holds documents already; nothing would be loaded.")
        return
    read = _in_turn(read)
    new = {one.id: one for preview_ in read for one in preview_.documents}
    note_twins(set(new), ({one.id: one for one in there} | new).values())
    if json:
        print_json([_as_json(one) for one in read])
    else:
        for one in read:
            _print(one)
        print_text("Nothing was written.")
    if not all(one.report.complete for one in read):
        raise typer.Exit(1)


def _held_against_the_graph(
    settings: Settings, read: list[Preview]
) -> tuple[list[Preview], list[Document]]:
    """Say of each document what would become of it, and what the graph holds, if there is one."""
    if not settings.neo4j_uri and is_new(settings):
        note(f"No graph is at {settings.data} yet: everything would be new.")
        return [_as_new(one) for one in read], []
    try:
        with opened(settings, "reader") as store:
            there = [one.document for one in asking.documents(store)]
            return [compared(one, store) for one in read], there
    except StoreError as error:
        note(f"Read, but not compared with the graph. {error}")
        return read, []


def _as_new(read: Preview) -> Preview:
    documents = tuple(replace(one, outcome="loaded") for one in read.report.documents)
    return replace(read, report=replace(read.report, documents=documents))


def _in_turn(read: Sequence[Preview]) -> list[Preview]:
    """Say what becomes of a document that an earlier input of the same call brings already."""
    versions: dict[str, tuple[str, str]] = {}
    told = []
    for one in read:
        documents = []
        for report, document in zip(one.report.documents, one.documents, strict=False):
            version = (document.sha256, document.loader_version)
            former = versions.get(document.id)
            versions[document.id] = version
            again = "unchanged" if former == version else "replaced"
            documents.append(replace(report, outcome=again) if former else report)
        told.append(replace(one, report=replace(one.report, documents=tuple(documents))))
    return told


def _print(one: Preview) -> None:
    print_loaded(one.report, tried=True)
    if not one.report.refused:
        print_text(f"  {one.claims} claims about {one.entities} entities, read by: {one.loader}")
        for stated in one.statements:
            print_text(f"  · {stated.words} ({stated.stance}, {stated.certainty})")
    print_rejected(one.report, tried=True)


def _as_json(one: Preview) -> dict[str, Any]:
    return {
        **loaded_as_json(one.report),
        "loader": one.loader,
        "claims": one.claims,
        "entities": one.entities,
        "statements": [asdict(stated) for stated in one.statements],
    }
