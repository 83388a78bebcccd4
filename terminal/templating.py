"""The command that writes an empty claims table with explanations."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from loaders.claims_table.template import FORMATS, explanations, template
from terminal.output import note, print_json
from terminal.session import Json


def write_template(
    out: Annotated[
        Path | None, typer.Option(help="FILE.csv, .tsv or .xlsx (else CSV to standard output).")
    ] = None,
    json: Json = False,
) -> None:
    """Write an empty claims table, every column explained, for a curator to fill in."""
    format_ = "csv" if out is None else out.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        raise typer.BadParameter(f"{out}: the ending must be one of .{', .'.join(FORMATS)}")
    if out is not None and out.exists():
        raise typer.BadParameter(f"{out} is there already; choose another name")
    if out is not None:
        _write(out, template(format_))
    if json:
        print_json(explanations())
    elif out is None:
        sys.stdout.write(template(format_).decode())
    else:
        note(f"Wrote {out}. Fill in a row for each statement, then: gutgraph load {out}")


def _write(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written ({error.strerror})") from error
