"""The `$names` of a query, and the values typed for them: one stated rule for their types."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from graph.errors import GutgraphError

# Comments, strings and quoted names, closed or not; else a parameter. As in console-cypher.js.
_PARTS: Final = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|$)|'(?:\\.|[^'\\])*+(?:'|$)|"(?:\\.|[^"\\])*+(?:"|$)"""
    r"""|`(?:``|[^`])*+(?:`|$)|\$(?P<name>[^\W\d]\w*)""",
    re.DOTALL,
)
_LARGEST: Final = 2**63 - 1


def names(text: str) -> tuple[str, ...]:
    """The parameters of a query, each once, in the order they come."""
    found = (part["name"] for part in _PARTS.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def typed(text: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Read the values of a query's parameters.

    JSON is read as JSON (numbers, `true`, `false`, `null`, `"text"`, lists, maps); anything else
    is text.

    Args:
        text: The query; what is no parameter of it is left out.
        given: As typed, by name.

    Raises:
        GutgraphError: A parameter has no value, or a number that no engine takes; all such are
            named.

    """
    values: dict[str, Any] = {}
    problems = []
    for name in names(text):
        raw = given.get(name, "").strip()
        if not raw:
            problems.append(f'${name} has no value; type one (null for none, "" for an empty text)')
            continue
        try:
            values[name] = _value(raw)
        except (OverflowError, RecursionError):
            problems.append(
                f"${name} has a number or a depth that no engine takes; whole numbers go to "
                f'{_LARGEST}, and text in quotes may be anything: "…"'
            )
    if problems:
        raise GutgraphError(f"{'; '.join(problems)}.")
    return values


def _value(raw: str) -> Any:
    try:
        return json.loads(raw, parse_int=_whole, parse_float=_number, parse_constant=_no_number)
    except ValueError:
        return raw


def _whole(digits: str) -> int:
    # Long before Python reads it: thousands of digits take their time.
    if len(digits.lstrip("-0")) > len(str(_LARGEST)) or abs(number := int(digits)) > _LARGEST:
        raise OverflowError(digits)
    return number


def _number(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise OverflowError(text)
    return number


def _no_number(word: str) -> str:
    raise ValueError(word)  # NaN and Infinity are no JSON
