"""The command that opens the dashboard: serve."""

import sys
from typing import Annotated

import typer

from terminal.output import print_json_lines, print_text
from terminal.session import Json, settings_of


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    json: Json = False,
) -> None:
    """Open the dashboard on this machine's loopback address."""
    from web.serve import serve as run  # noqa: PLC0415 - Streamlit takes a second to import

    run(settings_of(context), port, browser, _say_json if json else _say)


def _say(link: str) -> None:
    print_text(f"Gutgraph is open at\n\n    {link}\n")
    print_text("The link lets its holder in; keep it to yourself. Stop with Ctrl+C.")
    sys.stdout.flush()


def _say_json(link: str) -> None:
    print_json_lines([{"link": link}])
    sys.stdout.flush()
