"""Search: an entity by id, name or synonym, by its beginning, by words, or misspelled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Engine, Row, Store
from graph.errors import StoreRejected
from graph.model.entity import Entity
from graph.model.identity import is_curie
from graph.model.naming import name_key, names, words
from graph.model.nearness import mistakes, near_queries
from graph.model.properties import entity_from

# More candidates than hits, because the index ranks by words and the answer by names and claims.
_CANDIDATES: Final = 100
_LONGEST: Final = 200
# A whole name of so many letters may differ in one more than a word.
_LONG: Final = 12
_HOWS: Final = ("exact", "prefix", "word", "misspelling")
# What either engine calls the full-text index of a property.
INDEX: Final[dict[Engine, str]] = {"arcadedb": "Entity[{}]", "neo4j": "entity_{}"}


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a name fits, smaller is better: how, word by word or not, letters that differ."""

    how: int
    by_words: bool = False
    apart: int = 0


_NO_FIT: Final = _Fit(len(_HOWS))


def search(store: Store, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
    """Find entities, exact matches first, then those with more claims.

    Of misspelled names, those with fewer mistakes come first.

    Args:
        store: The graph.
        text: An id (`MESH:D009103` finds by `xrefs` too), a name, its beginning, words, or a
            misspelling of any of them.
        limit: The most hits returned.

    """
    text = text[:_LONGEST]
    found: dict[str, tuple[_Fit, SearchHit]] = {}
    for field, query in _queries(text):
        if len(found) >= limit or (found and is_curie(text)):  # an id has no other meaning
            break
        _keep(found, _ask(store, "search", field, query, max(limit, _CANDIDATES)), text)
    if not found:  # else what was typed is a name, or the beginning of one
        for question, field, query in _near(text):
            if len(found) < limit:
                _keep(found, _ask(store, question, field, query, _CANDIDATES), text)
    ranked = sorted(found.values(), key=_rank)
    return tuple(hit for _, hit in ranked[: max(limit, 0)])


def _queries(text: str) -> list[tuple[str, str]]:
    """Ask the most exact first; each is a query in the full-text language of both engines."""
    key, parts = name_key(text), words(text)
    if not key:
        return []
    every = " ".join([*(f"+{part}" for part in parts[:-1]), f"+{parts[-1]}*"])
    return [("name_keys", key), ("name_keys", f"{key}*"), ("search_text", every)]


def _near(text: str) -> Iterator[tuple[str, str, str]]:
    """Ask for misspelled names; of an id, for others that differ in the last characters."""
    if is_curie(text):
        key = name_key(text)
        beginnings = [key[:-left] for left in (1, 2) if key[left:]]  # `*` alone is no query
        yield from (("search", "name_keys", f"{beginning}*") for beginning in beginnings)
    yield from (("search_near", "near_keys", query) for query in near_queries(text))


def _ask(store: Store, question: str, field: str, query: str, limit: int) -> list[Row]:
    values = {"index": INDEX[store.engine].format(field), "query": query, "limit": limit}
    try:
        return store.read(cypher(f"ask/{question}", store.engine), values)
    except StoreRejected:
        if field != "near_keys":
            raise
        return []  # an earlier version wrote it, and nobody has opened it for writing since


def _keep(found: dict[str, tuple[_Fit, SearchHit]], rows: list[Row], text: str) -> None:
    """Add the entities that fit; the index is more generous."""
    for row in rows:
        entity = entity_from(row)
        fit, name = _best(entity, text)
        if fit < _NO_FIT:
            hit = SearchHit(entity, name, _HOWS[fit.how], row["claims"] or 0)
            found.setdefault(entity.id, (fit, hit))


def _best(entity: Entity, text: str) -> tuple[_Fit, str]:
    """Say by which of its names an entity fits, and how well."""
    fits = [(_fit(name, text), name) for name in names(entity)]
    return min(fits, key=lambda fit: (fit[0], fit[1] != entity.name, len(fit[1])))


def _fit(name: str, text: str) -> _Fit:
    key, wanted = name_key(name), name_key(text)
    if key == wanted:
        return _Fit(0)
    if key.startswith(wanted):
        return _Fit(1)
    have, want = words(name), words(text)
    if all(any(word.startswith(part) for word in have) for part in want):
        return _Fit(2)
    whole = _apart(key, wanted, mistakes(wanted) + (len(wanted) >= _LONG))
    if whole is not None:
        return _Fit(3, by_words=False, apart=whole)
    by_words = _apart_by_words(have, want)
    return _NO_FIT if by_words is None else _Fit(3, by_words=True, apart=by_words)


def _apart_by_words(have: tuple[str, ...], want: tuple[str, ...]) -> int | None:
    """Count the letters in which each typed word differs from its nearest; None if one has none."""
    total = 0
    for part in want:
        if any(word.startswith(part) for word in have):
            continue
        near = [n for word in have if (n := _apart(word, part, mistakes(part))) is not None]
        if not near:
            return None
        total += min(near)
    return total


def _apart(have: str, want: str, most: int) -> int | None:
    """Count the letters in which two differ; None where these are too many."""
    letters = DamerauLevenshtein.distance(have, want, score_cutoff=most)
    return letters if letters <= most else None


def _rank(kept: tuple[_Fit, SearchHit]) -> tuple[_Fit, int, int, str]:
    fit, hit = kept
    return (fit, -hit.claims, len(hit.matched), hit.entity.id)
