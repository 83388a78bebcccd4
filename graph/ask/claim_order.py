"""The order of the rows of a table of claims: one number each, ties by the claims' ids."""

from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.ask.claim_columns import codes, listed, of_texts
from graph.ask.listed_claim import Sheet

_CERTAINTY: Final = {"asserted": 3, "suggested": 2, "proposed": 1}
_AGREEMENT: Final = {"contested": 3, "mixed": 2, "varies": 1}
_MANY: Final = 1_000_000  # more papers than a claim has
_ROWS: Final = 2**32  # more claims than a table has
_LATE: Final = 9999  # a year after all


def first_of(columns: Any, sheet: Sheet) -> Any:
    """Name the rows of a page and of those before it, in order.

    Args:
        columns: The table, its rows in the order of the claims' ids.
        sheet: Which page of which order.

    """
    row = pc.cast(pc.indices_nonzero(pc.is_valid(columns["id"])), pa.int64())
    key = pc.cast(_key(columns, sheet), pa.int64())
    way = -_ROWS if sheet.descending else _ROWS
    order = pc.add(pc.multiply(key, way), row)
    most = min(sheet.offset + sheet.limit, columns.num_rows)
    return pc.bottom_k_unstable(order, most)


def _key(columns: Any, sheet: Sheet) -> Any:
    """One whole number for each row to sort by."""
    match sheet.sort:
        case "papers":
            return _papers(columns)
        case "databases":
            return of_texts(columns["asserted_in"], _databases)
        case "certainty":
            return of_texts(columns["certainty"], lambda text: _CERTAINTY.get(text, 0))
        case "agreement":
            rank = of_texts(columns["agreement"], lambda text: _AGREEMENT.get(text, 0) * _MANY)
            return pc.add(rank, _papers(columns))
        case "first_year" | "last_year":
            return pc.fill_null(columns[sheet.sort], 0 if sheet.descending else _LATE)
        case "subject" | "object" | "predicate":
            each, texts = codes(columns[sheet.sort])
            return pc.take(pc.rank(texts, sort_keys="ascending", tiebreaker="dense"), each)
        case _:
            return columns[sheet.sort]


def _papers(columns: Any) -> Any:
    return pc.add(columns["papers"], columns["refuting_papers"])


def _databases(text: str) -> int:
    return len({entry.rpartition("|")[2] for entry in listed(text)})
