"""What joining means, in its plainest form: every part is compared with every other."""

from collections.abc import Iterable

from graph.model.joining import Contribution


def groups(contributions: Iterable[Contribution]) -> set[frozenset[Contribution]]:
    """Group contributions as `join` does, slowly."""
    parts = [{one} for one in contributions]
    while pair := next(
        ((a, b) for a in parts for b in parts if a is not b and _strong(a) & _strong(b)), None
    ):
        parts = _merged(parts, list(pair))
    for title in sorted({one.publication.title_key for part in parts for one in part} - {""}):
        same = [part for part in parts if any(one.publication.title_key == title for one in part)]
        together = [one.publication for part in same for one in part]
        if (
            len({one.pmid for one in together} - {""}) <= 1
            and len({one.doi.lower() for one in together} - {""}) <= 1
        ):
            parts = _merged(parts, same)
    return {frozenset(part) for part in parts}


def _merged(
    parts: list[set[Contribution]], some: list[set[Contribution]]
) -> list[set[Contribution]]:
    rest = [part for part in parts if not any(part is one for one in some)]
    return [*rest, set().union(*some)]


def _strong(part: set[Contribution]) -> set[str]:
    return {key for one in part for key in _numbers(one) or one.publication.keys}


def _numbers(one: Contribution) -> set[str]:
    return {key for key in one.publication.keys if not key.startswith("TITLE:")}
