"""A snapshot: a subgraph frozen with all a figure of it needs, under the hash of its JSON."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

from graph.errors import LoadError
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import ClaimId, EntityId
from graph.model.subgraph import CountedClaim, Subgraph

SCHEMA_VERSION: Final = 1
_SHORT: Final = 8  # digits of the id that a figure prints
_LATER: Final = frozenset({"id", "document", "struck"})  # fields that lines did not always have


@dataclass(frozen=True, slots=True)
class Source:
    """One line of a figure's numbered sources.

    Attributes:
        number: 1-based, as printed.
        text: The line itself, e.g. `Brain 2018;141:1900`.
        kind: `publication` or `document` (a page, a data set).
        link: Its address, "" when unknown.
        id: Of the publication or document in the graph, "" in files from before it was kept.

    """

    number: int
    text: str
    kind: str = "publication"
    link: str = ""
    retracted: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement as it stood: for which claim, in which numbered source, in which words.

    Attributes:
        verdict: The latest review, `accepted`, `rejected` or "".
        document: Id of the document that the quote is from, "" when unknown.
        struck: Its quote was taken out after it was frozen.

    """

    claim: ClaimId
    source: int
    quote: str = ""
    stance: str = "supports"
    certainty: str = "asserted"
    verdict: str = ""
    document: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The plane that positions were taken on: pixels across and down, factor on the type's size."""

    width: float
    height: float
    scale: float


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

    def sources_of(self, claim: str) -> tuple[int, ...]:
        """The numbers of the sources that speak of a claim, each once."""
        return tuple(sorted({one.source for one in self.statements if one.claim == claim}))

    def content(self) -> str:
        """The canonical JSON that the id is the hash of: pure ASCII, sorted keys, no spaces."""
        return _canonical(self._fields())

    def to_json(self) -> str:
        """The canonical JSON, with `created` where it is known."""
        fields = self._fields()
        return _canonical(fields | {"created": self.created} if self.created else fields)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a snapshot back.

        Raises:
            LoadError: It is no JSON, no snapshot, or of another schema version.
            RecordError: An entity or claim in it breaks a rule.

        """
        fields = _read(text)
        try:
            return cls.of(**_arguments(fields))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise LoadError(
                "snapshot", f"its parts do not fit: {error}", "Take the file as it was exported."
            ) from error

    def _fields(self) -> dict[str, Any]:
        return {
            "schema_version": SCHEMA_VERSION,
            "entities": [asdict(entity) for entity in self.subgraph.entities],
            "claims": [_claim_fields(claim) for claim in self.subgraph.claims],
            "hidden": self.subgraph.hidden,
            "title": self.title,
            "caption": self.caption,
            "theme": self.theme,
            "layout": self.layout,
            "positions": {id_: list(place) for id_, place in self.positions.items()},
            "focus": self.focus,
            "citations": [_told(one) for one in self.citations],
            "statements": [_told(one) for one in self.statements],
            "data_version": self.data_version,
            "licences": self.licences,
        } | ({} if self.frame is None else {"frame": asdict(self.frame)})


def _statement_order(one: Stated) -> tuple[str, int, str, str, str, str, str]:
    return (one.claim, one.source, one.stance, one.quote, one.certainty, one.verdict, one.document)


def _told(one: Source | Stated) -> dict[str, Any]:
    """The fields of a line; those that came later only where they say something.

    So a snapshot from before they came keeps its id.
    """
    return {key: value for key, value in asdict(one).items() if value or key not in _LATER}


def _canonical(fields: Mapping[str, Any]) -> str:
    # ASCII, so that an unpaired surrogate in a quote survives and any file encoding will do.
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _claim_fields(counted: CountedClaim) -> dict[str, Any]:
    return {
        "id": counted.id,
        "counts": asdict(counted.counts),
        "asserted_in": counted.asserted_in,
        "denied_in": counted.denied_in,
    }


def _read(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise LoadError("snapshot", f"it is no JSON ({error})", "Take a file made here.") from error
    version = fields.get("schema_version") if isinstance(fields, dict) else None
    if version != SCHEMA_VERSION:
        raise LoadError(
            "snapshot",
            f"schema_version is {version!r}, this program reads {SCHEMA_VERSION}",
            "Open it with the version that made it, or take the snapshot anew.",
        )
    return dict(fields)


def _arguments(fields: Mapping[str, Any]) -> dict[str, Any]:
    same = ("title", "caption", "theme", "layout", "data_version", "licences", "focus")
    return {
        "subgraph": Subgraph.of(
            [_entity(row) for row in fields["entities"]],
            [_claim(row) for row in fields["claims"]],
            {EntityId(id_): int(count) for id_, count in fields["hidden"].items()},
        ),
        "positions": {id_: (x, y) for id_, (x, y) in fields["positions"].items()},
        "frame": Frame(**fields["frame"]) if "frame" in fields else None,
        "citations": [Source(**row) for row in fields["citations"]],
        "statements": [Stated(**row) for row in fields["statements"]],
        "created": fields.get("created", ""),
        **{name: fields[name] for name in same},
    }


def _entity(row: Mapping[str, Any]) -> Entity:
    return Entity(**_tupled(row))


def _claim(row: Mapping[str, Any]) -> CountedClaim:
    return CountedClaim(
        Claim.from_id(row["id"]),
        Counts(**_tupled(row["counts"])),
        tuple(row["asserted_in"]),
        tuple(row["denied_in"]),
    )


def _tupled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
