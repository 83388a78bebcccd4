"""Commands for the embedded server: status, password, start, stop, restart."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

import typer

from graph.engine import embedded
from graph.engine.client_lines import ClientLine, Door, client_lines, door_of
from graph.errors import SettingsError
from graph.settings import Settings
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, settings_of

app = typer.Typer(no_args_is_help=True, help="The embedded Bolt server.")

_NOT_OURS: Final = "that server is not Gutgraph's to start or stop"
_THEIRS: Final = "the password of that server is yours, as NEO4J_PASSWORD has it"


@app.command()
def status(context: typer.Context, json: Json = False) -> None:
    """Print the address, the login that reads, how the server is, and a line for each client."""
    settings = settings_of(context)
    if settings.neo4j_uri:
        note(f"NEO4J_URI is set: every command uses {settings.neo4j_uri}, not this engine.")
    found = embedded.status(settings)
    # What is printed ends in logs and in pictures of screens: the password has its own command.
    answer = {name: value for name, value in asdict(found).items() if name != "password"}
    lines = client_lines(settings, found)
    if json:
        print_json(answer | {"clients": [asdict(one) for one in lines]})
        return
    if found.uptime:
        answer["uptime"] = f"{found.uptime:.0f} s"
    print_table(("", ""), answer.items())
    _print_lines(lines, door_of(settings, found))


@app.command()
def password(context: typer.Context) -> None:
    """Print the password of the login that reads, alone; starts the server if need be."""
    print_text(embedded.start(_own(context, _THEIRS)).password)


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


def _print_lines(lines: Sequence[ClientLine], door: Door) -> None:
    if not lines:
        print_text("No client has an address yet. Start the server: gutgraph engine start")
        return
    print_text(f"Other clients (docs/clients.md); the password is {door.password}", style="bold")
    for one in lines:
        print_text(f"{one.client}\n  {one.line}")


def _own(context: typer.Context, whose: str = _NOT_OURS) -> Settings:
    settings = settings_of(context)
    if settings.neo4j_uri:
        raise SettingsError(
            f"NEO4J_URI is {settings.neo4j_uri!r}: {whose}. "
            "Unset NEO4J_URI to use the embedded engine, for example: unset NEO4J_URI"
        )
    return settings
