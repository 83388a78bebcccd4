"""What became of each input of a load."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph.errors import LoadError, TooLarge
from graph.write.writer import DocumentReport
from loaders.rejects import Rejects
from loaders.rows import Rejected


@dataclass(frozen=True, slots=True)
class LoadedInput:
    """One input: the documents it brought, or the error that refused it.

    A refused input has no documents here, though those before the error may be in the graph, and
    part of one longer than a batch, marked as pending.

    Attributes:
        rows: Rows read, None where the input has no rows.
        rejected: How many of them were not loaded.
        rejects: The first of those, each with all its problems.
        rejects_file: The file that has them all.
        trouble: Why there is no such file though there should be, "" otherwise.

    """

    path: Path
    documents: tuple[DocumentReport, ...] = ()
    error: LoadError | TooLarge | None = None
    rows: int | None = None
    rejected: int = 0
    rejects: tuple[Rejected, ...] = ()
    rejects_file: Path | None = None
    trouble: str = ""

    @classmethod
    def of(
        cls,
        rejects: Rejects,
        documents: Iterable[DocumentReport],
        error: LoadError | TooLarge | None,
    ) -> Self:
        """Make the report of an input from what was kept of its rows, and what became of it."""
        return cls(
            rejects.source,
            tuple(documents),
            error,
            rows=rejects.read.rows if rejects.read else None,
            rejected=rejects.count,
            rejects=tuple(rejects.reported),
            rejects_file=rejects.file,
            trouble=rejects.trouble,
        )

    @property
    def refused(self) -> bool:
        """Whether an error stopped it: it is not, or not all, in the graph."""
        return self.error is not None

    @property
    def complete(self) -> bool:
        """Whether all of it was loaded."""
        return not self.refused and not self.rejected
