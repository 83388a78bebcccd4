"""How a store and its machine are: what `gutgraph doctor` tells. Nothing here is a secret."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NoReturn

from graph.engine.cypher import cypher
from graph.engine.schema import missing
from graph.engine.store import Store
from graph.errors import StoreRejected

_ENGINE: Final = "arcadedb-embedded"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a store that answers is.

    Attributes:
        server: Its product and version, as it says or as its package does.
        schema_missing: What of the schema is not there, as `Label.property`.
        write_refused: Whether the server refuses a write of the login that reads.

    """

    engine: str
    server: str
    address: str
    schema_missing: tuple[str, ...]
    write_refused: bool


def diagnosed(reader: Store) -> Diagnosis:
    """Look a store over through the login that reads; nothing is changed."""
    return Diagnosis(
        reader.engine, _server(reader), reader.address, missing(reader), refuses_writes(reader)
    )


def refuses_writes(reader: Store) -> bool:
    """Try to write, and roll back."""
    try:
        _write_in_vain(reader)
    except _RollBack:
        return False
    except StoreRejected:
        return True


def _write_in_vain(reader: Store) -> NoReturn:
    with reader.transaction() as transaction:
        transaction.run(cypher("engine/try_write"))
        raise _RollBack


def java() -> str:
    """Name the Java that the embedded engine brings; "" without one."""
    found = find_spec("arcadedb_embedded")
    if found is None or found.origin is None:
        return ""
    release = Path(found.origin).parent / "jre" / "release"
    if not release.is_file():
        return ""
    lines = release.read_text(encoding="utf-8").splitlines()
    pairs = dict(line.partition("=")[::2] for line in lines)
    return f"{pairs.get('JAVA_VERSION', '?').strip(chr(34))}, brought by {_ENGINE}"


def free_bytes(folder: Path) -> int:
    """Count the free bytes of the disk that a folder is, or would be, on."""
    there = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())
    return shutil.disk_usage(there).free


class _RollBack(Exception):
    """Ends a transaction that must not be kept."""


def _server(reader: Store) -> str:
    if reader.engine == "arcadedb":
        return f"ArcadeDB {version(_ENGINE)}"
    with suppress(StoreRejected):  # some servers keep it from some logins
        for row in reader.read(cypher("engine/versions")):
            return f"{row['name']} {', '.join(row['versions'])} {row['edition']}"
    return reader.engine
