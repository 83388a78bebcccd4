"""Examples for the console: each a text under `cypher/console`, its first line the title."""

import re
from dataclasses import dataclass, field
from typing import Final

from graph.engine.cypher import cypher

QUESTIONS: Final = (
    "around_leaky_gut",
    "taxa_in_ms",
    "contested",
    "most_papers",
    "ways_to_ms",
    "quotes",
    "named",
    "most_cited",
    "by_category",
    "hedged",
)
WALKS: Final = ("claims_only", "not_rejected", "not_retracted", "counted")

_VALUE: Final = re.compile(r"// \$(\w+) = (.+)")


@dataclass(frozen=True, slots=True)
class Example:
    """A query that runs as it is.

    Attributes:
        name: Of its file.
        title: What it asks.
        why: What it shows, "" where the title says it.
        text: All of it, title and all.
        values: Of its parameters, as they are typed.

    """

    name: str
    title: str
    why: str
    text: str
    values: dict[str, str] = field(default_factory=dict)


def questions() -> tuple[Example, ...]:
    """What one may want to know."""
    return tuple(map(_example, QUESTIONS))


def walks() -> tuple[Example, ...]:
    """How to walk claims only, and how to leave out what does not count."""
    return tuple(map(_example, WALKS))


def _example(name: str) -> Example:
    text = cypher(f"console/{name}").strip()
    values = dict(_VALUE.findall(text))
    lines = text.splitlines()
    said = [line[3:] for line in lines if line.startswith("// ") and not _VALUE.fullmatch(line)]
    return Example(name, said[0], " ".join(said[1:]), text, values)
