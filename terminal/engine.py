"""Commands for the embedded server: status, start, stop, restart."""

from dataclasses import asdict

import typer

from graph.engine import embedded
from terminal.output import print_json, print_table, print_text
from terminal.session import Json, settings_of

app = typer.Typer(no_args_is_help=True, help="The embedded Bolt server.")


@app.command()
def status(context: typer.Context, json: Json = False) -> None:
    """Print the server's address, its read-only login and how it is."""
    answer = asdict(embedded.status(settings_of(context)))
    if json:
        print_json(answer)
        return
    print_table(("", ""), answer.items())


@app.command()
def start(context: typer.Context, json: Json = False) -> None:
    """Start the server, unless it runs."""
    embedded.start(settings_of(context))
    status(context, json)


@app.command()
def stop(context: typer.Context, json: Json = False) -> None:
    """Stop the server at once."""
    embedded.stop(settings_of(context))
    if json:
        print_json({"running": False})
    else:
        print_text("The engine is stopped.")


@app.command()
def restart(context: typer.Context, json: Json = False) -> None:
    """Stop the server and start it, after an upgrade for example."""
    embedded.restart(settings_of(context))
    status(context, json)
