"""The shipped examples in a graph, for tests that ask what a user would find there first."""

from graph.engine.bolt import BoltStore
from graph.write.writer import writing
from loaders.base import Source
from loaders.run import load_into
from tests.engines import emptied
from tests.house.project import ROOT


def sampled(store: BoltStore) -> None:
    """Empty a graph and load the examples; ids of documents are their names."""
    with writing(emptied(store)) as session:
        for path in sorted((ROOT / "examples").iterdir()):
            if path.suffix in {".md", ".tsv"}:
                loaded = load_into(session, Source.of(path.name, path.read_bytes()), 5000)
                assert not loaded.refused, loaded
