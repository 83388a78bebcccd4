"""The lines of the attack file and of the honest one."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

_HERE: Final = Path(__file__).parent
MOST_IN_A_CLASS: Final = 12


@dataclass(frozen=True, slots=True)
class Attack:
    """A class of attacks: its lines, and how each may end."""

    name: str
    must: frozenset[str]
    bomb: bool
    queries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honest:
    """A query that only looks like an attack, and its answer."""

    query: str
    rows: list[list[Any]]
    parameters: dict[str, Any] = field(default_factory=dict)


def attacks() -> tuple[Attack, ...]:
    read = yaml.safe_load((_HERE / "attacks.yaml").read_text(encoding="utf-8"))
    return tuple(
        Attack(one["class"], frozenset(one["must"]), one.get("bomb", False), tuple(one["queries"]))
        for one in read
    )


def honest() -> tuple[Honest, ...]:
    read = yaml.safe_load((_HERE / "honest.yaml").read_text(encoding="utf-8"))
    return tuple(Honest(*one) for one in read)
