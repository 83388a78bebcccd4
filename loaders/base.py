"""What a loader is, and what it is given."""

import codecs
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from graph.errors import LoadError
from graph.model.identity import DocumentId
from loaders.rows import Read

# How much of a file a loader may look at to recognise it.
HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """One input: where it is, what it is called in the graph, and its bytes.

    Attributes:
        id: The document's identity where the input itself names none: the path as given.
        sha256: Hash of `data`: the version.

    """

    id: DocumentId
    path: Path
    sha256: str
    data: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Self:
        """Make a source of bytes at hand; `name` is its id and its path."""
        return cls(DocumentId(name), Path(name), hashlib.sha256(data).hexdigest(), data)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file whole.

        Raises:
            LoadError: The file is missing, a folder, or cannot be read.

        """
        with told(path):
            data = path.read_bytes()
        return cls.of(str(path), data)

    def decode(self) -> str:
        """Turn the bytes into the text that offsets refer to: UTF-8, BOM dropped, newlines kept.

        Raises:
            LoadError: The file is empty, binary, or not UTF-8.

        """
        data = self.data.removeprefix(codecs.BOM_UTF8)
        if not data.strip():
            raise LoadError(str(self.path), "The file is empty", "Load a file that has text in it.")
        if b"\x00" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            position = data.index(b"\x00")
            raise LoadError(
                str(self.path),
                f"This is no text: byte {position} is NUL",
                "Load text or Markdown; for a PDF or Word file, save its text as UTF-8 first.",
            )
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = data[error.start]
            line = data.count(b"\n", 0, error.start) + 1
            raise LoadError(
                str(self.path),
                f"This is not UTF-8: byte 0x{byte:02x} at position {error.start}",
                "Save it as UTF-8, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW",
                line,
            ) from error


def head_of(path: Path) -> bytes:
    """Read as much of a file as a loader may look at to recognise it.

    Raises:
        LoadError: The file is missing, a folder, or cannot be read.

    """
    with told(path), path.open("rb") as file:
        return file.read(HEAD_BYTES)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system says of a file or folder into words with a way out.

    Raises:
        LoadError: It is missing, a folder, or cannot be read.

    """
    try:
        yield
    except FileNotFoundError as error:
        raise LoadError(str(path), "There is no such file", "Check the path.") from error
    except IsADirectoryError as error:
        raise LoadError(str(path), "This is a folder", "Name the files in it.") from error
    except OSError as error:
        reason = f"It cannot be read ({error.strerror})"
        raise LoadError(str(path), reason, "Check its permissions.") from error


class Loader(Protocol):
    """One kind of input: turns bytes into records, and never touches the graph."""

    @property
    def name(self) -> str:
        """How it is called in reports and on documents."""
        ...

    @property
    def version(self) -> str:
        """Changes when the same bytes would give other records."""
        ...

    def recognises(self, path: Path, head: bytes) -> bool:
        """Say whether this loader reads such a file, from its name and first bytes."""
        ...

    def read(self, source: Source) -> Iterator[Read]:
        """Yield a document, then what it brings, until the next document.

        A loader of rows also yields a `Rejected` for each row it cannot use, and `RowsRead` last.

        Raises:
            LoadError: The input cannot be read. What was read of a document longer than a batch may
                be in the graph then, marked as pending.

        """
        ...
