"""A figure in words, for readers who do not see it: one line, and everything it says."""

from collections.abc import Iterator
from typing import Final

from figures.style import Theme, edge_style
from figures.text import clean, display_name
from graph.model import vocabulary
from graph.model.snapshot import Snapshot
from graph.model.subgraph import CountedClaim

_MOST_CLAIMS: Final = 300


def alt(snapshot: Snapshot) -> str:
    """Say in one line what the figure shows: its title, numbers, and what it is about."""
    about = [snapshot.subgraph.entity(id_).name for id_ in snapshot.focus]
    said = f"{clean(snapshot.title) or 'Figure'}: {counted(snapshot)}"
    return clean(f"{said}; about {' and '.join(about)}." if about else f"{said}.")


def counted(snapshot: Snapshot) -> str:
    """How much is drawn: `12 entities, 14 claims from 5 publications`."""
    graph = snapshot.subgraph
    papers = sum(one.kind == "publication" for one in snapshot.citations)
    pages = len(snapshot.citations) - papers
    shown = f"{many(len(graph.entities), 'entity', 'entities')}, "
    shown += many(len(graph.claims), "claim", "claims")
    origins = [
        many(count, *names)
        for count, names in (
            (papers, ("publication", "publications")),
            (pages, ("document", "documents")),
        )
        if count
    ]
    return f"{shown} from {' and '.join(origins)}" if origins else shown


def subtitle(snapshot: Snapshot, theme: Theme) -> str:
    """What is drawn, in numbers, and what its dashes mean."""
    shown = counted(snapshot)
    drawn = {edge_style(claim, theme).certainty for claim in snapshot.subgraph.claims}
    ways = [
        (line, verb)
        for certainty, line, verb in (
            ("suggested", "dashed", "suggest"),
            ("proposed", "dotted", "propose"),
        )
        if certainty in drawn
    ]
    if not ways:
        return shown
    lines, verbs = (" and ".join(one[0] for one in ways), " or ".join(one[1] for one in ways))
    return f"{shown}; {lines} lines are what the authors only {verbs}"


def description(snapshot: Snapshot) -> str:
    """Say everything that the figure shows, in sentences."""
    return clean(" ".join(_sentences(snapshot)))


def _sentences(snapshot: Snapshot) -> Iterator[str]:
    graph = snapshot.subgraph
    yield f"{counted(snapshot)}."
    for place in vocabulary.compartments().values():
        names = [display_name(one.name) for one in graph.entities if one.place == place.name]
        if names:
            yield f"{place.label}: {', '.join(names)}."
    for claim in graph.claims[:_MOST_CLAIMS]:
        yield f"{display_name(graph.sentence(claim))}{_standing(claim, snapshot)}."
    if len(graph.claims) > _MOST_CLAIMS:
        yield f"And {len(graph.claims) - _MOST_CLAIMS:,} claims more."
    if snapshot.struck:
        yield f"{snapshot.struck} since this was taken."
    for source in snapshot.citations:
        yield f"[{source.number}] {source.text}{', retracted' if source.retracted else ''}."


def _standing(claim: CountedClaim, snapshot: Snapshot) -> str:
    """How firm a claim is, in brackets: certainty, papers, disagreement, sources."""
    counts = claim.counts
    firm = counts.certainty if counts.certainty not in {"", "asserted"} else ""
    against = (
        "contested"
        if counts.agreement == "contested"
        else "only refuted"
        if claim.refuted_only
        else ""
    )
    papers = counts.refuting_papers if claim.refuted_only else counts.papers
    parts = [firm, against, many(papers, "paper", "papers") if papers else ""]
    sources = "".join(f" [{number}]" for number in snapshot.sources_of(claim.id))
    inside = ", ".join(part for part in parts if part)
    return f" ({inside}){sources}" if inside else sources


def many(count: int, one: str, several: str) -> str:
    """Count things: `1 claim`, `1,000 claims`."""
    return f"{count:,} {one if count == 1 else several}"
