"""What the graph says now of what a snapshot shows: which claims came, went and changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from archive.comparing import Changed, Comparison, Line, compare
from archive.since import Since, since
from graph.ask.entities import with_degrees
from graph.ask.overview import overview
from graph.ask.subgraph import drawn
from graph.engine.store import Store
from graph.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of a snapshot since it was taken.

    Attributes:
        same: The graph is still the one it was taken from; nothing is held side by side then.
        sources: What became of its sources.
        entities_went: Entities that the graph no longer has.
        claims_came: Claims between its entities that it does not show: newer ones, and those a
            filter had left out.
        claims_went: Claims that the graph no longer has.
        claims_changed: Claims with other numbers now.

    """

    same: bool = False
    sources: Since = field(default_factory=Since)
    entities_went: tuple[Line, ...] = ()
    claims_came: tuple[Line, ...] = ()
    claims_went: tuple[Line, ...] = ()
    claims_changed: tuple[Changed, ...] = ()

    @property
    def words(self) -> str:
        """Say it in sentences."""
        if self.same:
            graph = "The graph is still the one that this snapshot was taken from."
            return f"{graph} {self.sources.words}".strip()
        parts = [
            *_said(self.claims_changed, "of its claims has", "of its claims have", "other numbers"),
            *_said(self.claims_went, "of its claims is", "of its claims are", "gone"),
            *_said(self.entities_went, "of its entities is", "of its entities are", "gone"),
            *_said(self.claims_came, "more claim is", "more claims are", "between its entities"),
        ]
        now = f"In the graph now, {_listed(parts)}." if parts else "The graph says the same now."
        return f"{now} {self.sources.words}".strip()


def changed_since(store: Store, snapshot: Snapshot) -> Changes:
    """Hold a snapshot against the graph.

    A claim that was folded out of several, of a family or a rank, is none of the graph's: it
    counts as gone.
    """
    sources = since(store, snapshot)
    now = overview(store)
    if snapshot.data_version and now.state == snapshot.data_version:
        return Changes(same=True, sources=sources)
    ids = [one.id for one in snapshot.subgraph.entities]
    found = compare(replace(snapshot, citations=()), _as_now(store, ids))
    return _changes(found, sources)


def _as_now(store: Store, ids: Iterable[str]) -> Snapshot:
    return Snapshot.of(drawn(store, *with_degrees(store, ids)))


def _changes(found: Comparison, sources: Since) -> Changes:
    return Changes(
        sources=sources,
        entities_went=found.entities_went,
        claims_came=found.claims_came,
        claims_went=found.claims_went,
        claims_changed=found.claims_changed,
    )


def _said(lines: tuple[Line | Changed, ...], one: str, many: str, what: str) -> list[str]:
    count = len(lines)
    return [f"{count:,} {one if count == 1 else many} {what}"] if count else []


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
