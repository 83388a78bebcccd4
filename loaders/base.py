"""What a loader is, and what it is given."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from graph.errors import LoadError
from graph.model.identity import DocumentId
from loaders import text
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
        return text.decoded(self.data, self.path)

    def lines(self, newline: str = "") -> io.TextIOWrapper:
        """Open the text to be read line by line, so that a long table is never one string.

        Args:
            newline: What ends a line, as for `open`; the ends are kept as they are.

        Raises:
            LoadError: The file is empty, binary, or not UTF-8.

        """
        return text.lines(self.data, self.path, newline)


def head_of(path: Path) -> bytes:
    """Read as much of a file as a loader may look at to recognise it.

    Raises:
        LoadError: The file is missing, a folder, a pipe, or cannot be read.

    """
    if path.is_fifo():  # what is read of it to recognise it would be gone
        raise LoadError(str(path), "This is a pipe", "Write what it gives to a file first.")
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
