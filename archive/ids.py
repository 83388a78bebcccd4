"""Ids that a person gives: whole, or the beginning of one."""

import re
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store
from graph.errors import GutgraphError, NotFound

_ID: Final = re.compile(r"[0-9a-f]{4,64}")
_NAMED: Final = 5  # candidates that a message names


def the_one(store: Store, query: str, kind: str, wanted: str) -> str:
    """The one full id that begins so.

    Args:
        query: Asks for ids by `$prefix` and `$limit`.
        kind: `snapshot` or `story`, for messages.

    Raises:
        NotFound: There is none.
        GutgraphError: There are several.

    """
    begins = wanted.strip().lower()
    if not _ID.fullmatch(begins):
        raise NotFound(f"{kind.capitalize()} {wanted!r}")
    ids = [row["id"] for row in store.read(cypher(query), {"prefix": begins, "limit": _NAMED + 1})]
    if not ids:
        raise NotFound(f"{kind.capitalize()} {wanted!r}")
    if len(ids) > 1:
        named = ", ".join(id_[:16] for id_ in ids[:_NAMED])
        raise GutgraphError(
            f"{wanted!r} is the beginning of more than one {kind}'s id: {named}. Take more of it."
        )
    return str(ids[0])
