"""`/api/entities/{id}` and its neighbours, a page at a time."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import AfterValidator, Field, TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.entity import known
from graph.ask.neighbour_claims import FIRST, Place, neighbour_claims
from graph.engine.store import Store
from graph.model import vocabulary
from graph.model.identity import is_predicate_name
from shapes.entity import KnownEntity, known_shape
from shapes.neighbourhood import Neighbours, neighbours_shape
from web.api.asking import Asking
from web.api.described import KEPT
from web.api.paging import MOST, NEXT, Asked, Id, next_page

_Number = Annotated[int, Field(ge=0, lt=2**63)]
_PLACE: Final = TypeAdapter(tuple[_Number, _Number, str])
_NO_PLACE: Final = "it is no place in this list; take it from the `next` of a page"


class EntityAsked(Asked):
    """How much of an entity."""

    limit: int = Field(20, ge=1, le=MOST, description="The most claims; /neighbours has all")


def place_of(text: str) -> Place:
    """Read a place from an address.

    Raises:
        ValueError: It is none.

    """
    try:
        return Place(*_PLACE.validate_json(urlsafe_b64decode(text.encode())))
    except ValueError as error:
        raise ValueError(_NO_PLACE) from error


def written_place(place: Place) -> str:
    """Write a place for an address."""
    text = json.dumps([place.papers, place.statements, place.claim])
    return urlsafe_b64encode(text.encode()).decode()


def _checked_place(text: str) -> str:
    if text:
        place_of(text)
    return text


def _predicate(text: str) -> str:
    if not is_predicate_name(text):
        raise ValueError("it is no relation type, such as INCREASED_IN")
    return text


def _category(text: str) -> str:
    if text not in vocabulary.categories():
        raise ValueError(f"it is none of {', '.join(vocabulary.categories())}")
    return text


class NeighboursAsked(Asked):
    """Which neighbours."""

    limit: int = Field(50, ge=1, le=MOST, description="The most claims of a page")
    after: Annotated[str, AfterValidator(_checked_place)] = Field(
        "", max_length=4_000, description="Where the page begins; take it from `next`"
    )
    predicate: list[Annotated[str, AfterValidator(_predicate)]] = Field(
        [], max_length=50, description="Relation types to keep; all without", examples=[["CAUSES"]]
    )
    category: list[Annotated[str, AfterValidator(_category)]] = Field(
        [], max_length=50, description="Categories to keep; all without", examples=[["Taxon"]]
    )


class NeighboursPage(Neighbours):
    """A page of neighbours."""

    next: str | None = NEXT


def entity_router(asking: Asking) -> APIRouter:
    """Make the routes of entities; that of neighbours comes first, as an id may have slashes."""
    router = APIRouter()

    @router.get(
        "/api/entities/{id:path}/neighbours",
        summary="List neighbours, with the claims that lead to them",
        response_model=NeighboursPage,
        responses=KEPT,
    )
    async def list_neighbours(
        request: Request, id: Id, asked: Annotated[NeighboursAsked, Query()]
    ) -> Response:
        def question(store: Store) -> NeighboursPage:
            after = place_of(asked.after) if asked.after else FIRST
            found = neighbour_claims(
                store,
                id,
                asked.limit,
                after,
                predicates=asked.predicate,
                categories=asked.category,
            )
            last = written_place(found.claims[-1].place) if found.more else ""
            more = next_page(request, after=last) if last else None
            return NeighboursPage(**dict(neighbours_shape(found)), next=more)

        return await asking.question(request, question)

    @router.get(
        "/api/entities/{id:path}",
        summary="Open an entity",
        response_model=KnownEntity,
        responses=KEPT,
    )
    async def open_entity(
        request: Request, id: Id, asked: Annotated[EntityAsked, Query()]
    ) -> Response:
        return await asking.question(
            request, lambda store: known_shape(known(store, id, asked.limit))
        )

    return router
