"""The order of the rows of a table of claims: one number each, ties by the claims' ids."""

from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.ask.claim_columns import codes, listed, of_texts
from graph.ask.listed_claim import Sheet

_CERTAINTY: Final = {"asserted": 3, "suggested": 2, "proposed": 1}
_AGREEMENT: Final = {"contested": 3, "mixed": 2, "varies": 1}
_COLUMN: Final = {"databases": "asserted_in"}  # where a sort has another name than its column
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
    column = columns[_COLUMN.get(sheet.sort, sheet.sort)]
    match sheet.sort:
        case "papers":
            key = _papers(columns)
        case "databases" | "certainty":
            key = of_texts(column, _databases if sheet.sort == "databases" else _certainty)
        case "agreement":
            rank = pc.cast(of_texts(column, _agreement), pa.int64())  # of no text at all, yes or no
            key = pc.add(rank, _papers(columns))
        case "first_year" | "last_year":
            key = pc.fill_null(column, 0 if sheet.descending else _LATE)
        case "subject" | "object" | "predicate":
            each, texts = codes(column)
            key = pc.take(pc.rank(texts, sort_keys="ascending", tiebreaker="dense"), each)
        case _:
            key = column
    return key


def _papers(columns: Any) -> Any:
    return pc.add(columns["papers"], columns["refuting_papers"])


def _databases(text: str) -> int:
    return len({entry.rpartition("|")[2] for entry in listed(text)})


def _certainty(text: str) -> int:
    return _CERTAINTY.get(text, 0)


def _agreement(text: str) -> int:
    return _AGREEMENT.get(text, 0) * _MANY
