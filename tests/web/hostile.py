"""A document whose every text tries something: script, handlers, links, direction, length."""

import hashlib

from graph.model.claim import Claim
from graph.model.document import Document
from graph.model.entity import Definition, Entity, Mention
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, EntityId
from graph.model.publication import Citation, Publication
from graph.model.record import Record
from tests.web.sample import MS

NAME = "<img src=x onerror=\"window.taken=1;document.title='taken'\">"
_SCRIPT = "<script src=https://evil.example/x.js>window.taken=1</script>"
_MARKDOWN = "![x](https://evil.example/x.png) [click](javascript:window.taken=1) :red[x] $x$"
_TURNED = "\u202egnorw\u202c"
_LONG = "long " * 2000
_DOCUMENT = DocumentId("javascript:window.taken=1")
_TRAP = EntityId("GUT:trap")


def hostile_document() -> list[Record]:
    """One document with a name, a quote, a title, a section, a paper and ids of that kind."""
    quote = f"{NAME} {_SCRIPT} {_MARKDOWN} {{{{7*7}}}} {_TURNED} raises MS."
    text = f"{quote}\n"
    title = f"{_SCRIPT}{NAME}{_MARKDOWN}{_TURNED}{_LONG}"
    paper = Publication(pmid="90000009", title=title, authors=(NAME,), journal=NAME, kind="primary")
    claim = Claim.of(_TRAP, "INCREASED_IN", MS)
    return [
        Document(
            _DOCUMENT,
            hashlib.sha256(text.encode()).hexdigest(),
            "text",
            title,
            url="javascript:window.taken=1",
            licence=NAME,
            interest=_SCRIPT,
            text=text,
            loader=NAME,
            loader_version=_SCRIPT,
        ),
        Definition(Entity(_TRAP, f"{NAME}{_LONG}", "Chemical", synonyms=(_SCRIPT,)), _DOCUMENT),
        Mention(_DOCUMENT, _TRAP, (0,), (len(NAME),)),
        Citation(_DOCUMENT, paper, 1),
        Evidence(
            claim,
            _DOCUMENT,
            claim.subject,
            claim.object,
            "supports",
            "asserted",
            quote=quote,
            start=0,
            end=len(quote),
            cue=_SCRIPT,
            section=NAME,
            cited=(paper.id,),
        ),
    ]
