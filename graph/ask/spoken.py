"""Which documents speak of some claims."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.model.subgraph import CountedClaim


@dataclass(frozen=True, slots=True)
class Spoken:
    """Document ids by claim id, and the titles of those documents that have one, by id."""

    documents: Mapping[str, Collection[str]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def documents_of(store: Store, claims: Collection[CountedClaim]) -> Spoken:
    """Name for each claim the documents with evidence on it, or whose databases assert it."""
    spoken: dict[str, set[str]] = {
        one.id: {entry.rpartition("|")[0] for entry in (*one.asserted_in, *one.denied_in)}
        for one in claims
    }
    rows = store.read(cypher("ask/documents_of_claims"), {"claims": sorted(spoken)})
    for row in rows:
        spoken[row["claim"]].add(row["document"])
    return Spoken(spoken, {row["document"]: row["title"] for row in rows if row["title"]})
