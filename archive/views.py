"""Views too long for an address, kept in the archive's folder under the hash of what they hold."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from graph.errors import GutgraphError, TooLarge

_LARGEST: Final = 512_000  # bytes of one view
_MOST: Final = 2_000  # views; the longest unread go
_ID: Final = re.compile(r"[0-9a-f]{16}")

Json = dict[str, Any]


def keep(folder: Path, view: Mapping[str, Any]) -> str:
    """Keep a view, and return its id: the hash of its canonical JSON.

    Args:
        folder: The data folder; views lie in `views/` in it, for their owner alone.
        view: What it holds, as JSON.

    Raises:
        TooLarge: It is larger than half a megabyte.
        GutgraphError: The folder cannot be written.

    """
    text = json.dumps(view, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    if len(text) > _LARGEST:
        raise TooLarge(
            f"This view of {len(text):,} bytes is past the {_LARGEST:,} that are kept for a link; "
            "hide or collapse some of it, or take a snapshot."
        )
    id_ = hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
    file = _file(folder, id_)
    try:
        if file.exists():
            os.utime(file)
        else:
            _write(file, text)
            _forget_oldest(file.parent)
    except OSError as error:
        raise GutgraphError(
            f"{file.parent} cannot be written ({error.strerror}), so this view has no link. Free "
            "some space there, or take a snapshot."
        ) from error
    return id_


def kept(folder: Path, id_: str) -> Json:
    """Read a view back.

    Raises:
        GutgraphError: None of this id is kept, or what is kept was changed.

    """
    if _ID.fullmatch(id_):
        try:
            file = _file(folder, id_)
            text = file.read_text(encoding="ascii")
            if hashlib.sha256(text.encode("ascii")).hexdigest().startswith(id_):
                os.utime(file)
                view: Json = json.loads(text)
                return view
        except (OSError, ValueError):
            pass
    raise GutgraphError(
        f"No view {id_!r} is kept here: its link comes from another dashboard, or {_MOST:,} views "
        "were kept since it was last opened. Ask for a fresh link, or start again."
    )


def _file(folder: Path, id_: str) -> Path:
    return folder / "views" / f"{id_}.json"


def _write(file: Path, text: str) -> None:
    """Write all of it or nothing, readable for its owner alone."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as part:
            part.write(text)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_oldest(folder: Path) -> None:
    aged = []
    for file in folder.glob("*.json"):
        with suppress(FileNotFoundError):  # another process forgets them too
            aged.append((file.stat().st_mtime, file))
    for _, file in sorted(aged, reverse=True)[_MOST:]:
        file.unlink(missing_ok=True)
