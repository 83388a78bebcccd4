"""`/api/claims/{id}`: a claim with its evidence, a page at a time."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.evidence import of_claim
from graph.engine.store import Store
from shapes.evidence import OpenedClaim, opened_shape
from web.api.asking import Asking
from web.api.described import KEPT
from web.api.paging import NEXT, Id, Paged, next_page


class ClaimPage(OpenedClaim):
    """A claim with a page of its evidence."""

    next: str | None = NEXT


def claim_router(asking: Asking) -> APIRouter:
    """Make the route of claims."""
    router = APIRouter()

    @router.get(
        "/api/claims/{id:path}",
        summary="Open a claim: its numbers, every statement, quotes and sources",
        response_model=ClaimPage,
        responses=KEPT,
    )
    async def open_claim(request: Request, id: Id, asked: Annotated[Paged, Query()]) -> Response:
        def question(store: Store) -> ClaimPage:
            opened = opened_shape(of_claim(store, id), offset=asked.offset, limit=asked.limit)
            end = asked.offset + asked.limit
            more = next_page(request, offset=end) if opened.total > end else None
            return ClaimPage(**dict(opened), next=more)

        return await asking.question(request, question)

    return router
