"""The graph in an answer: its entities and claims read from the store, and drawn."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from figures.geometry import compose
from figures.options import FigureOptions
from figures.svg import svg
from graph.ask.claims import claims_among
from graph.ask.entities import with_degrees
from graph.engine.store import Store
from graph.model.claim import Claim
from graph.model.snapshot import Snapshot
from graph.model.subgraph import Subgraph
from web.console.recognised import Recognised

DRAWN: Final = 60  # entities of a picture that is still read beside a table
LISTED: Final = 300

_WITHOUT: Final = frozenset(("title", "subtitle", "caption", "sources", "signature", "code"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an answer that is of the graph.

    Attributes:
        subgraph: Entities and claims, as the graph has them now.
        joined: The answer has no claims: those among its entities are taken.
        missing: Entities of the answer that the graph does not have.
        uncounted: Claims of the answer that rest on nothing that counts.
        left: Entities past the limit.

    """

    subgraph: Subgraph
    joined: bool
    missing: int
    uncounted: int
    left: int

    @property
    def drawable(self) -> bool:
        """Whether it is small enough for a picture."""
        return 0 < len(self.subgraph.entities) <= DRAWN


def shown(store: Store, found: Recognised) -> Shown:
    """Read the entities and claims of an answer."""
    ids = found.entities[:LISTED]
    entities, degrees = with_degrees(store, ids)
    among = claims_among(store, entities, degrees)
    asked = set(found.claims)
    drawn = [one for one in among if one.id in asked] if asked else among
    within = sum(_within(id_, entities.keys()) for id_ in found.claims)
    return Shown(
        Subgraph.of(entities.values(), drawn),
        joined=not asked,
        missing=len(ids) - len(entities),
        uncounted=within - len(drawn) if asked else 0,
        left=len(found.entities) - len(ids),
    )


def picture(part: Shown, theme: str) -> str:
    """Draw it as figures are drawn, as SVG."""
    options = FigureOptions(aspect="16:9", without=_WITHOUT)
    return svg(compose(Snapshot.of(part.subgraph, theme=theme), options))


def _within(id_: str, entities: Collection[str]) -> bool:
    claim = Claim.from_id(id_)
    return claim.subject in entities and claim.object in entities
