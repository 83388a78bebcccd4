"""What became of each input of a load."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import LoadError, TooLarge
from graph.write.writer import DocumentReport


@dataclass(frozen=True, slots=True)
class LoadedInput:
    """One input: the documents it brought, or the error that refused it."""

    path: Path
    documents: tuple[DocumentReport, ...] = ()
    error: LoadError | TooLarge | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing of it is in the graph."""
        return self.error is not None
