"""What a loader is given: a source, its bytes and their identity."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from graph.errors import LoadError
from graph.model.identity import DocumentId
from graph.model.record import Record


@dataclass(frozen=True, slots=True)
class Source:
    """One input.

    Attributes:
        id: Its identity: the path as given, or the URL its front matter names.
        path: Where it was read from.
        sha256: Hash of the bytes: the version.
        data: The bytes.

    """

    id: DocumentId
    path: Path
    sha256: str
    data: bytes

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file.

        Raises:
            LoadError: It cannot be read.

        """
        try:
            return cls.of(str(path), path.read_bytes())
        except OSError as error:
            raise LoadError(
                str(path),
                f"the file cannot be read ({error.strerror})",
                "Check the path and your right to read it.",
            ) from error

    @classmethod
    def of(cls, name: str, data: bytes) -> Self:
        """Make a source of bytes at hand; `name` is its id and path."""
        return cls(DocumentId(name), Path(name), hashlib.sha256(data).hexdigest(), data)

    def decode(self) -> str:
        """Decode the bytes as UTF-8; a byte order mark is dropped, newlines are untouched.

        Raises:
            LoadError: The bytes are none, binary, or not UTF-8.

        """
        if not self.data.strip():
            raise LoadError(str(self.path), "the file is empty", "Give a file with text in it.")
        if (zero := self.data.find(b"\0")) >= 0:
            raise LoadError(
                str(self.path),
                f"byte 0x00 at offset {zero} says this is binary, not text",
                "Give a text, Markdown or table file.",
                line=self._line(zero),
            )
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise LoadError(
                str(self.path),
                f"byte 0x{self.data[error.start]:02x} at offset {error.start} is not UTF-8",
                "Save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`.",
                line=self._line(error.start),
            ) from error

    def _line(self, offset: int) -> int:
        return self.data.count(b"\n", 0, offset) + 1


class Loader(Protocol):
    """One file or folder that turns the bytes of one kind of source into records."""

    name: str
    version: str

    def recognises(self, path: Path, head: bytes) -> bool:
        """Say whether this loader reads such a file, from its name and first bytes."""

    def read(self, source: Source) -> Iterator[Record]:
        """Yield the records of a source: its document first."""
