"""The lexicon: every surface form of every entity, from the vocabulary and lexicon.yaml."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import ahocorasick

from graph.model.identity import EntityId
from graph.model.known import entities
from loaders.prose.fold import fold_words, lower
from loaders.prose.tables import table

_ALTERNATIVES: Final = re.compile(r"\{([^{}]*)\}")
_LONGEST_ACRONYM: Final = 7
_SHORTEST_PLURAL: Final = 4
_NO_PLURAL: Final = frozenset({"Taxon"})


@dataclass(frozen=True, slots=True)
class Term:
    """What a surface form stands for.

    Attributes:
        exact: The only way it may be written, hyphens aside; "" when case does not matter.
        turned: The entity it stands for in a claim that has a direction; "" for the same.
        unless: A pattern; in a sentence with a match the form means something else.

    """

    entity: EntityId
    category: str
    exact: str = ""
    turned: str = ""
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms by matching key, and the automaton that finds the keys."""

    terms: Mapping[str, tuple[Term, ...]]
    automaton: Any


@cache
def lexicon() -> Lexicon:
    """Build the shipped lexicon, once."""
    terms: dict[str, list[Term]] = {}
    for form, term in _terms():
        known = terms.setdefault(key_of(form), [])
        if all(one.exact != term.exact for one in known):
            known.append(term)
    automaton = ahocorasick.Automaton()
    for key in terms:
        automaton.add_word(key, key)
    automaton.make_automaton()
    return Lexicon({key: tuple(found) for key, found in terms.items()}, automaton)


def key_of(form: str) -> str:
    """Give the key a form is matched by: folded, lower case, hyphens as spaces."""
    return lower(fold_words(form)).replace("-", " ")


def expand(template: str) -> Iterator[str]:
    """Write out each combination of `{a|b}` alternatives."""
    parts = _ALTERNATIVES.split(template)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for combination in itertools.product(*choices):
        yield " ".join("".join(combination).split())


def _terms() -> Iterator[tuple[str, Term]]:
    """Yield forms with their terms; the first term of a form wins, so lexicon.yaml comes first."""
    guards = {row["term"]: re.compile(row["unless"]) for row in table("lexicon.yaml")["guards"]}
    for row in table("lexicon.yaml")["forms"]:
        turned = row.get("turned", {})
        for template in row["forms"]:
            yield from _written(template, row["id"], guards)
        for template in turned.get("forms", ()):
            yield from _written(template, row["id"], guards, turned["to"])
    for entity in entities().values():
        for name in (entity.name, *entity.synonyms):
            yield from _written(name.replace("{", "").replace("}", ""), entity.id, guards)


def _written(
    template: str, id_: str, guards: Mapping[str, re.Pattern[str]], turned: str = ""
) -> Iterator[tuple[str, Term]]:
    entity = entities()[EntityId(id_)]
    for form in expand(template):
        for variant in _variants(form, entity.category):
            exact = _exact(variant)
            unless = guards.get(form)
            yield variant, Term(entity.id, entity.category, exact, turned, unless)


def _variants(form: str, category: str) -> Iterator[str]:
    spellings = {form}
    for british, american in table("lexicon.yaml")["variants"]:
        for spelling in tuple(spellings):
            if british in spelling.lower():
                spellings.add(re.sub(british, american, spelling, flags=re.I))
            elif re.search(rf"\b{american}", spelling, re.I):
                spellings.add(re.sub(rf"\b{american}", british, spelling, flags=re.I))
    for spelling in sorted(spellings):
        yield spelling
        if category not in _NO_PLURAL:
            yield from _other_number(spelling)


def _other_number(form: str) -> Iterator[str]:
    last = form.rsplit(maxsplit=1)[-1]
    if not last.isalpha() or len(last) < _SHORTEST_PLURAL:
        return
    if last.endswith("s"):
        if not last.endswith(("ss", "is", "us")) and not last.isupper():
            yield form[:-3] + "y" if last.endswith("ies") else form[:-1]
    elif last.endswith("y") and last[-2] not in "aeo":
        yield form[:-1] + "ies"
    else:
        yield form + ("es" if last.endswith(("x", "ch", "sh")) else "s")


def _exact(form: str) -> str:
    """Give an acronym as it must be written; "" for words."""
    if " " in form or len(form) > _LONGEST_ACRONYM + 4:
        return ""
    capitals = sum(character.isupper() for character in form)
    is_acronym = capitals >= 2 and len(form) <= _LONGEST_ACRONYM  # noqa: PLR2004
    mixed = capitals >= 1 and any(character.isdigit() for character in form)
    return fold_words(form) if is_acronym or mixed else ""
