"""Run loaders over inputs: find the loader, check every record, write, report."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from graph.engine.store import Store
from graph.errors import LoadError, TooLarge, UnknownFormat
from graph.model.document import Document
from graph.model.evidence import Evidence, check_quote
from graph.model.record import Record
from graph.write.lease import Waiting
from graph.write.writer import DocumentReport, Writing, Written, writing
from loaders.base import HEAD_BYTES, Loader, Source, head_of, told
from loaders.bugsigdb import loader as bugsigdb
from loaders.claims_table import loader as claims_table
from loaders.prose import loader as prose
from loaders.rejects import Rejects, beside
from loaders.report import LoadedInput

# The most specific first: the first that recognises an input reads it.
LOADERS: Final[tuple[Loader, ...]] = (bugsigdb, claims_table, prose)


def inputs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """List the files to load: those named, and within a folder those a loader recognises.

    Raises:
        LoadError: A folder has nothing in it that any loader reads.

    """
    found: list[Path] = []
    for path in paths:
        found += _in_folder(path) if path.is_dir() else [path]
    return tuple(dict.fromkeys(found))


def sorted_out(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[LoadedInput, ...]]:
    """List the files to load as `inputs` does, and apart from them the folders that give none."""
    found: list[Path] = []
    refused: list[LoadedInput] = []
    for path in paths:
        try:
            found += inputs([path])
        except LoadError as error:
            refused.append(LoadedInput(path, error=error))
    return tuple(dict.fromkeys(found)), tuple(refused)


def find_loader(path: Path, head: bytes) -> Loader:
    """Choose the loader for an input.

    Raises:
        UnknownFormat: None recognises it; the loaders tried are named.

    """
    for loader in LOADERS:
        if loader.recognises(path, head):
            return loader
    raise UnknownFormat(
        str(path),
        f"No loader reads this kind of file ({path.suffix or 'no ending'})",
        f"Loaders tried: {', '.join(loader.name for loader in LOADERS)}; text and Markdown "
        "(.txt, .md) are read as prose, and a table (.csv, .tsv, .xlsx, .jsonl) needs the columns "
        "that `gutgraph template` writes.",
    )


def read_input(given: Path | Source, rejects: Rejects) -> Iterator[Record]:
    """Read one input into checked records; rows that cannot be used go to `rejects`.

    Args:
        given: A file, of which only the head is read until a loader recognises it; or bytes at
            hand, an upload for example.
        rejects: Where its rejected rows go.

    Raises:
        LoadError: The input cannot be read, or a quote is not what stands in its text.

    """
    if isinstance(given, Source):
        source, loader = given, find_loader(given.path, given.data[:HEAD_BYTES])
    else:
        loader = find_loader(given, head_of(given))
        source = Source.read(given)
    yield from checked(rejects.sift(loader.read(source)))


def load_input(
    store: Store,
    path: Path,
    batch_size: int,
    progress: Callable[[Written], None] | None = None,
    waiting: Waiting | None = None,
    rejects_file: Path | None = None,
) -> LoadedInput:
    """Load one input under a lease of its own; see `load_into`, which loads any number."""
    with writing(store, waiting) as session:
        return load_into(session, path, batch_size, progress, rejects_file)


def load_into(
    session: Writing,
    given: Path | Source,
    batch_size: int,
    progress: Callable[[Written], None] | None = None,
    rejects_file: Path | None = None,
) -> LoadedInput:
    """Load one input; what refuses it is in the answer, and does not stop a caller's next one.

    A refused input may be in the graph in part: a document of more than `batch_size` records is
    written as it is read, and stays marked as pending until it is loaded again.

    Args:
        session: The lease, and the graph through a login that may write.
        given: One file, as `inputs` lists them, or bytes at hand.
        batch_size: Records in one transaction.
        progress: Told how far the load is.
        rejects_file: Where rejected rows go; None means beside a file, and nowhere for bytes.

    """
    documents: tuple[DocumentReport, ...] = ()
    error: LoadError | TooLarge | None = None
    path, place = (given.path, None) if isinstance(given, Source) else (given, beside(given))
    with Rejects(path, rejects_file or place) as rejects:
        try:
            records = read_input(given, rejects)
            documents = session.write(records, batch_size, progress)
            rejects.account(documents)
        except (LoadError, TooLarge) as raised:
            error = raised
    return LoadedInput.of(rejects, documents, error)


def checked(records: Iterable[Record]) -> Iterator[Record]:
    """Hand records on, each quote held against the text of its document.

    Raises:
        RecordError: A quote differs from its text; both are shown.

    """
    text: str | None = None
    for record in records:
        if isinstance(record, Document):
            text = record.text
        elif isinstance(record, Evidence) and text is not None:
            check_quote(record, text)
        yield record


def _in_folder(folder: Path) -> list[Path]:
    with told(folder):
        files = sorted(path for path in folder.iterdir() if path.is_file())
    known = [path for path in files if _is_known(path)]
    if not known:
        raise LoadError(
            str(folder),
            "Nothing in this folder is of a kind that a loader reads",
            "Name a file, or a folder with .txt, .md or table files in it.",
        )
    return known


def _is_known(path: Path) -> bool:
    try:
        head = head_of(path)
    except LoadError:
        return True  # the load of it says why it cannot be read
    return any(loader.recognises(path, head) for loader in LOADERS)
