"""Names as they are searched: folded words, and each whole name as one key."""

import unicodedata
from typing import Final

from graph.model.entity import Entity

# Full-text analysers cut longer tokens into pieces.
_LONGEST_KEY: Final = 200


def words(text: str) -> tuple[str, ...]:
    """Fold a text to words of letters and digits: `Sjögren's` is `sjogren`, `s`."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = (
        " " if not character.isalnum() else character
        for character in folded
        if not unicodedata.combining(character)
    )
    return tuple("".join(kept).split())


def name_key(text: str) -> str:
    """Fold a whole name to one key: `Multiple sclerosis` is `multiplesclerosis`."""
    return "".join(words(text))[:_LONGEST_KEY]


def names(entity: Entity) -> tuple[str, ...]:
    """All an entity can be found by as a whole: name, synonyms, its ids."""
    return (entity.name, *entity.synonyms, entity.id, *entity.xrefs)


def name_keys(entity: Entity) -> str:
    """Join the keys of all names, for a full-text index: exact, prefix and misspelled names."""
    keys = dict.fromkeys(name_key(name) for name in names(entity))
    return " ".join(key for key in keys if key)


def search_text(entity: Entity) -> str:
    """Join the folded words of name and synonyms, for a full-text index and for `CONTAINS`."""
    return " | ".join(" ".join(words(name)) for name in (entity.name, *entity.synonyms))
