"""The ends of a claim: a CURIE, another id of the same thing, a name or a synonym to an entity."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from graph.model import known, vocabulary
from graph.model.entity import Entity
from graph.model.identity import EntityId, is_curie
from graph.model.naming import name_key
from loaders.claims_table.columns import fold, prefixes
from loaders.claims_table.gathered import Gathered
from loaders.claims_table.problems import Problems, nearest


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a row means.

    Attributes:
        entity: What is known of it.
        match: How it was found when the cell was not its id, for a reader to check.

    """

    entity: Entity
    match: str = ""

    @property
    def id(self) -> EntityId:
        """Its id."""
        return self.entity.id


def entity(arm: str, problems: Problems, gathered: Gathered) -> Found | None:
    """Find the entity that `subject` or `object` means; None with its problems said.

    Args:
        arm: `subject` or `object`.
        problems: The row, and where its problems go.
        gathered: What other rows say of an entity that Gutgraph does not know.

    """
    text = problems.row[arm]
    if not text:
        problems.add(arm, "is empty", "Give a CURIE or a name.")
        return None
    if not is_curie(text):
        return _by_name(arm, text, problems)
    id_ = _by_any_id().get(text.casefold())
    if id_ is not None:
        return _known(arm, text, id_, problems)
    return _stranger(arm, text, problems, gathered)


def _by_name(arm: str, text: str, problems: Problems) -> Found | None:
    ids = _by_names().get(name_key(text), ())
    if len(ids) == 1:
        found = known.entities()[ids[0]]
        return Found(found, f"{arm} {text!r} read as {found.name} ({found.id})")
    if ids:
        way_out = f"Give one of these ids: {', '.join(ids)}."
        problems.add(arm, "is the name of more than one thing", way_out)
    else:
        near = nearest(text, _every_name())
        problems.add(arm, "is no name that Gutgraph knows", f"{near}Give its CURIE.")
    return None


def _known(arm: str, text: str, id_: EntityId, problems: Problems) -> Found | None:
    label = problems.row[f"{arm}_name"]
    others = [other for other in _by_names().get(name_key(label), ()) if label]
    if others and id_ not in others:
        problems.add(
            f"{arm}_name",
            f"is {' or '.join(others)}, and {arm} says {text} ({known.entities()[id_].name})",
            "Mend the one that is wrong.",
        )
        return None
    found = known.entities()[id_]
    match = "" if text == id_ else f"{arm} {text!r} read as {found.name} ({id_})"
    return Found(found, match)


def _stranger(arm: str, text: str, problems: Problems, gathered: Gathered) -> Found | None:
    """Take an entity that the vocabulary does not know, as the table describes it."""
    prefix, _, local = text.partition(":")
    if prefix.casefold() not in prefixes():
        written = ", ".join(name for name, _ in prefixes().values())
        problems.add(arm, f"has a prefix that is none of {written}", "Give an id of one of these.")
        return None
    prefix, usual = prefixes()[prefix.casefold()]
    category = _category(arm, gathered.categories.get(text.casefold(), ""), usual, problems)
    name = gathered.names.get(text.casefold(), "")
    if not name:
        problems.add(
            arm, "is an id that Gutgraph does not know", f"Check it, and fill in {arm}_name."
        )
    if category == "":
        problems.add(arm, "does not tell what it is", f"Fill in {arm}_category.")
    if not (name and category):
        return None
    id_ = EntityId(f"{prefix}:{local}")
    return Found(
        Entity(id_, name, category), "" if text == id_ else f"{arm} {text!r} read as {id_}"
    )


def _category(arm: str, text: str, usual: str, problems: Problems) -> str | None:
    if not text:
        return usual
    category = _categories().get(fold(text.removeprefix("biolink:")))
    if category is None:
        names = ", ".join(vocabulary.categories())
        way_out = "Use one of these, or leave it blank."
        problems.add(f"{arm}_category", f"is none of {names}", way_out)
    return category


@cache
def _categories() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in vocabulary.categories().values():
        found.setdefault(fold(row.biolink.removeprefix("biolink:")), row.name)
    named = {
        fold(word): row.name
        for row in vocabulary.categories().values()
        for word in (row.label, row.name)
    }
    return MappingProxyType(found | named)


@cache
def _by_any_id() -> Mapping[str, EntityId]:
    return MappingProxyType({text.casefold(): id_ for text, id_ in known.by_any_id().items()})


@cache
def _by_names() -> Mapping[str, tuple[EntityId, ...]]:
    """Ids by folded name; a name that is somebody's own wins over a synonym of another."""
    own: dict[str, set[EntityId]] = defaultdict(set)
    also: dict[str, set[EntityId]] = defaultdict(set)
    for one in known.entities().values():
        own[name_key(one.name)].add(one.id)
        for synonym in one.synonyms:
            also[name_key(synonym)].add(one.id)
    merged = {**also, **own}
    return MappingProxyType({key: tuple(sorted(ids)) for key, ids in merged.items() if key})


@cache
def _every_name() -> tuple[str, ...]:
    names = {name for one in known.entities().values() for name in (one.name, *one.synonyms)}
    return tuple(sorted(names))
