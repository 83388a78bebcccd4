"""Questions of exploring as tools: search, neighbourhood, evidence, paths."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final

from pydantic import Field

from agents.answers import Around, Found, Opened, Ways, joined
from agents.quoting import quotes
from agents.reached import Reached
from graph.ask.evidence import of_claim
from graph.ask.naming import meant
from graph.ask.neighbourhood import neighbourhood as neighbours
from graph.ask.paths import paths as ways
from graph.ask.search import search as searched
from graph.errors import WrongValue
from graph.model import vocabulary
from graph.model.identity import is_predicate_name
from graph.model.subgraph import CountedClaim
from graph.settings import LONGEST_PATH, Settings
from shapes.entity import hit_shape
from shapes.evidence import opened_shape
from shapes.neighbourhood import neighbourhood_shape
from shapes.path import paths_shape

_CLAIMS: Final = 200  # of one answer

Name = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="A CURIE such as MONDO:0005301, or a name that one entity has",
    ),
]


@dataclass(frozen=True, slots=True)
class Exploring:
    """The questions of exploring; the graph is opened when the first one is asked."""

    reached: Reached
    settings: Settings

    def search(
        self,
        text: Annotated[
            str,
            Field(
                min_length=1, max_length=200, description="A name, synonym, misspelling or CURIE"
            ),
        ],
        limit: Annotated[int, Field(ge=1, le=100, description="Hits, at most")] = 10,
    ) -> Found:
        """Find entities (diseases, taxa, processes, interventions …) by name, synonym, misspelling
        or CURIE. The hits' ids are what the other tools take.
        """
        hits = searched(self.reached.store(), text, limit + 1)
        cut = f"the first {limit} hits; there are more, ask with a higher limit or a longer name"
        return Found(
            hits=tuple(hit_shape(one) for one in hits[:limit]), cut=cut if len(hits) > limit else ""
        )

    def neighbourhood(
        self,
        about: Annotated[
            tuple[Name, ...], Field(min_length=1, max_length=10, description="Entities")
        ],
        limit: Annotated[
            int, Field(ge=1, le=100, description="Neighbours of each, the best supported first")
        ] = 15,
        predicates: Annotated[
            tuple[str, ...],
            Field(max_length=50, description="Relation types to follow, e.g. INCREASED_IN"),
        ] = (),
        categories: Annotated[
            tuple[str, ...],
            Field(max_length=20, description="Categories of neighbours, e.g. Taxon, Disease"),
        ] = (),
    ) -> Around:
        """Show what is linked to entities: their best supported neighbours, and every claim among
        all of these, each with its numbers for and against and the words of its best sources.
        """
        _known(predicates, categories)
        store = self.reached.store()
        start = [meant(store, one).id for one in about]
        most = min(limit, self.settings.neighbours, self.settings.drawn_nodes // len(start))
        found = neighbours(store, start, most, predicates=predicates, categories=categories)
        best = sorted(found.claims, key=_support)[:_CLAIMS]
        shape = neighbourhood_shape(replace(found, claims=tuple(best)))
        said, unsaid = quotes(store, (one.id for one in best))
        more = [f"{found.hidden[id_]} more of {id_}" for id_ in start if found.hidden.get(id_)]
        near = f"neighbours left out: {', '.join(more)}; narrow by predicates or categories"
        left = len(found.claims) - len(best)
        weak = f"{left:,} weaker claims among these are left out; ask for fewer neighbours"
        return Around(
            entities=shape.entities,
            claims=shape.claims,
            hidden=shape.hidden,
            quotes=said,
            cut=joined(near if more else "", weak if left else "", unsaid),
        )

    def evidence(
        self,
        claim: Annotated[
            str,
            Field(
                max_length=2000,
                description="A claim's id, e.g. NCBITaxon:239934~INCREASED_IN~MONDO:0005301",
            ),
        ],
        limit: Annotated[int, Field(ge=1, le=200, description="Statements, at most")] = 20,
        offset: Annotated[int, Field(ge=0, description="Statements to pass over")] = 0,
    ) -> Opened:
        """Open a claim: every statement for and against it, in the words of its source, with the
        study behind it, the document, the publications, and whether it counts.
        """
        shape = opened_shape(of_claim(self.reached.store(), claim), offset=offset, limit=limit)
        shown = f"{offset + 1} to {offset + len(shape.evidence)}" if shape.evidence else "none"
        cut = f"statements {shown} of {shape.total}; ask with another offset"
        given = {name: getattr(shape, name) for name in type(shape).model_fields}
        return Opened(**given, cut=cut if len(shape.evidence) < shape.total else "")

    def paths(
        self,
        start: Name,
        end: Name,
        length: Annotated[int, Field(ge=1, le=LONGEST_PATH, description="Steps, at most")] = 3,
        limit: Annotated[int, Field(ge=1, le=20, description="Paths, at most")] = 5,
        denied: Annotated[
            bool, Field(description="Walk claims that everyone who speaks of them denies, too")
        ] = False,
    ) -> Ways:
        """Find how one entity is connected to another over claims, the strongest paths first, with
        the words behind each step. A path is as good as its weakest step; it is no chain of causes.
        """
        store = self.reached.store()
        ends = (meant(store, start).id, meant(store, end).id)
        shape = paths_shape(ways(store, *ends, length, limit, denied=denied))
        said, unsaid = quotes(store, (step.claim for path in shape.paths for step in path.steps))
        given = {name: getattr(shape, name) for name in type(shape).model_fields}
        cut = shape.reason if shape.truncated else ""
        return Ways(**given, quotes=said, cut=joined(cut, unsaid))


def _support(one: CountedClaim) -> tuple[int, int, str]:
    """Order claims: most papers first, then most statements, then by id."""
    counts = one.counts
    papers, statements = counts.papers + counts.refuting_papers, counts.supports + counts.refutes
    return -papers, -statements, one.id


def _known(predicates: Sequence[str], categories: Sequence[str]) -> None:
    """Refuse words that are no relation types or categories, all of them together."""
    problems = [
        f"predicates: {one!r} is no relation type, such as INCREASED_IN"
        for one in predicates
        if not is_predicate_name(one)
    ]
    listed = ", ".join(vocabulary.categories())
    problems += [
        f"categories: {one!r} is none of {listed}"
        for one in categories
        if one not in vocabulary.categories()
    ]
    if problems:
        raise WrongValue(problems)
