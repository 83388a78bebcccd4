"""Rows that were not loaded: all in a file, the first in the report, and none unaccounted for."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final, Self

from graph.errors import LoadError
from graph.model.record import Record
from graph.write.writer import DocumentReport
from loaders.rows import Read, Rejected, RowsRead

COLUMNS: Final = ("line", "column", "value", "reason", "way_out")
SUFFIX: Final = ".rejects.tsv"
# How many rejected rows a report holds; the file has them all.
REPORTED: Final = 1000


def beside(path: Path) -> Path:
    """Where the rejects of an input go when nobody says otherwise."""
    return path.with_name(path.name + SUFFIX)


def places(paths: Iterable[Path], folder: Path | None) -> dict[Path, Path]:
    """Choose a rejects file for each input: beside it, or in `folder`, where no two share one."""
    if folder is None:
        return {path: beside(path) for path in paths}
    chosen: dict[Path, Path] = {}
    for path in paths:
        place, number = folder / (path.name + SUFFIX), 2
        while place in chosen.values():
            place, number = folder / f"{path.name}.{number}{SUFFIX}", number + 1
        chosen[path] = place
    return chosen


class Rejects:
    """The rejected rows of one input; use it as a context, which closes the file.

    The file is made with the first row. Where it cannot be written the load goes on, and `trouble`
    says so. Without a place there is no file.
    """

    def __init__(self, source: Path, place: Path | None) -> None:
        self.source = source
        self.place = place
        self.count = 0
        self.reported: list[Rejected] = []
        self.read: RowsRead | None = None
        self.trouble = ""
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        self._forget_former()
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is None:
            return
        try:
            self._file.close()  # what was held back is written here, and may not fit
        except OSError as error:
            self._give_up(error)

    @property
    def file(self) -> Path | None:
        """The file that was written whole, None without one."""
        return self.place if self._file is not None and not self.trouble else None

    def sift(self, read: Iterable[Read]) -> Iterator[Record]:
        """Hand records on, and keep what is said about rows."""
        for one in read:
            if isinstance(one, Rejected):
                self._add(one)
            elif isinstance(one, RowsRead):
                self.read = one
            else:
                yield one

    def account(self, documents: Iterable[DocumentReport]) -> None:
        """Hold the rows read against what is in the graph and what was rejected.

        Raises:
            LoadError: Rows were lost on the way.

        """
        if self.read is None:
            return
        kinds = self.read.kinds
        there = sum(getattr(report, kind) for report in documents for kind in kinds)
        if self.read.rows != there + self.count:
            raise LoadError(
                str(self.source),
                f"{self.read.rows} rows were read, but {there} are in the graph and {self.count} "
                "were rejected",
                "This is a fault of the loader: report it with the file, and do not trust this "
                "document (gutgraph forget takes it out).",
            )

    def _add(self, rejected: Rejected) -> None:
        self.count += 1
        if len(self.reported) < REPORTED:
            self.reported.append(rejected)
        self._write(rejected)

    def _write(self, rejected: Rejected) -> None:
        if self.place is None or self.trouble:
            return
        try:
            if self._file is None:
                self.place.parent.mkdir(parents=True, exist_ok=True)
                self._file = self.place.open("w", encoding="utf-8", newline="")
                csv.writer(self._file, "excel-tab", lineterminator="\n").writerow(COLUMNS)
            writer = csv.writer(self._file, "excel-tab", lineterminator="\n")
            for one in rejected.problems:
                writer.writerow((rejected.line, one.column, one.value, one.reason, one.way_out))
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self.trouble = self.trouble or (
            f"The rejects file {self.place} cannot be written ({error.strerror}); name a "
            "folder for it with --rejects."
        )

    def _forget_former(self) -> None:
        """Remove the rejects of an earlier load, so that what lies there is of this one."""
        if self.place is None:
            return
        try:
            with self.place.open(encoding="utf-8", errors="replace") as file:
                ours = file.readline().rstrip("\n") == "\t".join(COLUMNS)
            if ours:
                self.place.unlink()
        except OSError:
            return  # none there, or not ours to remove
