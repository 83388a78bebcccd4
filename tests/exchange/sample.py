"""Snapshots that try a format: the story, every predicate, names that no format likes."""

from graph.model import vocabulary
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import EntityId
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.subgraph import CountedClaim, Subgraph
from tests.figures.sample import MS, counted, entity, snapshot

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> --> <!-- &amp; & \"quoted\" 'too'",
    "right \u202eto left\u202c",
    "emoji \U0001f9a0\U0001f469\u200d\U0001f52c",
    "n\x00u\x08l \x1b[31mcontrols \x85 \u2028 tab\tand\nnewline",
    "lone \ud83d surrogate",
    "pipe | and _x0041_ and =1+1",
    "long " * 2_000,
    "\ufffe not XML",
)

__all__ = ["HOSTILE", "every_category", "every_predicate", "hostile", "snapshot"]


def hostile() -> Snapshot:
    """Each text as a name, a quote and a source; the first as title too."""
    nodes = [
        Entity(EntityId(f"GUT:h{number}"), text, "Taxon", synonyms=(text + "!",), description=text)
        for number, text in enumerate(HOSTILE)
    ]
    claims = [counted(node.id, "INCREASED_IN", MS) for node in nodes]
    return Snapshot.of(
        Subgraph.of([*nodes, entity(MS)], claims),
        title=HOSTILE[0],
        caption=HOSTILE[4],
        citations=[Source(number, text) for number, text in enumerate(HOSTILE, start=1)],
        statements=[
            Stated(one.claim.id, number, text)
            for number, (one, text) in enumerate(zip(claims, HOSTILE, strict=True), start=1)
        ],
    )


def every_predicate() -> Snapshot:
    """A claim of each predicate of ours, and one of a predicate that nobody knows."""
    names = [*vocabulary.predicates(), "NOBODY_KNOWS"]
    claims = [
        CountedClaim(
            Claim.of(
                "NCBITaxon:841",
                name,
                MS,
                (("subject_aspect_qualifier", "abundance"), ("dose", "2")),
            ),
            Counts(supports=2, papers=1, mentions=1, certainty="suggested", first_year=2016),
            asserted_in=("table|infores:ctd",),
        )
        for name in names
    ]
    return Snapshot.of(
        Subgraph.of([entity("NCBITaxon:841"), entity(MS)], claims),
        citations=[Source(1, "A paper", link="https://doi.org/10.1000/a.b", retracted=True)],
        statements=[Stated(claims[0].claim.id, 1, "It is so.", verdict="accepted")],
    )


def every_category() -> Snapshot:
    """An entity of each category, with claims for and against."""
    nodes = [
        Entity(EntityId(f"GUT:{name.lower()}"), f"one {name.lower()}", name)
        for name in vocabulary.categories()
    ]
    claims = [
        counted(node.id, "ASSOCIATED_WITH", MS, special="refuted" if number % 2 else "")
        for number, node in enumerate(nodes)
    ]
    return Snapshot.of(Subgraph.of([*nodes, entity(MS)], claims), title="Every category")
