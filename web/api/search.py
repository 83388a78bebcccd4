"""`/api/search?q=TEXT`: entities by name, synonym, id or near miss."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.search import search
from graph.engine.store import Store
from shapes.entity import Hit, hit_shape
from shapes.shape import Shape
from web.api.asking import Asking
from web.api.described import KEPT
from web.api.paging import NEXT, Asked, next_page

_DEEPEST: Final = 100  # so many are ranked, for whichever page


class SearchAsked(Asked):
    """What is searched for."""

    q: str = Field(
        description="A name, synonym, CURIE, a beginning or a misspelling; 200 characters count",
        examples=["multiple sclerosis"],
    )
    limit: int = Field(8, ge=1, le=_DEEPEST, description="The most of a page")
    offset: int = Field(0, ge=0, le=_DEEPEST, description="How many to pass over")


class Found(Shape):
    """A page of what a search found: the best hundred, exact names first."""

    hits: tuple[Hit, ...]
    next: str | None = NEXT


def search_router(asking: Asking) -> APIRouter:
    """Make the route that searches."""
    router = APIRouter()

    @router.get("/api/search", summary="Find entities", response_model=Found, responses=KEPT)
    async def find_entities(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
        def question(store: Store) -> Found:
            hits = search(store, asked.q, _DEEPEST)
            end = asked.offset + asked.limit
            more = next_page(request, offset=end) if len(hits) > end else None
            return Found(hits=tuple(hit_shape(hit) for hit in hits[asked.offset : end]), next=more)

        return await asking.question(request, question)

    return router
