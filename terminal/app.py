"""The command line, put together."""

from pathlib import Path
from typing import Annotated

import typer

from terminal import (
    agents,
    archiving,
    asking,
    claims,
    doctor,
    documents,
    engine,
    extracting,
    loading,
    paths,
    querying,
    reopening,
    reviewing,
    serving,
    stories,
    templating,
)

app = typer.Typer(
    name="gutgraph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="An evidence graph of the gut barrier in multiple sclerosis.",
)


@app.callback()
def options(
    data: Annotated[
        Path | None,
        typer.Option(help="Folder of the embedded graph (else GUTGRAPH_DATA)."),
    ] = None,
) -> None:
    """Explore, ask and show what documents say, with the evidence kept."""


for command in (
    loading.load,
    documents.forget,
    documents.sources,
    documents.check,
    asking.search,
    asking.show,
    querying.query,
    paths.paths,
    claims.claims,
    reviewing.review,
    extracting.extract,
    serving.serve,
    doctor.doctor,
    agents.mcp,
):
    app.command()(command)
app.command("template")(templating.write_template)
app.add_typer(engine.app, name="engine")
archiving.app.command("open")(reopening.open_)
app.add_typer(archiving.app, name="snapshot")
app.add_typer(stories.app, name="story")
