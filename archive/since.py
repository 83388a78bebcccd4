"""What became of a snapshot's sources since it was taken: retracted, or forgotten."""

from dataclasses import dataclass

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.snapshot import Snapshot, Source


@dataclass(frozen=True, slots=True)
class Since:
    """Sources that were retracted, or that the graph no longer has, since; quotes struck."""

    retracted: tuple[Source, ...] = ()
    forgotten: tuple[Source, ...] = ()
    struck: str = ""

    @property
    def words(self) -> str:
        """Say it in a sentence; "" when nothing became of them."""
        parts = [
            *_said(len(self.retracted), "source has", "sources have", "been retracted"),
            *_said(len(self.forgotten), "source has", "sources have", "been forgotten"),
            *([self.struck] if self.struck else []),
        ]
        return f"Since this snapshot was taken {' and '.join(parts)}." if parts else ""


def since(store: Store, snapshot: Snapshot) -> Since:
    """Ask the graph about the sources of a snapshot; those without an id are passed over."""
    papers = [one for one in snapshot.citations if one.id and one.kind == "publication"]
    pages = [one for one in snapshot.citations if one.id and one.kind == "document"]
    rows = _asked(store, "archive/known_publications", papers)
    retracted = {row["id"] for row in rows if row["retracted"]}
    known = {row["id"] for row in rows}
    known |= {row["id"] for row in _asked(store, "archive/known_documents", pages)}
    return Since(
        tuple(one for one in papers if one.id in retracted and not one.retracted),
        tuple(one for one in (*papers, *pages) if one.id not in known),
        snapshot.struck,
    )


def _asked(store: Store, query: str, sources: list[Source]) -> list[dict[str, object]]:
    ids = sorted({one.id for one in sources})
    return store.read(cypher(query), {"ids": ids}) if ids else []


def _said(count: int, one: str, many: str, what: str) -> list[str]:
    return [f"{count:,} {one if count == 1 else many} {what}"] if count else []
