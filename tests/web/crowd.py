"""A made-up graph with one hub of 5,000 neighbours, which a database asserts."""

import hashlib
from collections.abc import Iterator

from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record

HUB = "X:hub"
NEIGHBOURS = 5_000
_KINDS = (("Taxon", "INCREASED_IN"), ("Chemical", "ASSOCIATED_WITH"), ("Gene", "AFFECTS"))


def crowd(neighbours: int = NEIGHBOURS) -> Iterator[Record]:
    """The hub, its neighbours, each with a claim on the hub and every tenth with one beside it."""
    document = DocumentId("https://example.org/crowd")
    yield Document(
        document,
        hashlib.sha256(b"crowd").hexdigest(),
        "table",
        "A made-up table",
        url=document,
        loader="sample",
        loader_version="1",
    )
    yield Definition(Entity(EntityId(HUB), "the hub", "Disease"), document)
    for number in range(neighbours):
        category, predicate = _KINDS[number % len(_KINDS)]
        entity = Entity(EntityId(f"X:{number}"), f"neighbour {number}", category)
        yield Definition(entity, document)
        yield Assertion(Claim.of(entity.id, predicate, HUB), document, "infores:made-up")
        if number % 10 == 3:
            claim = Claim.of(entity.id, "ASSOCIATED_WITH", f"X:{number - 1}")
            yield Assertion(claim, document, "infores:made-up")
