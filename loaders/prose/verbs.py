"""The verbs of verbs.yaml taken together, whatever they claim."""

from functools import cache

from loaders.prose.tables import LINE, table
from loaders.prose.words import gerunds, verb_forms


@cache
def all_finite() -> frozenset[str]:
    """Give the finite forms of every verb."""
    return frozenset(form for group in _groups() for form in verb_forms(group))


@cache
def first_words() -> frozenset[str]:
    """Give the first words of the finite forms: "led" of "led to"."""
    return frozenset(form.split()[0] for form in all_finite())


@cache
def all_gerunds() -> frozenset[str]:
    """Give the first words of the -ing forms of every verb."""
    return frozenset(bases())


@cache
def bases() -> dict[str, str]:
    """Give the base form of each -ing form, first words only."""
    pairs: dict[str, str] = {}
    for group in _groups():
        for verb, gerund in zip(table("verbs.yaml")[group], gerunds(group), strict=True):
            pairs.setdefault(gerund.split()[0], verb.split()[0])
    return pairs


def _groups() -> list[str]:
    return [name for name in table("verbs.yaml") if name not in {"irregular", LINE}]
