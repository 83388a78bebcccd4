"""The answer of a query: columns, rows, and what was cut."""

from typing import Any

from pydantic import Field

from graph.ask import answers
from shapes.shape import Shape


class Table(Shape):
    """What a query answers; nodes and relations are maps."""

    columns: tuple[str, ...] = Field(examples=[["name", "papers"]])
    rows: tuple[tuple[Any, ...], ...] = Field(
        description="A list of values for each row, in the order of the columns",
        examples=[[["Akkermansia", 2]]],
    )
    truncated: bool = Field(description="Whether a limit cut the answer")
    reason: str = Field(
        description='What was cut, and the way out; "" where nothing was',
        examples=["cut after 1,000 rows; add a LIMIT or narrow it"],
    )
    seconds: float = Field(
        description="Time taken, the wait for a place included", examples=[0.012]
    )


def table_shape(table: answers.Table) -> Table:
    """Lay out a table."""
    return Table(
        columns=table.columns,
        rows=table.rows,
        truncated=table.truncated,
        reason=table.reason,
        seconds=round(table.seconds, 4),
    )
