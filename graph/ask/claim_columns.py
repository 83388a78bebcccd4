"""Claims as the columns of an Arrow table, and back: each text stands in it once, as a code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.ask.listed_claim import ListedClaim
from graph.engine.store import Row
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.naming import words
from graph.model.subgraph import CountedClaim

_NUMBERS: Final = ("supports", "refutes", "papers", "refuting_papers", "mentions")
_YEARS: Final = ("first_year", "last_year")
_TEXTS: Final = ("subject", "object", "subject_category", "object_category", "certainty")
_LISTS: Final = ("hosts", "study_types", "asserted_in", "denied_in")
_BETWEEN: Final = "\x1f"  # parts the values of a list; no text that is loaded has it


def parts_of(
    rows: Iterable[Row], size: int, told: Callable[[int], None] | None = None
) -> Iterator[Any]:
    """Lay a stream of claims in tables, one after the other; at least one, so that all have some.

    Args:
        rows: See `graph.ask.claim_stream`.
        size: Claims of a table.
        told: Told how many are read, after each.

    """
    waiting = iter(rows)
    folded: dict[str, str] = {}
    read = 0
    while (part := list(islice(waiting, size))) or not read:
        yield _columns(part, folded)
        read += len(part)
        if told is not None:
            told(read)
        if len(part) < size:
            return


def together(parts: Iterable[Any]) -> Any:
    """Put tables of claims together, in the order of the claims' ids."""
    whole = pa.concat_tables(parts).unify_dictionaries()
    return whole.take(pc.sort_indices(whole["id"])).combine_chunks()


def claims_of(columns: Any) -> tuple[ListedClaim, ...]:
    """Read the claims of a table back."""
    return tuple(_listed(row) for row in columns.to_pylist())


def codes(column: Any) -> tuple[Any, Any]:
    """Say of a column of texts which text each row has, and which texts there are."""
    whole = column.combine_chunks()
    return whole.indices, whole.dictionary


def of_texts(column: Any, say: Callable[[str], int]) -> Any:
    """Say a number, or yes or no, of each text that a column has, and so of each row."""
    each, texts = codes(column)
    said = [say(text) for text in texts.to_pylist()]
    kind = pa.int64() if said and not isinstance(said[0], bool) else pa.bool_()
    return pc.take(pa.array(said, kind), each)


def listed(text: str) -> tuple[str, ...]:
    """The values of a list that a column has as one text."""
    return tuple(text.split(_BETWEEN)) if text else ()


def _columns(rows: Sequence[Row], folded: dict[str, str]) -> Any:
    columns = {"id": pa.array([row["id"] for row in rows], pa.string())}
    columns |= {name: _encoded([row[name] or "" for row in rows]) for name in _TEXTS}
    columns["agreement"] = _encoded([row["agreement"] or "one-sided" for row in rows])
    columns["predicate"] = _encoded([row["id"].split("~", 2)[1] for row in rows])
    for end in ("subject", "object"):
        columns[f"{end}_words"] = _encoded([_folded(row[end], folded) for row in rows])
    for name in _LISTS:
        columns[name] = _encoded([_BETWEEN.join(row[name] or ()) for row in rows])
    for name in _NUMBERS:
        columns[name] = pa.array([row[name] or 0 for row in rows], pa.int32())
    for name in _YEARS:
        columns[name] = pa.array([row[name] for row in rows], pa.int16())
    return pa.table(columns)


def _encoded(texts: list[str]) -> Any:
    return pa.array(texts, pa.string()).dictionary_encode()


def _folded(name: str, folded: dict[str, str]) -> str:
    """Fold a name to its words, each with a space before it; names come again and again."""
    if name not in folded:
        folded[name] = "".join(f" {word}" for word in words(name))
    return folded[name]


def _listed(row: Row) -> ListedClaim:
    claim = Claim.from_id(row["id"])
    lists = {name: listed(row[name]) for name in _LISTS}
    counts = Counts(
        **{name: row[name] for name in (*_NUMBERS, *_YEARS, "certainty", "agreement")},
        hosts=lists["hosts"],
        study_types=lists["study_types"],
    )
    return ListedClaim(
        CountedClaim(claim, counts, lists["asserted_in"], lists["denied_in"]),
        Entity(claim.subject, row["subject"], row["subject_category"]),
        Entity(claim.object, row["object"], row["object_category"]),
    )
