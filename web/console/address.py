"""A question as an address, and back: `?cypher=…&p.NAME=…`."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from web.console.desk import Question
from web.console.values import names
from web.view import ADDRESS_BYTES

_TEXT: Final = "cypher"
_VALUE: Final = "p."
_BESIDE: Final = ("theme",)


def question_of(query: Mapping[str, str]) -> Question | None:
    """The question of an address; None where it has none."""
    if _TEXT not in query:
        return None
    values = {
        key.removeprefix(_VALUE): value for key, value in query.items() if key.startswith(_VALUE)
    }
    return asked(query[_TEXT], values)


def asked(text: str, values: Mapping[str, str]) -> Question:
    """A question with the values that its text has names for, and that are there."""
    return Question(text, {name: values[name] for name in names(text) if values.get(name)})


def written(question: Question, before: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """Write a question as query parameters.

    Args:
        question: What was asked.
        before: The address the page has; its theme stays.

    Returns:
        The parameters, and whether the question fits: past 2 kB it is left out.

    """
    beside = {key: before[key] for key in _BESIDE if key in before}
    values = {f"{_VALUE}{name}": value for name, value in question.values.items()}
    address = {_TEXT: question.text} | values | beside
    fits = len(urlencode(address)) < ADDRESS_BYTES
    return (address, True) if fits else (beside, False)
