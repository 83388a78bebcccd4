"""Predicates: a name, a phrase, an inverse or another wording to a predicate of the vocabulary."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.model import vocabulary
from loaders.claims_table.columns import fold, words
from loaders.claims_table.problems import Problems


def predicate(problems: Problems) -> str | None:
    """Find the predicate, or inverse, that a row means; None with its problem said."""
    text = problems.row["predicate"]
    found = _by_wording().get(fold(text.removeprefix("biolink:")))
    if found is None:
        names = ", ".join(vocabulary.predicates())
        reason = "is no predicate" if text else "is empty"
        problems.add("predicate", reason, f"Use one of {names}, or its words.")
    return found


@cache
def _by_wording() -> Mapping[str, str]:
    """Predicate by folded wording; what the table says itself wins over other wordings."""
    found: dict[str, str] = {}
    rows = vocabulary.predicates().values()
    for row in rows:
        if row.inverse:
            found |= {fold(row.inverse_phrase): row.inverse, fold(row.inverse): row.inverse}
    for row in rows:
        found |= {fold(_bare(row.phrase)): row.name, fold(row.phrase): row.name}
    for row in rows:
        # Biolink's own name, where it is of one predicate and its ends are not turned round.
        same = [other for other in rows if other.biolink == row.biolink]
        if len(same) == 1 and not row.swap:
            found[fold(row.biolink.removeprefix("biolink:"))] = row.name
    found |= {fold(row.name): row.name for row in rows}
    return MappingProxyType(dict(words("predicate")) | found)


def _bare(phrase: str) -> str:
    """Drop the verb of `is increased in`."""
    return phrase.removeprefix("is ").removeprefix("goes with a ")
