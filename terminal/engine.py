"""Commands for the embedded server: status, start, stop, restart."""

from dataclasses import asdict

import typer

from graph.engine import embedded
from graph.errors import SettingsError
from graph.settings import Settings
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, settings_of

app = typer.Typer(no_args_is_help=True, help="The embedded Bolt server.")


@app.command()
def status(context: typer.Context, json: Json = False) -> None:
    """Print the server's address, its read-only login and how it is."""
    settings = settings_of(context)
    if settings.neo4j_uri:
        note(f"NEO4J_URI is set: every command uses {settings.neo4j_uri}, not this engine.")
    answer = asdict(embedded.status(settings))
    if json:
        print_json(answer)
        return
    if answer.get("uptime") is not None:
        answer["uptime"] = f"{answer['uptime']:.0f} s"
    print_table(("", ""), answer.items())


@app.command()
def start(context: typer.Context, json: Json = False) -> None:
    """Start the server, unless it runs."""
    embedded.start(_own(context))
    status(context, json)


@app.command()
def stop(context: typer.Context, json: Json = False) -> None:
    """Stop the server at once."""
    embedded.stop(_own(context))
    if json:
        print_json({"running": False})
    else:
        print_text("The engine is stopped.")


@app.command()
def restart(context: typer.Context, json: Json = False) -> None:
    """Stop the server and start it, after an upgrade for example."""
    embedded.restart(_own(context))
    status(context, json)


def _own(context: typer.Context) -> Settings:
    settings = settings_of(context)
    if settings.neo4j_uri:
        raise SettingsError(
            f"NEO4J_URI is {settings.neo4j_uri!r}: that server is not Gutgraph's to start or stop. "
            "Unset NEO4J_URI to use the embedded engine, for example: unset NEO4J_URI"
        )
    return settings
