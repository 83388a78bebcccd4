"""The command that asks in Cypher, or a saved query by its name."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from graph.ask import console
from graph.ask.answers import Table
from graph.ask.saved import SavedAnswer, ask_saved
from graph.ask.saved import saved as find_saved
from graph.settings import Settings
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, opened, settings_of


def query(
    context: typer.Context,
    text: Annotated[
        str | None, typer.Argument(help="A Cypher query that reads; - for standard input.")
    ] = None,
    saved: Annotated[str | None, typer.Option(help="Ask a saved query by name.")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="A value of a saved query: NAME=VALUE, as often as needed."),
    ] = None,
    json: Json = False,
) -> None:
    """Ask the graph in Cypher, through the login that cannot write."""
    settings = settings_of(context)
    if (text is None) == (saved is None):
        raise typer.BadParameter("Give a query, or --saved NAME, and not both")
    if set_ and saved is None:
        raise typer.BadParameter("--set gives values to a saved query; add --saved NAME")
    if saved is not None:
        _saved(settings, saved, _values(set_ or ()), json)
        return
    statement = sys.stdin.read() if text == "-" else str(text)
    with opened(settings, "reader") as store:
        table = console.run(store, statement, settings)
    _print(table, {}, json)


def _saved(settings: Settings, name: str, values: dict[str, str], json: bool) -> None:
    find_saved(name)  # before any server is started for a name that nobody knows
    with opened(settings, "reader") as store:
        answer = ask_saved(store, name, values, settings)
    for one in answer.values:
        if one.said:
            note(f"{one.parameter.name}: {one.said}")
    _print(answer.table, _asked(answer), json)


def _values(given: Sequence[str]) -> dict[str, str]:
    """Read `NAME=VALUE` texts; only the first `=` parts them."""
    values: dict[str, str] = {}
    for one in given:
        name, parted, value = one.partition("=")
        if not parted or not name.strip():
            raise typer.BadParameter(f"{one!r} is not NAME=VALUE, such as limit=20")
        if name.strip() in values:
            raise typer.BadParameter(f"--set gives {name.strip()} twice; give it once")
        values[name.strip()] = value
    return values


def _asked(answer: SavedAnswer) -> dict[str, Any]:
    values = {one.parameter.name: one.value for one in answer.values}
    return {"saved": answer.query.name, "parameters": values}


def _print(table: Table, asked: dict[str, Any], json: bool) -> None:
    if json:
        rows = [list(row) for row in table.rows]
        print_json(
            asked | {"columns": list(table.columns), "rows": rows, "truncated": table.truncated}
        )
        return
    print_table(table.columns, table.rows, empty="The query gave no rows.")
    if table.truncated:
        print_text(f"Cut: {table.reason}", style="bold")
