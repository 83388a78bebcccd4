"""Records whose every text tries something: script, handlers, links, direction, markup, length.

The fields are walked: a field that a record gets later carries a trap by itself, and the test asks
where it is shown.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields
from types import UnionType
from typing import Any, Final, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.model.claim import Assertion, Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity, Mention
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.publication import Citation, Publication
from graph.model.record import Record
from tests.web.sample import MS

_Made = TypeVar("_Made")

# Where it begins, a text is told from the others and is markup already.
_TAG: Final = '<img src=x onerror="window.taken=1">'
_MORE: Final = (
    "<script src=https://evil.example/x.js>window.taken=1</script>"
    '<svg onload="window.taken=1"></svg>'
    "![x](https://evil.example/x.png) [click](javascript:window.taken=1) **x** `x` $x$ :red[x] "
    "{{7*7}} ${7*7} {% x %} \u202egnorw\u202c "
)
LONG: Final = "long " * 2_000
DOCUMENT: Final = DocumentId("javascript:window.taken=1//")
TRAP: Final = EntityId("GUT:trap<img/src=x/onerror=window.taken=1>")
KIND: Final = EntityId("GUT:trap-kind")
NEIGHBOURS: Final = 55  # more than grow unasked
CLAIM: Final = Claim.of(
    TRAP, "INCREASED_IN", MS, (("trap-qualifier-key" + _TAG, "trap-qualifier-value" + _TAG),)
)
OPEN: Final = Claim.of(TRAP, "AFFECTS", MS)


def trap(name: str) -> str:
    """A text that says which field it stands in, and tries everything."""
    return f"trap-{name}{_TAG}{_MORE}"


def filled(kind: type[_Made], /, **given: Any) -> _Made:
    """Build a record with a trap in each text that is not given."""
    hints = get_type_hints(kind)
    traps = {
        name: value
        for name in (field.name for field in fields(kind))  # type: ignore[arg-type]
        if name not in given and (value := _trapped(hints[name], f"{_named(kind)}-{name}"))
    }
    return kind(**traps, **given)


def named(text: str) -> set[str]:
    """Name the traps whose beginning stands in a text, as it was written."""
    return set(re.findall(r"[Tt]rap-([a-z_-]+)<img", text))


def hostile_document() -> list[Record]:
    """A document, what it names and cites, and what it says of it, in words and in a row."""
    quote = trap("evidence-quote") + trap("evidence-cue") + "raises MS."
    text = f"# {trap('document-text')}\n\n{quote}\n"
    start = text.index(quote)
    paper = filled(
        Publication,
        pmid="90000009",
        doi=f"10.1000/trap-publication-doi{_TAG.replace(' ', '/')}",
        title=trap("publication-title") + LONG,
        kind="primary",
    )
    document = filled(
        Document,
        id=DOCUMENT,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=trap("document-title") + LONG,
        url="javascript:window.taken=1",
        text=text,
        publication=None,
    )
    entity = filled(
        Entity, id=TRAP, name=trap("entity-name") + LONG, category="Disease", compartment=""
    )
    kind = Entity(KIND, trap("kind-name"), "Disease")
    stated = {
        "document": DOCUMENT,
        "stance": "supports",
        "certainty": "asserted",
        "status": "finding",
        "negation": "",
        "knowledge_level": "not_provided",
        "agent_type": "not_provided",
        "cited": (paper.id,),
        "context": filled(Context, purpose=""),
    }
    words = {"quote": quote, "start": start, "end": start + len(quote), "row_key": ""}
    row = {"quote": "", "start": None, "end": None}
    return [
        document,
        Definition(entity, DOCUMENT),
        Definition(kind, DOCUMENT),
        Mention(DOCUMENT, TRAP, (start,), (start + len("trap-evidence-quote"),)),
        Citation(DOCUMENT, paper, 1),
        *(_evidence(claim, stated | words) for claim in (CLAIM, OPEN)),
        *(_evidence(claim, stated | row) for claim in (OPEN, Claim.of(TRAP, "SUBCLASS_OF", KIND))),
        Assertion(OPEN, DOCUMENT, trap("assertion-infores")),
        *_crowd(),
    ]


def _evidence(claim: Claim, given: dict[str, Any]) -> Evidence:
    return filled(Evidence, claim=claim, subject=claim.subject, object=claim.object, **given)


def _crowd() -> Iterator[Record]:
    """Neighbours, so that growing asks first."""
    for number in range(NEIGHBOURS):
        entity = Entity(EntityId(f"X:{number}"), f"neighbour {number}", "Gene")
        yield Definition(entity, DOCUMENT)
        yield Assertion(Claim.of(TRAP, "AFFECTS", entity.id), DOCUMENT, "infores:made-up")


def _named(kind: type) -> str:
    return kind.__name__.lower()


def _trapped(hint: Any, name: str) -> Any:
    """A trap for a field of text or texts; None for any other."""
    if isinstance(hint, NewType):
        return _trapped(hint.__supertype__, name)
    if hint is str:
        return trap(name)
    if get_origin(hint) in (Union, UnionType):
        return next((made for one in get_args(hint) if (made := _trapped(one, name))), None)
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return (trap(name),)
    return None
