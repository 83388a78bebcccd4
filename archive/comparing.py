"""Two snapshots held side by side: what came, what went, and whose numbers changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.model.counting import Counts
from graph.model.snapshot import Snapshot, Source

_SAID: Final = (
    "supports",
    "refutes",
    "papers",
    "refuting_papers",
    "mentions",
    "certainty",
    "agreement",
)


@dataclass(frozen=True, slots=True)
class Line:
    """An entity, claim or source by its id, in words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that both have, in words, with what is said otherwise: (what, before, after)."""

    id: str
    text: str
    differences: tuple[tuple[str, str, str], ...]

    @property
    def words(self) -> str:
        """The claim, and what is said otherwise."""
        return f"{self.text}: " + ", ".join(
            f"{what} {was} → {now}" for what, was, now in self.differences
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between an earlier and a later snapshot."""

    entities_came: tuple[Line, ...]
    entities_went: tuple[Line, ...]
    claims_came: tuple[Line, ...]
    claims_went: tuple[Line, ...]
    claims_changed: tuple[Changed, ...]
    sources_came: tuple[Line, ...]
    sources_went: tuple[Line, ...]

    @property
    def words(self) -> str:
        """Say it in one sentence."""
        parts = [
            *_amount(len(self.entities_came), "entity", "entities", "came"),
            *_amount(len(self.entities_went), "entity", "entities", "went"),
            *_amount(len(self.claims_came), "claim", "claims", "came"),
            *_amount(len(self.claims_went), "claim", "claims", "went"),
            *_amount(len(self.claims_changed), "claim", "claims", "changed"),
            *_amount(len(self.sources_came), "source", "sources", "came"),
            *_amount(len(self.sources_went), "source", "sources", "went"),
        ]
        said = f"{'; '.join(parts)}." if parts else ""
        return said or "Both show the same entities, claims, numbers and sources."


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """Hold two snapshots side by side."""
    was, now = _entities(before), _entities(after)
    old, new = _claims(before), _claims(after)
    cited, cites = _sources(before.citations), _sources(after.citations)
    return Comparison(
        _missing(now, was),
        _missing(was, now),
        _missing(new, old),
        _missing(old, new),
        _changed(before, after, new),
        _missing(cites, cited),
        _missing(cited, cites),
    )


def _entities(snapshot: Snapshot) -> dict[str, str]:
    return {str(one.id): one.name for one in snapshot.subgraph.entities}


def _claims(snapshot: Snapshot) -> dict[str, str]:
    graph = snapshot.subgraph
    return {one.id: graph.sentence(one) for one in graph.claims}


def _sources(citations: Iterable[Source]) -> dict[str, str]:
    """Sources by id; files from before ids were kept have their lines alone."""
    return {one.id or one.text: one.text for one in citations}


def _missing(those: Mapping[str, str], among: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(Line(id_, text) for id_, text in those.items() if id_ not in among)


def _changed(before: Snapshot, after: Snapshot, words: Mapping[str, str]) -> tuple[Changed, ...]:
    counts = {one.id: one.counts for one in before.subgraph.claims}
    both = [one for one in after.subgraph.claims if one.id in counts]
    found = ((one.id, _differences(counts[one.id], one.counts)) for one in both)
    return tuple(Changed(id_, words[id_], differences) for id_, differences in found if differences)


def _differences(before: Counts, after: Counts) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name.replace("_", " "), str(getattr(before, name)), str(getattr(after, name)))
        for name in _SAID
        if getattr(before, name) != getattr(after, name)
    )


def _amount(count: int, one: str, many: str, verb: str) -> list[str]:
    return [f"{count:,} {one if count == 1 else many} {verb}"] if count else []
