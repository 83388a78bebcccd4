"""A snapshot as JSON: canonical, so that it has one hash, and read back with its parts checked."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from graph.errors import LoadError
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot_parts import Frame, Source, Stated
from graph.model.subgraph import CountedClaim, Subgraph

SCHEMA_VERSION: Final = 1
# Fields that lines did not always have.
_LATER: Final = frozenset({"id", "document", "struck", "struck_on"})


def line_fields(one: Source | Stated) -> dict[str, Any]:
    """The fields of a line; those that came later only where they say something.

    So a snapshot from before they came keeps its id.
    """
    return {key: value for key, value in asdict(one).items() if value or key not in _LATER}


def canonical(fields: Mapping[str, Any]) -> str:
    """Write JSON that has one form: sorted keys, no spaces.

    ASCII, so that an unpaired surrogate in a quote survives and any file encoding will do.
    """
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def claim_fields(counted: CountedClaim) -> dict[str, Any]:
    """The fields of a claim with its counts."""
    return {
        "id": counted.id,
        "counts": asdict(counted.counts),
        "asserted_in": counted.asserted_in,
        "denied_in": counted.denied_in,
    }


def fields_of(text: str) -> dict[str, Any]:
    """Parse the JSON of a snapshot.

    Raises:
        LoadError: It is no JSON, or of another schema version.

    """
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


def arguments(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What `Snapshot.of` takes, from parsed JSON; parts that do not fit raise as Python does."""
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
