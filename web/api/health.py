"""`/health`: whether the dashboard answers; open to everyone."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel


class Health(BaseModel):
    """It answers."""

    status: Literal["ok"] = "ok"


def health_router() -> APIRouter:
    """Make the route that asks nothing of the graph."""
    router = APIRouter()

    @router.get("/health", summary="Say that it answers")
    async def say_health() -> Health:
        return Health()

    return router
