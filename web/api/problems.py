"""What went wrong, as problem documents (RFC 9457): never a traceback, never a path."""

import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import GutgraphError
from web.api.answers import problem, problem_document

_SHOWN: Final = 80
_EXTRA: Final = "extra_forbidden"
_BODY: Final = 'one such as {"query": "RETURN 1 AS one"}, and say by Content-Type that it is JSON'


class Problem(BaseModel):
    """A problem document, as RFC 9457 describes it."""

    type: str = Field(description="about:blank: the status says what kind it is")
    title: str = Field(examples=["NotFound"])
    status: int = Field(examples=[404])
    detail: str = Field(
        description="What is wrong, the rule, and a way out",
        examples=["Entity 'MONDO:1' is not in the graph."],
    )
    instance: str = Field(description="The path that was asked", examples=["/api/entities/MONDO:1"])


async def told(request: Request, error: Exception) -> Response:
    """Tell an error that is the graph's own."""
    assert isinstance(error, GutgraphError)  # noqa: S101 - for the type; registered for no other
    return problem(error, request.url.path)


async def told_invalid(request: Request, error: Exception) -> Response:
    """Tell all that is wrong with the values of a request."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    known = _known(request)
    said = "; ".join(dict.fromkeys(_said(one, known) for one in error.errors()))
    return problem_document(400, "Bad Request", f"{said}.", request.url.path)


async def told_http(request: Request, error: Exception) -> Response:
    """Tell of a route that is not there, a method that it has not, a body too long."""
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    status = HTTPStatus(error.status_code)
    detail = error.detail
    if status == HTTPStatus.NOT_FOUND:
        detail = "There is no such route; /api/openapi.json lists those there are."
    elif status == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"This route does not take {request.method}."
    return problem_document(status, status.phrase, detail, request.url.path, error.headers)


async def told_unforeseen(request: Request, _: Exception) -> Response:
    """Tell that something failed; the log has all of it."""
    detail = "Something failed that should not have; the terminal of the dashboard says what."
    return problem_document(500, "Internal Server Error", detail, request.url.path)


def _known(request: Request) -> tuple[str, ...]:
    """The parameters of the address that the route has."""
    dependant = getattr(request.scope.get("route"), "dependant", None)
    fields = [field.field_info.annotation for field in getattr(dependant, "query_params", ())]
    return tuple(name for model in fields for name in getattr(model, "model_fields", ()))


def _said(one: Mapping[str, Any], known: Iterable[str]) -> str:
    place, *names = one["loc"]
    if one["type"] == "json_invalid":
        return f"the body is no JSON from character {names[0]} on; send {_BODY}"
    if place == "body" and not names and one["type"].endswith("_type"):
        return f"the body is no JSON object; send {_BODY}"
    name = ".".join(str(part) for part in names) or "the body"
    if one["type"] == _EXTRA and place == "query":
        return f"{name} is no parameter of this route; it has {', '.join(known) or 'none'}"
    message = re.sub(r"^Value error, ", "", one["msg"])
    if place != "query" or one["type"] == "missing":
        return f"{name}: {message}"
    given = repr(one.get("input"))
    return f"{name} is {given if len(given) <= _SHOWN else given[:_SHOWN] + '…'}: {message}"
