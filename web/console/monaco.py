"""The editor's files that the console needs, in the package that has them, and their addresses."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from graph.errors import GutgraphError

_PACKAGE: Final = "rocher"
# What each is called where it lies; the hashes in their names change with the version.
_WANTED: Final = {
    "css": "editor/editor.main.css",
    "api": "editor.api-*.js",
    "cypher": "cypher-*.js",
    "worker": "assets/editor.worker-*.js",
}


def monaco_files() -> dict[str, str]:
    """Where a browser finds each file, by what it is."""
    return {name: address for name, (address, _) in served().items()}


@cache
def served() -> dict[str, tuple[str, Path]]:
    """Address and place of each file.

    Raises:
        GutgraphError: The package does not have one of them.

    """
    root = Path(str(files(_PACKAGE))) / "vs"
    served = {}
    for name, pattern in _WANTED.items():
        found = sorted(root.glob(pattern))
        if len(found) != 1:
            raise GutgraphError(
                f"{_PACKAGE} {version(_PACKAGE)} has {len(found)} files like {pattern}, not one; "
                "install the version that requirements/run.txt names."
            )
        served[name] = (f"{_base()}/{found[0].relative_to(root).as_posix()}", found[0])
    return served


@cache
def _base() -> str:
    return f"/vendor/monaco/{version(_PACKAGE)}"
