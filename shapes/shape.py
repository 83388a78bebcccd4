"""What all shapes have in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """JSON that a program gets; read from an answer of the graph by the names of its fields."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    def written(self) -> dict[str, Any]:
        """Lay it out as what JSON has; a field that was not given is left out."""
        return self.model_dump(mode="json", exclude_unset=True)
