"""Lists: entities joined by commas, "and" and "or" brought to one slot."""

import re
from collections.abc import Sequence
from typing import Final

from loaders.prose.slots import SLOT, Masked, Slot
from loaders.prose.tables import table
from loaders.prose.verbs import first_words

_SLOT: Final = re.compile(SLOT)

_FRONTED: Final = frozenset({"in", "with", "for", "among", "during", "after", "following"})


def joined_by_and(masked: Masked, found: re.Match[str]) -> str:
    """Join what stands with "and", unless the second opens a clause of its own."""
    tokens = _SLOT.findall(found[0])
    before = masked.text[: found.start()].split()
    after = masked.text[found.end() :].split()
    if len(tokens) == 2 and "between" in before[-2:]:  # noqa: PLR2004 - a pair, kept apart
        return found[0]
    if before and after and _is_finite(after[0]) and _new_clause(before[-1], found[0], tokens):
        return found[0]
    fronted = bool(before) and before[-1] in _FRONTED and (len(before) == 1 or before[-2] in ",;:")
    first = 1 if fronted and len(tokens) > 2 else 0  # noqa: PLR2004 - "in D, A and B"
    while first < len(tokens) - 2 and not one_family([masked.slot(one) for one in tokens[first:]]):
        first += 1
    kept = found[0].index(tokens[first])
    listed = _joined(masked, found, tokens[first:])
    return found[0][:kept] + listed if listed != found[0] else listed


def _new_clause(last: str, text: str, tokens: Sequence[str]) -> bool:
    """Say whether "and X" opens a clause: "A reduces B and X does", "A is in B, and X does"."""
    return last in first_words() or (len(tokens) == 2 and " , and " in text)  # noqa: PLR2004


def joined_by_commas(masked: Masked, found: re.Match[str]) -> str:
    """Join what stands with commas alone, unless a fronted phrase comes first."""
    before = masked.text[: found.start()].split()
    tokens = _SLOT.findall(found[0])
    opens_sentence = len(before) < 2 or before[-2] in {",", ";", ":"}  # noqa: PLR2004
    if opens_sentence and before and before[-1] in _FRONTED:
        return found[0]
    return _joined(masked, found, tokens)


def _joined(masked: Masked, found: re.Match[str], tokens: Sequence[str]) -> str:
    slots = [masked.slot(token) for token in tokens]
    if not one_family(slots):
        return found[0]
    named = tuple(one for slot in slots for one in slot.named)
    flags = frozenset(flag for slot in slots for flag in slot.flags)
    kinds = tuple(pair for slot in slots for pair in slot.kinds)
    phrase = slots[-1].phrase if any(slot.phrase for slot in slots) else ""
    return masked.add(Slot(named, flags, kinds, phrase))


def one_family(slots: Sequence[Slot]) -> bool:
    """Say whether slots may stand in one list."""
    categories = {category for slot in slots for category in slot.categories}
    if len(categories) == 1:
        return True
    return any(categories <= set(family) for family in table("shapes.yaml")["families"])


def _is_finite(word: str) -> bool:
    helpers = {"was", "were", "is", "are", "has", "have", "had", "may", "can", "could", "might"}
    helpers |= {"show", "shows", "showed", "develop", "experience", "report", "exhibit", "suffer"}
    return word in helpers or word in first_words()
