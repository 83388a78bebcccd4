"""The taxa of a signature: MetaPhlAn names and NCBI ids of whole lineages, side by side."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from graph.model import known
from graph.model.entity import Entity
from graph.model.identity import EntityId

RANKS: Final = {
    "k": "kingdom", "d": "domain", "p": "phylum", "c": "class", "o": "order", "f": "family",
    "g": "genus", "s": "species", "t": "strain",
}  # fmt: skip

# A name may hold a comma; a lineage begins with a rank.
_BETWEEN: Final = re.compile(r",(?=[a-z]__)")
_PART: Final = re.compile(r"([a-z])__(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taxon:
    """A taxon as a signature lists it.

    Attributes:
        number: Its NCBI taxonomy number.
        lineage: Names from the top down, its own the last.

    """

    number: str
    name: str
    rank: str
    lineage: tuple[str, ...]

    @property
    def entity(self) -> Entity:
        """The entity: the vocabulary's own where it has the taxon, with rank and lineage."""
        return _entity(self)


def listed(names: str, ids: str) -> tuple[tuple[str, str], ...]:
    """Pair the lineages in names with those in ids, each pair once.

    Where the two lists differ in length nothing pairs them, and each id stands alone.
    """
    lineages = [one.strip() for one in _BETWEEN.split(names) if one.strip()]
    numbers = [one.strip() for one in ids.split(";") if one.strip()]
    if len(lineages) != len(numbers):
        lineages = [""] * len(numbers) if numbers else lineages
        numbers = numbers or [""] * len(lineages)
    return tuple(dict.fromkeys(zip(lineages, numbers, strict=True)))


def taxon(names: str, ids: str) -> Taxon | None:
    """Read one lineage; None when it has no name or no number at its end."""
    parts = [_PART.fullmatch(part) for part in names.split("|")]
    number = ids.rpartition("|")[2].strip()
    last = parts[-1]
    if last is None or not last[2].strip() or not number.isascii() or not number.isdigit():
        return None
    lineage = tuple(part[2].strip() for part in parts if part is not None)
    return Taxon(number, lineage[-1], RANKS.get(last[1], ""), lineage)


@cache
def _entity(taxon: Taxon) -> Entity:
    id_ = EntityId(f"NCBITaxon:{taxon.number}")
    description = "; ".join(part for part in (taxon.rank, " > ".join(taxon.lineage)) if part)
    primary = known.by_any_id().get(id_)
    if primary is None:
        return Entity(id_, taxon.name, "Taxon", description=description)
    entity = known.entities()[primary]
    return replace(entity, description=entity.description or description)
