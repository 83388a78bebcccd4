"""The body of a request: JSON, and no more of it than a route takes."""

import json
from typing import Any

from starlette.requests import Request

from graph.errors import GutgraphError, TooLarge


async def json_body(request: Request, most: int, way_out: str = "draw less") -> Any:
    """Read JSON, at most so many bytes of it.

    Args:
        request: Whose body is read.
        most: Bytes.
        way_out: What to do where it is longer, for the message.

    Raises:
        TooLarge: It is longer.
        GutgraphError: It is no JSON, or nested past what can be read.

    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise TooLarge(f"The request is longer than {most:,} bytes; {way_out}.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise GutgraphError(f"The request is no JSON: {error}.") from error
