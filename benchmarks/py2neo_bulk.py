"""py2neo beside us: its bulk functions write the same data, in an environment of its own."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.graphs import bare_session, found, fresh_graph
from benchmarks.made import Made
from benchmarks.same import size
from graph.engine.store import Engine

VERSION = "2021.2.4"
_ROOT = Path(__file__).resolve().parents[1]


def measure(engine: Engine, made: Made, tell: Callable[[str], None], batch_size: int) -> float:
    """Load the made data with py2neo into an empty graph; returns the seconds it took.

    Raises:
        ValueError: It wrote something else.

    """
    tell(f"{engine}: py2neo, {made.claims:,} claims")
    with fresh_graph(engine) as (store, settings), bare_session(settings):
        numbers = [str(number) for number in (made.entities, made.claims, batch_size)]
        done = subprocess.run(  # noqa: S603 - our own module
            [*_python(), "-m", "benchmarks.bulk", *numbers],
            cwd=_ROOT,
            input=json.dumps(asdict(found(settings))),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ValueError(f"py2neo failed: {done.stderr.strip().splitlines()[-1]}")
        there = size(store)
    if (there["Entity"], there["AFFECTS"]) != (made.entities, made.claims):
        raise ValueError(f"py2neo wrote {there}")
    return float(done.stdout)


def _python() -> list[str]:
    """An interpreter that has py2neo; it is no part of our environment, nor of its pins."""
    uv = Path(sys.executable).parent / "uv"
    with_it = ["--with", f"py2neo=={VERSION}", "--with", "pyyaml"]
    return [str(uv), "run", "--quiet", "--no-project", "--isolated", *with_it, "python"]
