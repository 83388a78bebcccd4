"""A document: what was loaded, and the very text that offsets refer to."""

import hashlib
from dataclasses import dataclass

from graph.model.check import require
from graph.model.identity import DocumentId
from graph.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Document:
    """One source, in one version.

    Attributes:
        id: The source's identity: URL, PMID, or path as given.
        sha256: Hash of the bytes read: the version.
        kind: What it is: `text`, `markdown`, `table`, `bugsigdb`, `kgx`, `pubmed` ….
        interest: What its publisher sells, if known.
        text: Exactly what offsets refer to (UTF-8 decoded, BOM dropped, newlines untouched).
        publication: The publication whose text this is, if it is one's.
        loader, loader_version: What read it.

    """

    id: DocumentId
    sha256: str
    kind: str
    title: str
    url: str = ""
    licence: str = ""
    interest: str = ""
    text: str | None = None
    publication: Publication | None = None
    loader: str = ""
    loader_version: str = ""

    def __post_init__(self) -> None:
        require(
            f"document {self.id!r}",
            (
                (bool(self.id.strip()), "id is empty"),
                (len(self.sha256) == 64, f"sha256 {self.sha256!r} is not 64 digits"),  # noqa: PLR2004
                (bool(self.kind), "kind is empty"),
                ("|" not in self.id, "id has a '|', which separates document and database"),
            ),
        )

    @property
    def text_sha256(self) -> str:
        """Hash of the text, the id of its `Text` node; "" without text."""
        if self.text is None:
            return ""
        return hashlib.sha256(self.text.encode()).hexdigest()
