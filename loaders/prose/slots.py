"""Slots: what the entities of a masked sentence stand for."""

import re
from dataclasses import dataclass, field
from typing import Final

from loaders.prose.mentions import Named

SLOT: Final = r"<[A-Za-z+]+(?:\.[a-z]+)*:\d+>"
_SLOT: Final = re.compile(SLOT)
_PARTS: Final = re.compile(r"<([A-Za-z+]+)((?:\.[a-z]+)*):(\d+)>")


@dataclass(frozen=True, slots=True)
class Slot:
    """What one slot of a masked sentence stands for.

    Attributes:
        named: Its mentions: one, or those of a coordinated list.
        flags: `lev` measured, `pop` people with it, `asp` an aspect of it, `neg` denied.
        kinds: Pairs (kind, of what) that a "such as" states.
        phrase: The words it was masked from, for people ("patients with …").

    """

    named: tuple[Named, ...]
    flags: frozenset[str] = frozenset()
    kinds: tuple[tuple[Named, Named], ...] = ()
    phrase: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories of its mentions, each once, sorted."""
        return tuple(sorted({one.category for one in self.named}))


@dataclass(slots=True)
class Masked:
    """A sentence being masked: its text, and its slots by number."""

    text: str
    slots: list[Slot] = field(default_factory=list)

    def add(self, slot: Slot) -> str:
        """Add a slot; return its token."""
        self.slots.append(slot)
        flags = "".join(f".{flag}" for flag in sorted(slot.flags))
        return f"<{'+'.join(slot.categories)}{flags}:{len(self.slots) - 1}>"

    def slot(self, token: str) -> Slot:
        """Find the slot of a token."""
        found = _PARTS.fullmatch(token)
        if found is None:
            raise ValueError(f"{token!r} is not a slot")
        return self.slots[int(found[3])]


def words(masked: Masked, text: str) -> str:
    """Write a masked text out again, slots as the words of their mentions."""

    def named(found: re.Match[str]) -> str:
        slot = masked.slot(found[0])
        if slot.phrase:
            return slot.phrase
        return " and ".join(one.text for one in slot.named)

    return _SLOT.sub(named, text)


def spaced(text: str) -> str:
    """Give a text with one space between two words."""
    return " ".join(text.split())
