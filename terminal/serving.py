"""The command that opens the dashboard: serve."""

from typing import Annotated

import typer

from terminal.session import settings_of


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Open the dashboard on this machine's loopback address."""
    from web.serve import serve as run  # noqa: PLC0415 - Streamlit takes a second to import

    run(settings_of(context), port, browser)
