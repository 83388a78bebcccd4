"""What the description of every route says: its version, its problems, how one gets in."""

from typing import Any, Final

from fastapi import Security
from fastapi.security import HTTPBearer

from web.api.answers import PROBLEM

VERSION: Final = "1"

Responses = dict[int | str, dict[str, Any]]

_DOCUMENT: Final = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
ERRORS: Final[Responses] = {
    "4XX": {"description": "What is wrong, and a way out", "content": _DOCUMENT},
    "5XX": {"description": "What failed", "content": _DOCUMENT},
}
KEPT: Final[Responses] = {
    200: {
        "headers": {
            "ETag": {
                "description": "The state of the graph and the address; none while it changes",
                "schema": {"type": "string"},
            }
        }
    },
    304: {"description": "Nothing has changed since the answer that If-None-Match names"},
}
# For the description alone: the gate has let nobody in without it, or the browser's cookie.
TOKEN: Final = Security(
    HTTPBearer(
        auto_error=False,
        scheme_name="launch token",
        description="The launch token of gutgraph serve; a browser has a cookie instead",
    )
)
