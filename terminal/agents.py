"""The command that serves the graph's questions to agents: mcp."""

import importlib.util

import typer

from graph.errors import SettingsError
from terminal.session import settings_of


def mcp(context: typer.Context) -> None:
    """Serve read-only tools to an agent over standard input and output (an extra: mcp)."""
    settings = settings_of(context)
    if importlib.util.find_spec("mcp") is None:
        raise SettingsError(
            "gutgraph mcp needs the package mcp, which is not installed. It is an extra; in "
            "Gutgraph's folder run: uv pip install -e '.[mcp]'"
        )
    from agents.server import serve  # noqa: PLC0415 - the extra may be missing

    serve(settings)
