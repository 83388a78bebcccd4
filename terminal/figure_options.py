"""The choices for a figure that commands share: sheet, ground, parts, template, folder."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from figures.chosen import options_of
from figures.options import FigureOptions
from graph.errors import LoadError

Out = Annotated[Path, typer.Option(help="Folder for the files.")]
Aspect = Annotated[str, typer.Option(help="16:9 (usual), 4:3, 1:1 or a4.")]
Transparent = Annotated[bool, typer.Option("--transparent", help="Draw no ground.")]
Without = Annotated[str, typer.Option(help="Parts to leave out, with commas.")]
Template = Annotated[Path | None, typer.Option(help="A .pptx whose look is taken.")]


def figure_options(
    asked: Mapping[str, str], template: Path | None, *, transparent: bool = False
) -> FigureOptions:
    """Read the choices of a command.

    Args:
        asked: See `figures.chosen.options_of`.
        template: A presentation whose look a PPTX takes.
        transparent: Draw no ground.

    Raises:
        GutgraphError: One or more choices cannot be; all of them are named.
        LoadError: The template cannot be read.

    """
    options = options_of({**asked, "transparent": "true" if transparent else ""})
    return replace(options, template=_template(template))


def _template(path: Path | None) -> bytes:
    """Read a template, empty for none."""
    if path is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"the template cannot be read ({error.strerror})"
        raise LoadError(str(path), reason, "Give a .pptx file with --template.") from error
