"""Taxa with their ranks and parents, from `vocabulary/taxonomy.tsv`."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from graph.model import known
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.vocabulary import read_table

# Finest first.
RANKS: Final = ("species", "genus", "family", "order", "class", "phylum", "kingdom")


@dataclass(frozen=True, slots=True)
class Taxon:
    """A row of the table.

    Attributes:
        rank: One of `RANKS`.
        parent: The taxon it is in, "" where the table ends.
        source: `BugSigDB`: a lineage of its export (NCBI Taxonomy); `name`: a species is of the
            genus that it is named after.

    """

    id: EntityId
    name: str
    rank: str
    parent: str
    source: str

    @property
    def entity(self) -> Entity:
        """The entity: the vocabulary's own where it has the taxon."""
        return known.entities().get(self.id) or Entity(self.id, self.name, "Taxon")


@cache
def taxa() -> MappingProxyType[str, Taxon]:
    """Taxon by id."""
    rows = (
        Taxon(EntityId(row["id"]), row["name"], row["rank"], row["parent"], row["source"])
        for row in read_table("taxonomy.tsv")
    )
    return MappingProxyType({row.id: row for row in rows})
