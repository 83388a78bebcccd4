"""What was measured, kept until it is measured again: the page is laid out from all of it."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.asking import Asking
from benchmarks.drawing import Drawing
from benchmarks.figures import Crossed, Speed
from benchmarks.http_load import HttpLoad
from benchmarks.hubs import Hubs
from benchmarks.loading import Loading
from benchmarks.memory import Memory
from graph.engine.store import Engine
from tests.neo4j.server import version as neo4j_version

FOLDER = Path(__file__).resolve().parent / "results"

Result = dict[str, Any]


def keep_loading(one: Loading, folder: Path = FOLDER) -> None:
    """Keep how long a load took."""
    _keep(folder, f"loading-{one.engine}-{one.made.claims}", one.engine, asdict(one))


def keep_hubs(one: Hubs, folder: Path = FOLDER) -> None:
    """Keep what an edge of a hub took."""
    _keep(folder, f"hubs-{one.engine}", one.engine, asdict(one) | {"worst": one.worst})


def keep_asking(some: Iterable[Asking], folder: Path = FOLDER) -> None:
    """Keep how long the questions of one graph took."""
    rows = list(some)
    first = rows[0]
    values = {"claims": first.claims, "rows": [asdict(one) for one in rows]}
    _keep(folder, f"asking-{first.engine}-{first.claims}", first.engine, values)


def keep_drawing(one: Drawing, folder: Path = FOLDER) -> None:
    """Keep how long a double click and a first view took."""
    _keep(folder, "drawing-arcadedb", "arcadedb", asdict(one))


def keep_memory(one: Memory, folder: Path = FOLDER) -> None:
    """Keep what the dashboard held over many growths."""
    _keep(folder, "memory-arcadedb", "arcadedb", asdict(one))


def keep_http(one: HttpLoad, folder: Path = FOLDER) -> None:
    """Keep how programs were answered while a load ran."""
    _keep(folder, "http-arcadedb", "arcadedb", asdict(one))


def keep_speeds(some: Iterable[Speed], folder: Path = FOLDER) -> None:
    """Keep how long the files of figures took, after each size."""
    rows: list[Result] = []
    for one in some:
        rows.append(asdict(one))
        _write(folder, "speed-figures", {"rows": rows})


def keep_crossings(one: Crossed, folder: Path = FOLDER) -> None:
    """Keep how often edges cross."""
    _write(folder, "crossings-figures", asdict(one))


def _write(folder: Path, name: str, values: Result) -> None:
    folder.mkdir(exist_ok=True)
    packages = ("resvg-py", "reportlab", "pyvis", "networkx", "playwright")
    how = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "packages": ", ".join(f"{one} {version(one)}" for one in packages),
        "python": platform.python_version(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
    text = json.dumps(values | {"engine": "", "how": how}, indent=1)
    (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def kept(kind: str, folder: Path = FOLDER) -> list[Result]:
    """Read all results of a kind (`loading`, `drawing` …): by engine, smaller ones first."""
    found = [json.loads(path.read_text("utf-8")) for path in folder.glob(f"{kind}-*.json")]
    return sorted(found, key=lambda one: (one["engine"], _claims(one)))


def _claims(one: Result) -> int:
    return int(one.get("claims") or one.get("made", {}).get("claims", 0))


def _keep(folder: Path, name: str, engine: Engine, values: Result) -> None:
    folder.mkdir(exist_ok=True)
    text = json.dumps(values | {"engine": engine, "how": _how(engine)}, indent=1)
    (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def _how(engine: Engine) -> Result:
    """Say when it was measured, with which versions, on what, and how busy that was."""
    embedded = f"ArcadeDB {version('arcadedb-embedded')}"
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "engine": embedded if engine == "arcadedb" else f"Neo4j {neo4j_version()}",
        "python": platform.python_version(),
        "driver": version("neo4j"),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
