"""A publication, found by PMID, DOI or title, whichever a source has."""

import re
from dataclasses import dataclass
from typing import Final

from graph.model.check import require
from graph.model.identity import DocumentId, PublicationId, publication_id, title_key

KINDS: Final = ("", "primary", "review", "other")

_PMID: Final = re.compile(r"[1-9]\d{0,8}")
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Publication:
    """A paper. `kind` is "" when unknown: then it counts for mentions, never for papers.

    Raises:
        RecordError: A value breaks a rule, or there is no PMID, DOI or title.

    """

    pmid: str = ""
    doi: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: int | None = None
    kind: str = ""
    retracted: bool = False

    def __post_init__(self) -> None:
        require(
            f"publication {self.pmid or self.doi or self.title!r}",
            (
                (
                    bool(self.pmid or self.doi or title_key(self.title)),
                    "it has no PMID, DOI or title",
                ),
                (not self.pmid or bool(_PMID.fullmatch(self.pmid)), f"PMID {self.pmid!r}"),
                (not self.doi or bool(_DOI.fullmatch(self.doi)), f"DOI {self.doi!r}"),
                (self.kind in KINDS, f"kind {self.kind!r} is none of {KINDS}"),
            ),
        )

    @property
    def id(self) -> PublicationId:
        """`PMID:…`, else `DOI:…`, else `TITLE:` and a hash."""
        return publication_id(self.pmid, self.doi, self.title)

    @property
    def title_key(self) -> str:
        """The folded title, "" when there is none."""
        return title_key(self.title)

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything this publication can be found by; two that share one key are the same."""
        pairs = (("PMID", self.pmid), ("DOI", self.doi.lower()), ("TITLE", self.title_key))
        return tuple(f"{kind}:{value}" for kind, value in pairs if value)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cites a publication, as its reference `number` (1-based) where it numbers them."""

    document: DocumentId
    publication: Publication
    number: int | None = None
