"""`/api/saved` and `/api/saved/NAME?name=value`: the saved queries, and the answer of one."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.saved import ask_saved, every_saved
from graph.engine.store import Store
from graph.errors import WrongValue
from shapes.saved import StoredAnswer, StoredQuery, answer_shape, query_shape
from shapes.shape import Shape
from web.api.answers import JsonResponse
from web.api.asking import FRESH, Asking
from web.api.described import KEPT
from web.api.paging import Asked, Id

_MOST: Final = 50  # values of one question
_VALUES: Final[dict[str, Any]] = {
    "parameters": [
        {
            "name": "values",
            "in": "query",
            "description": "A value for each parameter of the query, by its name; and limit",
            "style": "form",
            "explode": True,
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
            "example": {"disease": "MONDO:0005301", "limit": "100"},
        }
    ]
}


class Catalogue(Shape):
    """Every saved query, those of a topic together."""

    queries: tuple[StoredQuery, ...]


def saved_router(asking: Asking) -> APIRouter:
    """Make the routes of saved queries."""
    router = APIRouter()

    @router.get("/api/saved", summary="List the saved queries", response_model=Catalogue)
    async def list_saved(_: Annotated[Asked, Query()]) -> Response:
        listed = Catalogue(queries=tuple(query_shape(one) for one in every_saved().values()))
        return JsonResponse(listed.written(), headers=FRESH)

    @router.get(
        "/api/saved/{name}",
        summary="Ask a saved query",
        response_model=StoredAnswer,
        responses=KEPT,
        openapi_extra=_VALUES,
    )
    async def ask_one(request: Request, name: Id) -> Response:
        given = _given(request)

        def question(store: Store) -> StoredAnswer:
            return answer_shape(ask_saved(store, name, given, asking.settings, gate=asking.gate))

        return await asking.saved(request, question)

    return router


def _given(request: Request) -> dict[str, str]:
    pairs = request.query_params.multi_items()[:_MOST]
    given = dict(pairs)
    if len(given) < len(pairs):
        raise WrongValue(["a parameter is given twice; give each once"])
    return given
