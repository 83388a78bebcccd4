"""cypher-shell from its published jars, as a command in a folder: nobody here wrote it."""

import csv
import shlex
from pathlib import Path
from typing import Final

from tests.neo4j.server import java_of, version

_MAIN: Final = "org.neo4j.shell.Main"


def install(folder: Path) -> None:
    """Write the command `cypher-shell` into a folder.

    Raises:
        NotHere: There are no jars, or no Java.

    """
    java = java_of(f"cypher-shell-{version()}", f"cypher-shell {version()}")
    command = folder / "cypher-shell"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(java.command(_MAIN))} "$@"\n')
    command.chmod(0o700)


def rows(printed: str) -> list[list[str]]:
    """Read what it prints with `--format plain`: values with commas, texts in quotes."""
    read = csv.reader(
        printed.splitlines(), skipinitialspace=True, escapechar="\\", doublequote=False
    )
    return [row for row in read if row]
