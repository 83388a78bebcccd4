"""Cells that are numbers, words of a list, or references to a publication."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from graph.model.known_publications import publications_by_title
from graph.model.publication import KINDS, Publication
from loaders.claims_table.columns import fold, words
from loaders.claims_table.problems import Problems

_PMID: Final = re.compile(r"(?:.*pubmed\S*/|PMID:?\s*)?([1-9]\d{0,8})/?", re.IGNORECASE)
_DOI: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_BOUND: Final = re.compile(r"(?:p\s*)?([<>≤≥])\s*=?\s*(\d*\.?\d+(?:e-?\d+)?)", re.IGNORECASE)
_YEARS: Final = range(1800, 2101)


def choice(column: str, allowed: tuple[str, ...], problems: Problems, usual: str = "") -> str:
    """Read a word of a list; `usual` for a blank cell, or a wrong one, whose problem is said."""
    text = problems.row[column]
    if not text:
        return usual
    by_word = {fold(word): word for word in allowed if word}
    found = by_word.get(fold(text), words(column).get(fold(text)))
    if found is None:
        names = ", ".join(word for word in allowed if word)
        problems.add(column, f"is none of {names}", "Use one of these, or leave it blank.")
        return usual
    return found


def count(column: str, problems: Problems) -> int | None:
    """Read a whole number, zero or more."""
    text = problems.row[column]
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        problems.add(column, "is not a whole number", "Write digits alone, for example 60.")
        return None
    return int(text)


def p_value(problems: Problems) -> tuple[float | None, str]:
    """Read a p value, or a bound such as `<0.001`, which is kept as words."""
    text = problems.row["p_value"]
    bound = _BOUND.fullmatch(text)
    try:
        value = float(bound[2] if bound else text or "0")
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        problems.add("p_value", "is not between 0 and 1", "Write it as 0.03, or as <0.001.")
        return None, ""
    if bound:
        return None, f"p {bound[1]} {bound[2]}"
    return (value if text else None), ""


def publication(problems: Problems) -> Publication | None:
    """Read the publication of a row, None where the row names none or has it wrong.

    What the row leaves blank is filled in from the publications that the vocabulary knows.
    """
    row = problems.row
    pmid = _reference("pmid", _PMID, "a number, for example 27352007", problems)
    doi = _reference("doi", _DOI, "as 10.1038/ncomms12015", problems)
    kind = choice("publication_kind", KINDS, problems)
    year = _year(problems)
    if not (pmid or doi or fold(row["title"])):
        return None
    read = Publication(
        pmid, doi, row["title"], _authors(row["authors"]), row["journal"], year, kind
    )
    return _completed(read)


def _reference(column: str, shape: re.Pattern[str], way: str, problems: Problems) -> str:
    text = problems.row[column]
    found = shape.fullmatch(text)
    if text and not found:
        problems.add(column, f"is no {column.upper()}", f"Write it {way}.")
    return found[1] if found else ""


def _year(problems: Problems) -> int | None:
    text = problems.row["year"]
    if not text:
        return None
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or int(text) not in _YEARS:
        problems.add("year", "is no year", "Write four digits, for example 2016.")
        return None
    return int(text)


def _authors(text: str) -> tuple[str, ...]:
    mark = next((mark for mark in (";", "|") if mark in text), ",")
    return tuple(name.strip() for name in text.split(mark) if name.strip())


def _completed(read: Publication) -> Publication:
    by_key = _known_by_key()
    same = list(dict.fromkeys(by_key[key] for key in read.keys if key in by_key))
    if len(same) != 1 or _differ(read.pmid, same[0].pmid) or _differ(read.doi, same[0].doi):
        return read
    (known,) = same
    return Publication(
        read.pmid or known.pmid,
        read.doi or known.doi,
        read.title or known.title,
        read.authors or known.authors,
        read.journal or known.journal,
        read.year or known.year,
        read.kind or known.kind,
        known.retracted,
    )


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one.lower() != other.lower()


@cache
def _known_by_key() -> Mapping[str, Publication]:
    known = publications_by_title().values()
    return MappingProxyType({key: one for one in known for key in one.keys})
