"""The command that finds ways from one entity to another: paths."""

from typing import Annotated

import typer

from graph.ask.evidence_path import EvidencePath
from graph.ask.naming import meant
from graph.ask.paths import paths as asking
from graph.settings import LONGEST_PATH
from shapes.path import paths_shape
from terminal.output import print_json, print_text
from terminal.session import Json, opened, settings_of


def paths(
    context: typer.Context,
    start: Annotated[str, typer.Argument(help="A CURIE, or a name that one entity has.")],
    end: Annotated[str, typer.Argument(help="A CURIE, or a name that one entity has.")],
    length: Annotated[
        int | None, typer.Option(min=1, max=LONGEST_PATH, help="Most steps of a path.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=100, help="Paths shown.")] = None,
    denied: Annotated[
        bool, typer.Option("--denied", help="Walk claims that are only denied, too.")
    ] = False,
    json: Json = False,
) -> None:
    """Find the best paths from A to B over claims, ranked by their weakest link."""
    settings = settings_of(context)
    with opened(settings, "reader") as store:
        found = asking(
            store,
            meant(store, start).id,
            meant(store, end).id,
            length or settings.path_length,
            limit or settings.paths,
            denied=denied,
        )
    if json:
        print_json(paths_shape(found).written())
        return
    for number, path in enumerate(found.paths, start=1):
        _print_path(number, path)
    if found.reason:
        print_text(found.reason)


def _print_path(number: int, path: EvidencePath) -> None:
    print_text(f"{number}. {' – '.join(one.name for one in path.entities)}", style="bold")
    print_text(f"   {path.explanation}", style="dim")
    for step in path.steps:
        more = f" · and {len(step.others)} more between the two" if step.others else ""
        print_text(f"   {step.sentence} — {step.standing}{more}")
        print_text(f"      {step.claim.id}", style="dim")
