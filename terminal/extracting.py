"""The command that reads a document without touching a graph: extract."""

from pathlib import Path
from typing import Annotated

import typer

from loaders.base import Source
from loaders.prose.as_json import claim_as_json, mention_as_json
from loaders.prose.extraction import extract as read
from terminal.output import print_json_lines, print_table
from terminal.session import Json


def extract(
    path: Annotated[Path, typer.Argument(help="A text or Markdown file.")],
    mentions: Annotated[bool, typer.Option(help="Print mentions instead of claims.")] = False,
    json: Json = False,
) -> None:
    """Print what a document claims, touching no graph."""
    source = Source.read(path)
    found = read(source.decode(), path)
    rows = (
        [mention_as_json(one) for one in found.mentions]
        if mentions
        else [claim_as_json(one) for one in found.stated]
    )
    if json:
        print_json_lines(rows)
    elif mentions:
        keys = ("id", "name", "category", "text", "start", "end", "section")
        print_table(keys, ([row[key] for key in keys] for row in rows), empty="No mentions.")
    else:
        print_table(
            ("subject", "predicate", "object", "stance", "certainty", "status", "at"),
            (
                (
                    row["subject"]["name"],
                    row["predicate"],
                    row["object"]["name"],
                    row["stance"],
                    row["certainty"],
                    row["status"],
                    row["start"],
                )
                for row in rows
            ),
            empty="No claims found. Try --mentions to see what was recognised.",
        )
