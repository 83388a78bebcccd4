"""What a store can be sent: texts of whole characters, whole numbers of 64 bits."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

_INTEGERS: Final = range(-(2**63), 2**63)


def unsendable(text: str, parameters: Mapping[str, Any]) -> str:
    """Say why a query cannot be sent with these values; "" where it can.

    Args:
        text: The query.
        parameters: Its values, as JSON has them.

    """
    try:
        json.dumps([text, parameters], ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return "a text has half a character (a lone surrogate)"
    if any(number not in _INTEGERS for number in _integers(parameters)):
        return "a whole number has more than 64 bits"
    return ""


def _integers(value: Any) -> Iterator[int]:
    if isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _integers(one)
    elif isinstance(value, int):
        yield value
