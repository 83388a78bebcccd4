"""`/api/query` (POST): one query in Cypher that reads, within the limits of the console."""

from typing import Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator
from starlette.responses import Response

from graph.ask import console
from graph.ask.sendable import unsendable
from graph.engine.store import Store
from shapes.table import Table, table_shape
from web.api.asking import Asking


class AskedQuery(BaseModel):
    """A query with the values of its `$names`."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(
        description="One statement that reads",
        examples=["MATCH (n:Entity {id: $id}) RETURN n.name AS name"],
    )
    parameters: dict[str, JsonValue] = Field(
        default={},
        description="A value for each $name of the query",
        examples=[{"id": "MONDO:0005301"}],
    )

    @model_validator(mode="after")
    def _can_be_sent(self) -> Self:
        if why := unsendable(self.query, self.parameters):
            raise ValueError(why)
        return self


def query_router(asking: Asking) -> APIRouter:
    """Make the route that takes a stranger's Cypher."""
    router = APIRouter()

    @router.post("/api/query", summary="Run a query that reads", response_model=Table)
    async def run_query(asked: AskedQuery) -> Response:
        def question(store: Store) -> Table:
            settings, gate = asking.settings, asking.gate
            return table_shape(
                console.run(store, asked.query, settings, asked.parameters, gate=gate)
            )

        return await asking.query(question)

    return router
