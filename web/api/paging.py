"""Pages of a list: how many a program asks for, where they begin, and the address of the next."""

from typing import Annotated, Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.requests import Request

MOST: Final = 200
NEXT: Final = Field(
    description="Address of the next page; null on the last", examples=["/api/…?offset=50"]
)

# Addresses are matched as they were sent, so an id is decoded here, once.
Id = Annotated[
    str,
    Path(description="The id, percent-encoded: `/` as %2F, `%` as %25"),
    AfterValidator(unquote),
]


class Asked(BaseModel):
    """Parameters of an address; any other is refused."""

    model_config = ConfigDict(extra="forbid")


class Paged(Asked):
    """Which part of a list."""

    limit: int = Field(50, ge=1, le=MOST, description="The most of a page")
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to pass over")


def next_page(request: Request, **values: Any) -> str:
    """Build the address of another page: this one's, with other values."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name not in values]
    path = quote(request.scope["path"], safe="/:~%")
    return f"{path}?{urlencode([*kept, *values.items()])}"
