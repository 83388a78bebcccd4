"""Commands on the documents in the graph, and on its health: forget, sources, check."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from graph.ask import sources as asking
from graph.ask.answers import LoadedDocument
from graph.write import check as checking
from graph.write import forget as forgetting
from terminal.archiving import name_quoting
from terminal.output import print_json, print_table
from terminal.session import Json, opened, settings_of


def forget(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="The document's id, as `sources` prints it.")],
    json: Json = False,
) -> None:
    """Take a document out of the graph, with all that nothing else brought."""
    with opened(settings_of(context), "writer") as store:
        report: dict[str, Any] = asdict(forgetting.forget(store, id))
        quoting = name_quoting(store, id)
    if json:
        print_json(report | {"quoted_in": quoting})
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


def _source(one: LoadedDocument) -> dict[str, Any]:
    document = one.document
    fields = ("id", "title", "kind", "sha256", "url", "licence", "interest", "loader")
    counts = {name: getattr(one, name) for name in ("evidence", "mentions", "citations")}
    return (
        {name: getattr(document, name) for name in fields}
        | {"loader_version": document.loader_version, "loaded_at": one.loaded_at}
        | counts
    )
