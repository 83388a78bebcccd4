"""A figure's file back to the snapshot it was drawn from."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final, get_type_hints

from archive.carriers import LARGEST, Carried, in_html, in_png, in_pptx, in_xml, too_large
from graph.errors import LoadError, RecordError, UnknownFormat
from graph.model.snapshot import Snapshot

KNOWN: Final = ("svg", "png", "pptx", "html", "json")

_FURTHEST: Final = 1e6  # pixels; what is further out was never placed by hand
_MARKS: Final = "\ufeff".encode() + b" \t\r\n"
_XML: Final = (b"<?xml", b"<svg", b"<!doctype ", b"<!--")
_BEGIN: Final = 2_000  # bytes that tell what a file is


def reopen(data: bytes, name: str = "file") -> Snapshot:
    """Find the snapshot that a file carries, and hold it against the id it goes by.

    Args:
        data: An SVG, PNG, PPTX, HTML page or JSON made here; at most 20 MB.
        name: What the file is called, for messages.

    Raises:
        UnknownFormat: It is none of these.
        LoadError: It carries no snapshot, or one that was edited by hand.
        RecordError: An entity or claim in it breaks a rule.

    """
    try:
        return _reopened(data)
    except RecordError:
        raise
    except LoadError as error:
        raise type(error)(name, error.reason, error.way_out) from error
    except RecursionError as error:
        raise LoadError(name, "it is nested too deep", "Take a figure as exported.") from error


def _reopened(data: bytes) -> Snapshot:
    carried = _named(_carried(data))
    snapshot = Snapshot.from_json(carried.text)
    _require_types(snapshot)
    _require_places(snapshot)
    if carried.id and not snapshot.id.startswith(carried.id):
        raise LoadError(
            "file",
            f"what it holds no longer fits its id {carried.id[:8]}, so it was edited by hand",
            "Take the figure anew from where it was made; nothing of this one was opened.",
        )
    return snapshot


def _carried(data: bytes) -> Carried:
    if len(data) > LARGEST:
        raise too_large(len(data))
    found = _found(data)
    if found is None:
        raise LoadError(
            "file",
            "it carries no snapshot",
            "Figures made here do; a programme that saved it anew may have left it out.",
        )
    return found


def _found(data: bytes) -> Carried | None:
    begin = data[:_BEGIN].lstrip(_MARKS).lower()
    if data.startswith(b"\x89PNG"):
        return in_png(data)
    if data.startswith(b"PK"):
        return in_pptx(data)
    if begin.startswith(b"{"):
        return Carried(_decoded(data))
    if begin.startswith(_XML) and b"<html" not in begin:
        return in_xml(data)
    if begin.startswith(b"<"):
        return in_html(data)
    raise UnknownFormat(
        "file",
        "it is none of the files that a figure opens from",
        f"Those are {', '.join(one.upper() for one in KNOWN)}, as they were exported here.",
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeError as error:
        raise _no_json(error) from error


def _named(carried: Carried) -> Carried:
    """The same with the id it goes by: our own JSON, in a PNG too, has it among its fields."""
    try:
        fields_ = {} if carried.id else json.loads(carried.text)
    except ValueError as error:
        raise _no_json(error) from error
    id_ = fields_.get("id", "") if isinstance(fields_, dict) else ""
    return Carried(carried.text, carried.id or (id_ if isinstance(id_, str) else ""))


def _no_json(error: ValueError) -> LoadError:
    return LoadError("file", f"it is no JSON ({error})", "Take a file made here.")


def _require_places(snapshot: Snapshot) -> None:
    """Hold places against what a layout can draw."""
    frame = snapshot.frame
    numbers = [number for place in snapshot.positions.values() for number in place]
    numbers += [frame.width, frame.height, frame.scale] if frame else []
    if not all(isinstance(one, int | float) and abs(one) <= _FURTHEST for one in numbers):
        raise _unfit("a place is no number within a million pixels")
    if frame and min(frame.width, frame.height, frame.scale) <= 0:
        raise _unfit("its frame has no extent")


def _require_types(snapshot: Snapshot) -> None:
    """Hold every value against its type: JSON can put anything anywhere."""
    records: Iterable[Any] = (
        *snapshot.subgraph.entities,
        *(one.counts for one in snapshot.subgraph.claims),
        *snapshot.citations,
        *snapshot.statements,
    )
    texts = (
        *(snapshot.title, snapshot.caption, snapshot.theme, snapshot.layout),
        *(snapshot.data_version, snapshot.created, *snapshot.licences),
    )
    if not all(isinstance(one, str) for one in texts):
        raise _unfit("a text in it is none")
    hints = {kind: get_type_hints(kind) for kind in {type(one) for one in records}}
    for one in records:
        for name in _strange(one, hints[type(one)]):
            raise _unfit(f"{type(one).__name__} has {name} {getattr(one, name)!r:.60}")


def _strange(record: Any, hints: dict[str, Any]) -> Iterator[str]:
    for field in fields(record):
        value, hint = getattr(record, field.name), str(hints[field.name])
        kind = type(value).__name__
        if value is None and "None" in hint:
            continue
        if isinstance(value, tuple) or "tuple" in hint:
            fits = isinstance(value, tuple) and all(isinstance(one, str) for one in value)
        else:
            fits = kind in hint or (kind == "str" and "Id" in hint)
        if not fits:
            yield field.name


def _unfit(what: str) -> LoadError:
    return LoadError("file", f"its parts do not fit: {what}", "Take the file as it was exported.")
