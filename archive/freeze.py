"""Freeze a view: a subgraph, the statements behind it, and their sources, numbered."""

from collections.abc import Iterable, Mapping

from graph.ask import evidence as asking
from graph.ask.answers import StatedEvidence
from graph.ask.overview import overview
from graph.engine.store import Store
from graph.model.document import Document
from graph.model.identity import ClaimId, EntityId
from graph.model.publication import Publication
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.subgraph import Subgraph

Positions = Mapping[EntityId, tuple[float, float]]


def freeze(
    store: Store,
    subgraph: Subgraph,
    title: str,
    *,
    positions: Positions | None = None,
    theme: str = "light",
    caption: str = "",
    focus: Iterable[EntityId] = (),
    merged: Mapping[ClaimId, tuple[ClaimId, ...]] | None = None,
) -> Snapshot:
    """Freeze a subgraph as it stands in the graph now.

    Only statements that count are kept, so that the numbered sources are those the edges rest on.

    Args:
        store: The graph.
        subgraph: What is drawn.
        title, positions, theme, caption, focus: See `Snapshot`.
        merged: The claims of the graph that a drawn one is made from, where it is not just itself.

    Raises:
        StoreUnavailable: No store answers.

    """
    drawn = _claims_behind(subgraph, merged or {})
    statements = [one for one in asking.of_claims(store, drawn) if one.counts]
    numbers = _numbers(statements)
    return Snapshot.of(
        subgraph,
        positions,
        title,
        [_source(number, what) for what, number in numbers.values()],
        statements=[
            Stated(
                claim=drawn[one.evidence.claim.id],
                source=numbers[key][1],
                quote=one.evidence.quote,
                stance=one.evidence.stance,
                certainty=one.evidence.certainty,
                verdict=one.verdict.verdict if one.verdict else "",
                document=one.document.id,
            )
            for one in statements
            for key in _keys(one)
        ],
        caption=caption,
        theme=theme,
        focus=focus,
        data_version=overview(store).data_version,
        licences={one.document.licence for one in statements if one.document.licence},
    )


def _claims_behind(
    subgraph: Subgraph, merged: Mapping[ClaimId, tuple[ClaimId, ...]]
) -> dict[str, ClaimId]:
    """The drawn claim of each claim of the graph that it shows."""
    return {
        behind: one.claim.id
        for one in subgraph.claims
        for behind in merged.get(one.claim.id, (one.claim.id,))
    }


def _numbers(
    statements: Iterable[StatedEvidence],
) -> dict[str, tuple[Publication | Document, int]]:
    """Number the sources from 1: publications by year and title, then documents by title."""
    sources: dict[str, Publication | Document] = {}
    for one in statements:
        if not one.publications:
            sources[one.document.id] = one.document
        for publication in one.publications:
            sources[publication.id] = publication
    ordered = sorted(sources.items(), key=lambda item: _order(item[1]))
    return {key: (what, number) for number, (key, what) in enumerate(ordered, start=1)}


def _keys(statement: StatedEvidence) -> tuple[str, ...]:
    """The sources a statement rests on: the papers it cites, else its own document."""
    return tuple(paper.id for paper in statement.publications) or (statement.document.id,)


def _order(source: Publication | Document) -> tuple[bool, int, str, str]:
    if isinstance(source, Document):
        return True, 0, source.title, source.id
    return False, source.year or 0, source.title, source.id


def _source(number: int, what: Publication | Document) -> Source:
    if isinstance(what, Document):
        link = what.url if what.url.startswith("https://") else ""
        return Source(number, what.title or what.id, "document", link, id=what.id)
    return Source(number, _citation(what), "publication", _link(what), what.retracted, what.id)


def _citation(paper: Publication) -> str:
    """Cite a paper as a slide does: first author, journal, year; its title where those lack."""
    if not (paper.authors and paper.journal):
        parts = (paper.title or paper.id, paper.journal, str(paper.year or ""))
        return ", ".join(part for part in parts if part)
    more = " et al." if len(paper.authors) > 1 else ""
    return f"{paper.authors[0]}{more}, {paper.journal} {paper.year or ''}".strip()


def _link(paper: Publication) -> str:
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/" if paper.pmid else ""
