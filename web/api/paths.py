"""`/api/paths?start=…&end=…`: the best paths between two entities."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.naming import meant
from graph.ask.paths import paths
from graph.engine.store import Store
from graph.settings import LONGEST_PATH
from shapes.path import Paths, paths_shape
from web.api.asking import Asking
from web.api.described import KEPT
from web.api.paging import Asked


class PathsAsked(Asked):
    """From where to where."""

    start: str = Field(
        description="A CURIE, or a name that one entity has", examples=["NCBITaxon:239934"]
    )
    end: str = Field(
        description="A CURIE, or a name that one entity has", examples=["MONDO:0005301"]
    )
    length: int | None = Field(
        None, ge=1, le=LONGEST_PATH, description="The most steps; GUTGRAPH_PATH_LENGTH without"
    )
    limit: int | None = Field(
        None, ge=1, le=100, description="The most paths; GUTGRAPH_PATHS without"
    )
    denied: bool = Field(False, description="Walk claims that are only denied, too")


def path_router(asking: Asking) -> APIRouter:
    """Make the route of paths."""
    router = APIRouter()
    settings = asking.settings

    @router.get("/api/paths", summary="Find paths", response_model=Paths, responses=KEPT)
    async def find_paths(request: Request, asked: Annotated[PathsAsked, Query()]) -> Response:
        def question(store: Store) -> Paths:
            found = paths(
                store,
                meant(store, asked.start).id,
                meant(store, asked.end).id,
                asked.length or settings.path_length,
                asked.limit or settings.paths,
                denied=asked.denied,
            )
            return paths_shape(found)

        return await asking.question(request, question)

    return router
