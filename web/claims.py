"""The Claims page as plain data: the rows of its table, what it can be narrowed by, its files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.ask.listed_claim import SORTS, ClaimPage, ListedClaim
from graph.model import vocabulary
from graph.model.counting import AGREEMENTS
from graph.model.evidence import CERTAINTIES
from graph.model.narrowing import Narrowing
from web.leads import claim_link
from web.narrowing import narrowing_query
from web.spreadsheet import csv_bytes
from web.words import capital

Json = dict[str, Any]

DEFAULT_SORT: Final = "agreement"  # contested first
PER_PAGE: Final = 50
_HOSTS: Final = ("human", "animal", "in vitro")
_COLUMNS: Final = (
    "subject_id",
    "subject",
    "predicate",
    "object_id",
    "object",
    "supports",
    "refutes",
    "papers",
    "refuting_papers",
    "mentions",
    "certainty",
    "agreement",
    "hosts",
    "study_types",
    "first_year",
    "last_year",
    "databases",
    "claim",
)


def claims_page(
    page: ClaimPage,
    narrowing: Narrowing,
    order: tuple[str, bool],
    names: Mapping[str, str],
) -> Json:
    """Lay a page of claims out.

    Args:
        page: The page.
        narrowing: What is asked for.
        order: The column it is sorted by, and whether the largest comes first.
        names: The titles of documents that are asked for, by id.

    """
    return {
        "rows": [_row(one) for one in page.rows],
        "offset": page.offset,
        "next": page.next_offset,
        "previous": max(0, page.offset - PER_PAGE) if page.offset else None,
        "total": page.total,
        "sort": order[0],
        "descending": order[1],
        "query": narrowing_query(narrowing),
        "choices": _choices(),
        "documents": [names.get(one, one) for one in narrowing.documents],
    }


def order_of(query: Mapping[str, str]) -> tuple[str, bool]:
    """Read the order from an address: `sort=papers`, or `sort=-papers` for the smallest first."""
    text = query.get("sort", "")
    name = text.removeprefix("-")
    return (name, not text.startswith("-")) if name in SORTS else (DEFAULT_SORT, True)


def written_order(order: tuple[str, bool]) -> str:
    """Write an order for an address; "" for the one that needs no saying."""
    name, descending = order
    return "" if order == (DEFAULT_SORT, True) else name if descending else f"-{name}"


def as_csv(rows: Iterable[ListedClaim]) -> bytes:
    """Write claims as a table for a spreadsheet."""
    records = map(_record, rows)
    return csv_bytes(_COLUMNS, ([record[name] for name in _COLUMNS] for record in records))


def as_json(
    rows: Iterable[ListedClaim], version: str, narrowing: Narrowing, rollup: str = ""
) -> bytes:
    """Write claims with what was asked for, how it is folded, and the version of the graph."""
    answer = {
        "data_version": version,
        "narrowing": narrowing_query(narrowing),
        "claims": [_record(one) for one in rows],
    } | ({"rollup": rollup} if rollup else {})
    return json.dumps(answer, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def file_name(narrowing: Narrowing, version: str, ending: str) -> str:
    """Name a download by what is in it."""
    about = "contested-claims" if narrowing.contested_only else "claims"
    some = "" if narrowing_query(narrowing).keys() <= {"agreement"} else "-some"
    return f"gutgraph-{about}{some}-{version[:8] or 'empty'}.{ending}"


def _row(one: ListedClaim) -> Json:
    counts = one.claim.counts
    return {
        "id": one.claim.id,
        "link": claim_link(one.claim.claim),
        "subject": capital(one.subject.name),
        "object": one.object.name,
        "phrase": one.phrase,
        "kinds": [vocabulary.categories()[end.category].label for end in (one.subject, one.object)],
        "places": [one.subject.place, one.object.place],
        "certainty": counts.certainty,
        "agreement": counts.agreement,
        "denied": one.claim.refuted_only,
        "supports": counts.supports,
        "refutes": counts.refutes,
        "papers": counts.papers,
        "refuting_papers": counts.refuting_papers,
        "years": _years(counts.first_year, counts.last_year),
        "hosts": list(counts.hosts),
        "databases": list(one.claim.databases),
    }


def _record(one: ListedClaim) -> Json:
    counts = one.claim.counts
    key = one.claim.claim
    values = {name: getattr(counts, name) for name in _COLUMNS if hasattr(counts, name)}
    return (
        dict.fromkeys(_COLUMNS)
        | values
        | {
            "subject_id": key.subject,
            "subject": one.subject.name,
            "predicate": key.predicate,
            "object_id": key.object,
            "object": one.object.name,
            "hosts": list(counts.hosts),
            "study_types": list(counts.study_types),
            "databases": list(one.claim.databases),
            "claim": one.claim.id,
        }
    )


def _choices() -> Json:
    """What each filter of the page offers."""
    predicates = {name: row.phrase for name, row in vocabulary.predicates().items()}
    categories = {name: row.label for name, row in vocabulary.categories().items()}
    return {
        "agreement": {one: one for one in AGREEMENTS},
        "certainty": {one: one for one in CERTAINTIES},
        "stance": {"supports": "someone for it", "refutes": "someone against it"},
        "predicate": dict(sorted(predicates.items(), key=lambda one: one[1])),
        "category": dict(sorted(categories.items(), key=lambda one: one[1])),
        "host": {one: one for one in _HOSTS},
    }


def _years(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"
