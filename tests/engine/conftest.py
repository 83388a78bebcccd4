"""An engine that tests of its life and death share: each starts it where it needs it running."""

from collections.abc import Iterator

import pytest

from graph.engine import embedded
from graph.settings import Settings


@pytest.fixture(scope="package")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an engine that a test may stop and kill; the next one starts it again."""
    chosen = Settings(data=tmp_path_factory.mktemp("life") / "data", engine_memory_mb=256)
    yield chosen
    embedded.stop(chosen)
