"""The file of a saved query: a heading in YAML behind `//`, then Cypher; read strictly. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from graph.errors import LoadError
from graph.model import vocabulary

TYPES: Final = ("entity", "text", "integer", "predicate", "category", "choice")
# What questions are about, in the order in which they are listed.
TOPICS: Final = {
    "taxa": "Taxa",
    "mechanisms": "Mechanisms, risks and markers",
    "interventions": "Interventions",
    "disagreement": "Disagreement",
    "weight": "What claims rest on",
    "sources": "Sources",
}
_HEADING: Final = ("title", "question", "topic", "parameters")
_FIELDS: Final = ("type", "help", "default", "choices", "optional", "least", "most")
_NAME: Final = re.compile(r"[a-z][a-z_]*")
# What an address of the page says beside the values of a query.
_RESERVED: Final = ("limit", "saved", "cypher", "token", "embed", "theme")
# Strings, quoted names and comments hide what is no parameter.
_SKIPPED: Final = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`", re.S
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a saved query is asked with.

    Attributes:
        type: One of `TYPES`.
        help: What it means, for the person who fills it in.
        default: Taken when nothing is given, as a person would type it.
        choices: What there is to choose from; empty where anything of its type will do.
        optional: It may be left empty, which asks for all.
        least, most: Bounds of an integer.

    """

    name: str
    type: str
    help: str
    default: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    least: int = 0
    most: int = 1_000_000

    @property
    def label(self) -> str:
        """The name as words."""
        return self.name.replace("_", " ")


LIMIT: Final = Parameter("limit", "integer", "How many rows at most.", "100", least=1, most=1_000)


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question with its Cypher; each `$name` in the text is one of the parameters."""

    name: str
    title: str
    question: str
    topic: str
    parameters: tuple[Parameter, ...]
    text: str


def read_saved(name: str, file: str) -> SavedQuery:
    """Read a saved query.

    Args:
        name: What it is called: the stem of its file.
        file: What stands in it.

    Raises:
        LoadError: The heading is no YAML, or breaks a rule; all problems are named.

    """
    lines = file.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    text = "\n".join(lines[end:]).strip() + "\n"
    heading = _heading(name, lines[:end])
    parameters = _mapping(heading.get("parameters"))
    problems = [
        *_heading_problems(heading, parameters),
        *(problem for key, row in parameters.items() for problem in _problems(key, row)),
        *_text_problems({*parameters, LIMIT.name}, text),
    ]
    if problems:
        raise _refused(name, "; ".join(problems))
    asked = tuple(_parameter(key, row) for key, row in parameters.items())
    title, question, topic = (heading[key] for key in ("title", "question", "topic"))
    return SavedQuery(name, title, question, topic, (*asked, LIMIT), text)


def _heading(name: str, lines: list[str]) -> Mapping[Any, Any]:
    try:
        heading = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines))
    except yaml.YAMLError as error:
        raise _refused(name, f"its heading is no YAML ({str(error).splitlines()[0]})") from error
    if not isinstance(heading, dict):
        raise _refused(name, "it does not begin with a heading")
    return heading


def _refused(name: str, reason: str) -> LoadError:
    return LoadError(
        f"cypher/saved/{name}.cypher",
        reason[:1].upper() + reason[1:],
        "Mend the lines behind // at its top; docs/saved-queries.md says what they hold.",
    )


def _mapping(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _heading_problems(heading: Mapping[Any, Any], parameters: object) -> Iterator[str]:
    for key in sorted(map(str, heading.keys() - set(_HEADING))):
        yield f"{key!r} is none of {', '.join(_HEADING)}"
    for key in ("title", "question"):
        if not isinstance(heading.get(key), str) or not heading[key].strip():
            yield f"it has no {key}"
    if heading.get("topic") not in TOPICS:
        yield f"topic {heading.get('topic')!r} is none of {', '.join(TOPICS)}"
    if heading.get("parameters") and not parameters:
        yield "parameters are names with their fields"


def _problems(name: Any, row: Any) -> Iterator[str]:
    """Say what is wrong with a parameter, by its name."""
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name in _RESERVED:
        taken = ", ".join(_RESERVED)
        yield f"parameter {name!r} has no name such as first_disease (and none of {taken})"
    elif not isinstance(row, dict):
        yield f"parameter {name} has no fields"
    else:
        yield from (f"parameter {name}: {problem}" for problem in _field_problems(row))


def _field_problems(row: Mapping[Any, Any]) -> Iterator[str]:
    for key in sorted(map(str, row.keys() - set(_FIELDS))):
        yield f"{key!r} is none of {', '.join(_FIELDS)}"
    if row.get("type") not in TYPES:
        yield f"type {row.get('type')!r} is none of {', '.join(TYPES)}"
    if not isinstance(row.get("help"), str):
        yield "it has no help"
    choices = row.get("choices", [])
    if not isinstance(choices, list) or any(not isinstance(one, str) for one in choices):
        yield "choices are a list of words"
    elif bool(choices) != (row.get("type") == "choice"):
        yield "choices belong to the type choice, which needs them"
    elif choices and row.get("default") not in choices:
        yield f"default {row.get('default')!r} is none of {', '.join(choices)}"
    if not row.get("optional") and row.get("default") in (None, ""):
        yield "it has no default and is not optional"
    yield from _default_problems(row)


def _default_problems(row: Mapping[Any, Any]) -> Iterator[str]:
    default = row.get("default")
    kind = row.get("type")
    if not default:
        return
    if kind == "integer":
        bounds = (row.get("least", 0), default, row.get("most", 1_000_000))
        if any(type(one) is not int for one in bounds) or sorted(bounds) != list(bounds):
            yield f"default {default!r} is no whole number between its bounds"
    elif not isinstance(default, str):
        yield f"default {default!r} is no text"
    elif kind == "category" and default not in vocabulary.categories():
        yield f"default {default!r} is no category"
    elif kind == "predicate" and default not in vocabulary.predicates():
        yield f"default {default!r} is no predicate"


def _text_problems(names: set[Any], text: str) -> Iterator[str]:
    used = set(re.findall(r"\$(\w+)", _SKIPPED.sub(" ", text)))
    for name in sorted(used - names):
        yield f"its text asks for ${name}, which is no parameter"
    for name in sorted(map(str, names - used)):
        yield f"its text does not use ${name}"


def _parameter(name: str, row: Mapping[str, Any]) -> Parameter:
    values = {key: row[key] for key in row if key not in {"choices", "default"}}
    default = "" if row.get("default") is None else str(row["default"])
    return Parameter(name=name, default=default, choices=tuple(row.get("choices", ())), **values)
