"""Search: an entity by id, name or synonym, by its beginning, by words, or misspelled."""

from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.ask.answers import SearchHit
from graph.engine.cypher import cypher
from graph.engine.store import Engine, Row, Store
from graph.model.entity import Entity
from graph.model.naming import name_key, names, words
from graph.model.properties import entity_from

# More candidates than hits, because the index ranks by words and the answer by names and claims.
_CANDIDATES: Final = 100
_LONGEST: Final = 200
_HOWS: Final = ("exact", "prefix", "word", "misspelling")
# One edit for every four letters, at most two; shorter words are too like each other.
_LETTERS_AN_EDIT: Final = 4
_MOST_EDITS: Final = 2
_INDEX: Final[dict[Engine, dict[str, str]]] = {
    "arcadedb": {"name_keys": "Entity[name_keys]", "search_text": "Entity[search_text]"},
    "neo4j": {"name_keys": "entity_name_keys", "search_text": "entity_search_text"},
}


def search(store: Store, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
    """Find entities, exact matches first, then those with more claims.

    Args:
        store: The graph.
        text: An id (`MESH:D009103` finds by `xrefs` too), a name, its beginning, words, or a
            misspelling of any of them.
        limit: The most hits returned.

    """
    text = text[:_LONGEST]
    found: dict[str, SearchHit] = {}
    for field, query in _queries(text):
        # Misspellings are dear (seconds at 200,000 names), so only where nothing else is found.
        if len(found) >= limit or (found and "~" in query):
            break
        for row in _ask(store, field, query, max(limit, _CANDIDATES)):
            hit = _hit(entity_from(row), row["claims"] or 0, text)
            if hit is not None:
                found.setdefault(hit.entity.id, hit)
    return tuple(sorted(found.values(), key=_rank)[: max(limit, 0)])


def _queries(text: str) -> list[tuple[str, str]]:
    """Ask the cheap and exact first; each is a query in the full-text language of both engines."""
    key, parts = name_key(text), words(text)
    if not key:
        return []
    every = " ".join([*(f"+{part}" for part in parts[:-1]), f"+{parts[-1]}*"])
    queries = [("name_keys", key), ("name_keys", f"{key}*"), ("search_text", every)]
    if _edits(key):
        queries.append(("name_keys", f"{key}~{_edits(key)}"))
    if any(_edits(part) for part in parts):
        near = (f"+{part}~{_edits(part)}" if _edits(part) else f"+{part}" for part in parts)
        queries.append(("search_text", " ".join(near)))
    return queries


def _ask(store: Store, field: str, query: str, limit: int) -> list[Row]:
    values = {"index": _INDEX[store.engine][field], "query": query, "limit": limit}
    return store.read(cypher("ask/search", store.engine), values)


def _hit(entity: Entity, claims: int, text: str) -> SearchHit | None:
    """Say by which name an entity fits, and how; None when the index was too generous."""
    fits = [(_fit(name, text), name) for name in names(entity)]
    how, name = min(fits, key=lambda fit: (fit[0], fit[1] != entity.name, len(fit[1])))
    return SearchHit(entity, name, _HOWS[how], claims) if how < len(_HOWS) else None


def _fit(name: str, text: str) -> int:
    key, wanted = name_key(name), name_key(text)
    if key == wanted:
        return 0
    if key.startswith(wanted):
        return 1
    have, want = words(name), words(text)
    if all(any(word.startswith(part) for word in have) for part in want):
        return 2
    if _near(key, wanted) or all(any(_near(word, part) for word in have) for part in want):
        return 3
    return len(_HOWS)


def _near(have: str, want: str) -> bool:
    most = _edits(want)
    if most == 0:
        return have == want
    return DamerauLevenshtein.distance(have, want, score_cutoff=most) <= most


def _edits(word: str) -> int:
    return min(len(word) // _LETTERS_AN_EDIT, _MOST_EDITS)


def _rank(hit: SearchHit) -> tuple[int, int, int, str]:
    return (_HOWS.index(hit.how), -hit.claims, len(hit.matched), hit.entity.id)
