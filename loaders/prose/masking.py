"""Masking: a sentence with its entities as typed slots, noun phrases and lists brought together."""

import re
from collections.abc import Sequence
from typing import Final

from loaders.prose.mentions import Named
from loaders.prose.phrases import once, repeated
from loaders.prose.slots import Masked, Slot, spaced

_PUNCTUATION: Final = re.compile(r"([,;:()\"\[\]?!])")
_FINAL_STOP: Final = re.compile(
    r"\.(?= |$)(?<!e\.g\.)(?<!i\.e\.)(?<!spp\.)(?<!sp\.)(?<!vs\.)(?<!al\.)"
)
_ROUNDS: Final = 4  # nested phrases ("levels of A and B in patients with C") settle in three


def mask(sentence: str, named: Sequence[Named]) -> Masked:
    """Mask a folded sentence whose mentions are given (offsets within it)."""
    masked = Masked("")
    parts, reached = [], 0
    for one in named:
        parts += [_plain(sentence[reached : one.start]), masked.add(Slot((one,)))]
        reached = one.end
    parts.append(_plain(sentence[reached:]))
    masked.text = spaced(" ".join(parts))
    for rewrite in once():
        rewrite(masked)
    for _ in range(_ROUNDS):
        before = masked.text
        for rewrite in repeated():
            rewrite(masked)
        if masked.text == before:
            break
    return masked


def _plain(words: str) -> str:
    spaced = _PUNCTUATION.sub(r" \1 ", words.lower())
    return _FINAL_STOP.sub(" .", spaced).replace(" - ", " , ").replace("<", " ").replace(">", " ")
