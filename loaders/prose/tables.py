"""The YAML tables of the prose loader: read with their line numbers, each once."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml

from graph.model import vocabulary
from graph.model.identity import digest as hash_of

LINE: Final = "__line__"
FOLDER: Final = Path(str(files(__package__)))


class _Loader(yaml.SafeLoader):
    """Adds to each mapping its line, for the linter's messages; `yes`, `no` and `on` are words."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML declares it so
        first: [pair for pair in pairs if first in "tTfF" or not pair[0].endswith(":bool")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


@cache
def table(name: str) -> Mapping[str, Any]:
    """Read a table of this folder."""
    return read_yaml(FOLDER / name)


def read_yaml(path: Path) -> Mapping[str, Any]:
    """Read a YAML mapping, each mapping in it with its line under `LINE`."""
    with path.open(encoding="utf-8") as file:
        loaded = yaml.load(file, _Loader)  # noqa: S506 - a SafeLoader that counts lines
    return loaded if isinstance(loaded, dict) else {}


@cache
def digest() -> str:
    """Hash of every table of the loader and of the vocabulary: what a document is read with."""
    tables = sorted(FOLDER.rglob("*.yaml"))
    texts = (path.read_text(encoding="utf-8") for path in tables)
    return hash_of(vocabulary.digest(), *texts)[:8]
