"""A snapshot: a subgraph frozen with all a figure of it needs, under the hash of its JSON."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

from graph.errors import LoadError
from graph.model.identity import EntityId
from graph.model.snapshot_json import (
    SCHEMA_VERSION,
    arguments,
    canonical,
    claim_fields,
    fields_of,
    line_fields,
)
from graph.model.snapshot_parts import Frame, Source, Stated, struck_words
from graph.model.subgraph import Subgraph

__all__ = ["SCHEMA_VERSION", "Frame", "Snapshot", "Source", "Stated"]

_SHORT: Final = 8  # digits of the id that a figure prints


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen subgraph. Build it with `Snapshot.of`, which sorts; read it with `from_json`.

    Attributes:
        positions: Centres of boxes that a user placed by hand, in the pixels of the layout; the
            layout places all others.
        frame: The plane that the positions belong to; None lets the figure choose a 16:9 one.
        focus: Entities the figure is about, drawn in their full hue.
        data_version: The graph's data version when it was taken.
        licences: Licences of the data shown.
        created: When it was taken (ISO 8601); no part of the id.

    """

    subgraph: Subgraph
    title: str
    caption: str = ""
    theme: str = "light"
    layout: str = "axis"
    positions: Mapping[EntityId, tuple[float, float]] = field(default_factory=dict)
    frame: Frame | None = None
    focus: tuple[EntityId, ...] = ()
    citations: tuple[Source, ...] = ()
    statements: tuple[Stated, ...] = ()
    data_version: str = ""
    licences: tuple[str, ...] = ()
    created: str = ""

    @classmethod
    def of(
        cls,
        subgraph: Subgraph,
        positions: Mapping[EntityId, tuple[float, float]] | None = None,
        title: str = "",
        citations: Iterable[Source] = (),
        *,
        statements: Iterable[Stated] = (),
        caption: str = "",
        theme: str = "light",
        layout: str = "axis",
        frame: Frame | None = None,
        focus: Iterable[EntityId] = (),
        data_version: str = "",
        licences: Iterable[str] = (),
        created: str = "",
    ) -> Self:
        """Freeze a subgraph; the order in which things are given never matters."""
        known = {entity.id for entity in subgraph.entities}
        placed = sorted((positions or {}).items())
        return cls(
            subgraph=Subgraph.of(subgraph.entities, subgraph.claims, subgraph.hidden),
            title=title,
            caption=caption,
            theme=theme,
            layout=layout,
            positions={
                id_: (round(float(x), 1), round(float(y), 1))
                for id_, (x, y) in placed
                if id_ in known
            },
            frame=frame,
            focus=tuple(sorted(set(focus) & known)),
            citations=tuple(sorted(citations, key=lambda one: (one.number, one.text))),
            statements=tuple(sorted(set(statements), key=_statement_order)),
            data_version=data_version,
            licences=tuple(sorted(set(licences))),
            created=created,
        )

    @property
    def id(self) -> str:
        """Hash of the canonical JSON without `created`: 64 hex digits."""
        return hashlib.sha256(self.content().encode("ascii")).hexdigest()

    @property
    def short_id(self) -> str:
        """The part of the id that is shown."""
        return self.id[:_SHORT]

    @property
    def struck(self) -> str:
        """How many of its quotes were struck, and when; "" for none."""
        return struck_words(self.statements)

    def sources_of(self, claim: str) -> tuple[int, ...]:
        """The numbers of the sources that speak of a claim, each once."""
        return tuple(sorted({one.source for one in self.statements if one.claim == claim}))

    def content(self) -> str:
        """The canonical JSON that the id is the hash of: pure ASCII, sorted keys, no spaces."""
        return canonical(self._fields())

    def to_json(self) -> str:
        """The canonical JSON, with `created` where it is known."""
        fields = self._fields()
        return canonical(fields | {"created": self.created} if self.created else fields)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a snapshot back.

        Raises:
            LoadError: It is no JSON, no snapshot, or of another schema version.
            RecordError: An entity or claim in it breaks a rule.

        """
        fields = fields_of(text)
        try:
            return cls.of(**arguments(fields))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise LoadError(
                "snapshot", f"its parts do not fit: {error}", "Take the file as it was exported."
            ) from error

    def _fields(self) -> dict[str, Any]:
        return {
            "schema_version": SCHEMA_VERSION,
            "entities": [asdict(entity) for entity in self.subgraph.entities],
            "claims": [claim_fields(claim) for claim in self.subgraph.claims],
            "hidden": self.subgraph.hidden,
            "title": self.title,
            "caption": self.caption,
            "theme": self.theme,
            "layout": self.layout,
            "positions": {id_: list(place) for id_, place in self.positions.items()},
            "focus": self.focus,
            "citations": [line_fields(one) for one in self.citations],
            "statements": [line_fields(one) for one in self.statements],
            "data_version": self.data_version,
            "licences": self.licences,
        } | ({} if self.frame is None else {"frame": asdict(self.frame)})


def _statement_order(one: Stated) -> tuple[str, int, str, str, str, str, str]:
    return (one.claim, one.source, one.stance, one.quote, one.certainty, one.verdict, one.document)
