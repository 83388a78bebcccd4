"""Front matter: an optional block of `key: value` lines between two `---` at the top."""

import re
from typing import Final

import yaml

from graph.errors import LoadError

KEYS: Final = ("title", "url", "licence", "interest")

_BLOCK: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def front_matter(text: str, source: str) -> tuple[dict[str, str], int]:
    """Read the front matter; return its values and where the body starts.

    Raises:
        LoadError: It is no YAML mapping, or has a key that is not known.

    """
    found = _BLOCK.match(text)
    if found is None:
        return {}, 0
    try:
        values = yaml.safe_load(found[1]) or {}
    except yaml.YAMLError as error:
        raise LoadError(
            source,
            "the front matter between the two '---' is no YAML",
            "Write one 'key: value' a line, for example 'title: Leaky gut'.",
            line=1,
        ) from error
    if not isinstance(values, dict):
        return {}, 0
    unknown = sorted(str(key) for key in values if key not in KEYS)
    if unknown:
        raise LoadError(
            source,
            f"the front matter has {', '.join(unknown)}",
            f"It may have {', '.join(KEYS)}.",
            line=1,
        )
    return {str(key): str(value) for key, value in values.items()}, found.end()
