"""The samples shared beside the project, and how a test reads what a loader yields."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph.model.evidence import Evidence
from loaders.base import Loader, Source
from loaders.rows import Read, Rejected
from tests.house.project import ROOT


def shared(*parts: str) -> Path:
    """A file shared beside the project; a skip that names the reason, a failure in CI."""
    folder = Path(os.environ.get("GUTGRAPH_SHARED", ROOT.parent / "shared"))
    path = folder.joinpath(*parts)
    if not path.exists():
        reason = f"{'/'.join(parts)} is not at {folder}; set GUTGRAPH_SHARED"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def read(loader: Loader, name: str, data: str | bytes) -> list[Read]:
    """Everything a loader yields for bytes under a name."""
    found = data.encode() if isinstance(data, str) else data
    return list(loader.read(Source.of(name, found)))


def evidence(yielded: Iterable[Read]) -> list[Evidence]:
    return [one for one in yielded if isinstance(one, Evidence)]


def rejected(yielded: Iterable[Read]) -> list[str]:
    return [str(one) for one in yielded if isinstance(one, Rejected)]
