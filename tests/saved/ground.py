"""What the saved queries are asked of: the shipped examples, and invented claims beside them."""

from pathlib import Path
from typing import Final

from graph.engine.bolt import BoltStore
from graph.model.claim import Assertion, Claim
from graph.model.identity import DocumentId
from graph.model.record import Record
from graph.write.reviews import review
from graph.write.writer import write_records, writing
from loaders.base import Source
from loaders.run import load_into
from tests.house.project import ROOT
from tests.write.sample import MS, cite, document, evidence

MADE_UP: Final = Path(__file__).with_name("made_up.tsv")
_LOADED: Final = (*sorted((ROOT / "examples").glob("gut-*.tsv")), MADE_UP)
_REJECTED: Final = "A row that a reviewer rejects."
_DROPPED: Final = f"GUT:stroke~ASSOCIATED_WITH~{MS}"


def laid(store: BoltStore) -> None:
    """Fill an empty graph; ids of documents are names, so that no folder shows in an answer."""
    prose = ROOT / "examples/leaky-gut-in-multiple-sclerosis.md"
    with writing(store) as session:
        for path in (prose, *_LOADED):
            loaded = load_into(session, Source.of(path.name, path.read_bytes()), 5000)
            assert not loaded.refused, loaded
            assert not loaded.rejected, loaded
    write_records(store, _beside(), 5000)
    found = store.read("MATCH (e:Evidence {quote: $quote}) RETURN e.id AS id", {"quote": _REJECTED})
    review(store, found[0]["id"], "rejected", "Ann", "it is about soil")


def _beside() -> list[Record]:
    """What no table holds: a retracted paper, and databases that name no paper."""
    databases = document("made-up-databases")
    return [
        document("made-up-retracted"),
        cite(
            "made-up-retracted",
            doi="10.5555/gutgraph.9",
            title="Invented study 9",
            year=2017,
            kind="primary",
            retracted=True,
        ),
        evidence(
            "made-up-retracted",
            _DROPPED,
            "A finding that was retracted.",
            cited=("DOI:10.5555/gutgraph.9",),
        ),
        databases,
        *(
            Assertion(Claim.from_id(claim), DocumentId(databases.id), infores)
            for claim, infores in (
                ("CHEBI:27300~AFFECTS~CL:0000815", "infores:invented-one"),
                ("CHEBI:27300~AFFECTS~CL:0000815", "infores:invented-two"),
                (f"GUT:propionate~ASSOCIATED_WITH~{MS}", "infores:invented-one"),
            )
        ),
    ]
