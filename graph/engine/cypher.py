"""Cypher texts: every query the product runs is a file under `cypher/`."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from graph.model.identity import is_predicate_name
from graph.model.vocabulary import categories

_ROOT: Final = Path(__file__).resolve().parents[2] / "cypher"
_NAME: Final = re.compile(r"[a-z]+/[a-z][a-z0-9_]*")
_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@cache
def cypher(name: str, engine: str = "") -> str:
    """Read a query: `NAME.ENGINE.cypher` where that engine needs its own, else `NAME.cypher`.

    Args:
        name: Folder and stem, e.g. `ask/neighbourhood`.
        engine: `arcadedb` or `neo4j`; "" for the common text.

    Raises:
        ValueError: The name is no such name, or there is no such file.

    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a query, such as ask/neighbourhood")
    special = _ROOT / f"{name}.{engine}.cypher"
    path = special if engine and special.exists() else _ROOT / f"{name}.cypher"
    if not path.exists():
        raise ValueError(f"There is no query {name!r} under cypher/")
    return path.read_text(encoding="utf-8")


def saved_queries() -> tuple[str, ...]:
    """Name the saved queries, in order."""
    return tuple(sorted(path.name.split(".")[0] for path in (_ROOT / "saved").glob("*.cypher")))


def with_type(text: str, predicate: str) -> str:
    """Put a checked relation type in the place of `__TYPE__`; Cypher has no parameter for it.

    Raises:
        ValueError: The predicate is no relation type.

    """
    if not is_predicate_name(predicate):
        raise ValueError(f"{predicate!r} is no relation type")
    return text.replace("__TYPE__", f"`{predicate}`")


def with_types(text: str, predicates: Iterable[str]) -> str:
    """Put checked relation types in the place of `:__TYPES__`; none of them means all.

    Raises:
        ValueError: A predicate is no relation type.

    """
    checked = [with_type("__TYPE__", predicate) for predicate in predicates]
    return text.replace(":__TYPES__", f":{'|'.join(checked)}" if checked else "")


def with_label(text: str, category: str) -> str:
    """Put a checked category label in the place of `__LABEL__`.

    Raises:
        ValueError: The vocabulary does not have the category.

    """
    if category not in categories():
        raise ValueError(f"{category!r} is no category")
    return text.replace("__LABEL__", f"`{category}`")


def with_name(text: str, name: str) -> str:
    """Put a label or relation type that a graph has in the place of `__NAME__`.

    Raises:
        ValueError: It is more than letters, digits and underscores.

    """
    if not is_plain_name(name):
        raise ValueError(f"{name!r} is no plain name")
    return text.replace("__NAME__", f"`{name}`")


def is_plain_name(text: str) -> bool:
    """Say whether Cypher takes a label or relation type as it is, without quotes."""
    return _PLAIN.fullmatch(text) is not None
