"""Commands that change what the graph holds, or look it over: load, forget, sources, check."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from graph.ask import sources as asking
from graph.ask.answers import LoadedDocument
from graph.ask.overview import overview
from graph.engine.store import Store
from graph.write import check as checking
from graph.write import forget as forgetting
from graph.write.lease import Owner
from graph.write.writer import Written, writing
from loaders.rejects import places
from loaders.report import LoadedInput
from loaders.run import inputs, load_into
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, opened, settings_of

# Rejected rows printed for each input; the rejects file has them all.
_SHOWN_REJECTS: Final = 20


def load(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing when the graph holds something.")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(help="Folder for the rows not loaded (else beside each file)."),
    ] = None,
    json: Json = False,
) -> None:
    """Load documents into the graph; exit code 1 when one, or a row of one, was refused."""
    settings = settings_of(context)
    files = inputs(paths)
    with opened(settings, "writer") as store:
        if if_empty and overview(store).documents:
            note("The graph holds documents already; nothing was loaded.")
            return
        loaded = _load(store, places(files, rejects), settings.batch_size)
        twins = _twins(loaded, asking.documents(store))
    for one, other in twins:
        note(
            f"{one} is the same, byte for byte, as {other}: what it says counts twice. "
            f'Take one out: gutgraph forget "{one}"'
        )
    if json:
        print_json([_as_json(one) for one in loaded])
    else:
        _print_loaded(loaded)
    if not all(one.complete for one in loaded):
        raise typer.Exit(1)


def forget(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="The document's id, as `sources` prints it.")],
    json: Json = False,
) -> None:
    """Take a document out of the graph, with all that nothing else brought."""
    with opened(settings_of(context), "writer") as store:
        report = asdict(forgetting.forget(store, id))
    if json:
        print_json(report)
    else:
        print_table(tuple(report), [tuple(report.values())])


def sources(context: typer.Context, json: Json = False) -> None:
    """List the documents in the graph, with how much each brought."""
    with opened(settings_of(context), "reader") as store:
        documents = asking.documents(store)
    if json:
        print_json([_source(one) for one in documents])
        return
    print_table(
        ("id", "title", "kind", "statements", "mentions", "citations", "loaded"),
        (
            (
                one.document.id,
                one.document.title,
                one.document.kind,
                one.evidence,
                one.mentions,
                one.citations,
                one.loaded_at[:16],
            )
            for one in documents
        ),
        empty="The graph is empty. Load a document, for example: gutgraph load examples",
    )


def check(context: typer.Context, json: Json = False) -> None:
    """Hold quotes against their texts, counts against a recount, ids and schema against rules."""
    with opened(settings_of(context), "reader") as store:
        problems = checking.check(store)
    if json:
        print_json([asdict(one) for one in problems])
    else:
        print_table(
            ("what", "id", "problem"),
            ((one.kind, one.id, one.text) for one in problems),
            empty="All is well: quotes, counts, ends and ids fit.",
        )
    if problems:
        raise typer.Exit(1)


def _load(store: Store, files: Mapping[Path, Path], batch_size: int) -> list[LoadedInput]:
    with _progress() as told, writing(store, _waiting) as session:
        return [
            load_into(session, path, batch_size, told(path), rejects)
            for path, rejects in files.items()
        ]


@contextmanager
def _progress() -> Iterator[Callable[[Path], Callable[[Written], None]]]:
    """Draw a line for each input while it loads, on a terminal only."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(pulse_style="cyan"),
        TextColumn("{task.completed:,.0f} records", markup=False),
        TimeElapsedColumn(),
    )
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:

        def told(path: Path) -> Callable[[Written], None]:
            task = bar.add_task(path.name, total=None)
            return lambda written: bar.update(task, completed=written.records)

        yield told


def _waiting(owner: Owner) -> None:
    note(f"Another load is writing to this graph ({owner}); waiting for it.")


def _twins(
    loaded: Iterable[LoadedInput], documents: Iterable[LoadedDocument]
) -> list[tuple[str, str]]:
    """Pair each document just loaded with another one of the same bytes and title, if any."""
    new = {report.document for one in loaded for report in one.documents}
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in documents:
        alike[one.document.sha256, one.document.title].append(one.document.id)
    return [
        (ids_[-1], ids_[0])
        for ids_ in (sorted(ids, key=new.__contains__) for ids in alike.values())
        if len(ids_) > 1 and ids_[-1] in new
    ]


def _print_loaded(loaded: Iterable[LoadedInput]) -> None:
    for one in loaded:
        if one.error is not None:
            print_text(f"Refused   {one.error}", style="red")
        for report in one.documents:
            print_text(
                f"{report.outcome.capitalize():10}{report.document}: {report.evidence} statements, "
                f"{report.mentions} entities named, {report.citations} citations"
            )
        _print_rejected(one)


def _print_rejected(one: LoadedInput) -> None:
    for rejected in one.rejects[:_SHOWN_REJECTS]:
        print_text(f"Rejected {one.path}:{rejected}", style="red")
    if one.rejected:
        where = f"; all of them, with the way out: {one.rejects_file}" if one.rejects_file else ""
        print_text(f"{one.rejected} of {one.rows} rows were not loaded{where}", style="red")
    if one.trouble:
        print_text(one.trouble, style="red")


def _as_json(one: LoadedInput) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "documents": [asdict(report) for report in one.documents],
        "error": str(one.error) if one.error else None,
        "rows": one.rows,
        "rejected": one.rejected,
        "rejects": [asdict(rejected) for rejected in one.rejects],
        "rejects_file": str(one.rejects_file) if one.rejects_file else None,
        "trouble": one.trouble,
    }


def _source(one: LoadedDocument) -> dict[str, Any]:
    document = one.document
    fields = ("id", "title", "kind", "sha256", "url", "licence", "interest", "loader")
    counts = {name: getattr(one, name) for name in ("evidence", "mentions", "citations")}
    return (
        {name: getattr(document, name) for name in fields}
        | {"loader_version": document.loader_version, "loaded_at": one.loaded_at}
        | counts
    )
