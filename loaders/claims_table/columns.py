"""The columns of a claims table and the words its cells may use: tables in this folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

import yaml

ARMS: Final = ("subject", "predicate", "object")
_ALIKE: Final = 0.85  # how near a header must be to be taken for a slip of the pen


@dataclass(frozen=True, slots=True)
class Column:
    """A row of `columns.yaml`."""

    name: str
    says: str
    example: str
    also: tuple[str, ...] = ()
    needed: bool = False


@cache
def columns() -> MappingProxyType[str, Column]:
    """Column by name, in the order of the template."""
    rows = _read("columns.yaml")
    return MappingProxyType(
        {
            name: Column(
                name, row["says"], row["example"], tuple(row["also"]), row.get("needed") == "true"
            )
            for name, row in rows.items()
        }
    )


@cache
def words(kind: str) -> MappingProxyType[str, str]:
    """What a folded cell of a column stands for, from `words.yaml`."""
    meanings: dict[str, str] = {}
    for meaning, also in _read("words.yaml")[kind].items():
        meanings |= {fold(word): meaning for word in (meaning, *also) if fold(word)}
    return MappingProxyType(meanings)


@cache
def prefixes() -> MappingProxyType[str, tuple[str, str]]:
    """Prefix as it is written, and category, by folded prefix."""
    rows = _read("words.yaml")["prefixes"]
    return MappingProxyType({prefix.casefold(): (prefix, kind) for prefix, kind in rows.items()})


def fold(text: str) -> str:
    """Fold a header or a word: letters and digits in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def column_of(header: str) -> str | None:
    """Name the column that a header means, None when it means none."""
    return _by_header().get(fold(header))


def slip(header: str) -> str | None:
    """Name the column that a header misspells, if it is near to one."""
    near = get_close_matches(fold(header), _by_header(), 1, _ALIKE) if fold(header) else []
    return _by_header()[near[0]] if near else None


def looks_like_claims(headers: Iterable[str]) -> bool:
    """Say whether at least two of subject, predicate and object are among headers."""
    known = {column_of(header) for header in headers}
    return len(known & set(ARMS)) > 1


@cache
def _by_header() -> Mapping[str, str]:
    found = {fold(word): column.name for column in columns().values() for word in column.also}
    return MappingProxyType(found | {fold(name): name for name in columns()})


@cache
def _read(name: str) -> Mapping[str, Any]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    # Every value is a text: `yes` and `no` are words here.
    loaded: Mapping[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts only
    return loaded
