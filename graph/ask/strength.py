"""How strong a claim is as a link of a path, and the words for it (DESIGN, section 8)."""

from typing import Final, NamedTuple

from graph.model.evidence import CERTAINTIES
from graph.model.subgraph import CountedClaim

_MOST: Final = 2**62


class Strength(NamedTuple):
    """What links are compared by, in this order; the greater is the stronger.

    Attributes:
        stands: Something that counts says it; False where everyone who speaks denies it.
        settled: Its sources do not contest it.
        certainty: 3 asserted, 2 suggested, 1 proposed, 0 said by databases alone.

    """

    stands: bool
    settled: bool
    certainty: int
    papers: int
    mentions: int


# Stronger than any claim: where a walk stands before its first step.
STRONGEST: Final = Strength(True, True, len(CERTAINTIES) + 1, _MOST, _MOST)


def strength(claim: CountedClaim) -> Strength:
    """Weigh a claim as a link."""
    counts = claim.counts
    stands = counts.supports > 0 or bool(claim.asserted_in)
    return weighed(stands, counts.agreement, counts.certainty, counts.papers, counts.mentions)


def weighed(stands: bool, agreement: str, certainty: str, papers: int, mentions: int) -> Strength:
    """Weigh a link from the numbers of its edge."""
    sure = len(CERTAINTIES) - CERTAINTIES.index(certainty) if certainty in CERTAINTIES else 0
    return Strength(stands, agreement != "contested", sure, papers, mentions)


def in_words(one: Strength) -> str:
    """Say a strength: `suggested, 1 paper`; `contested, asserted, 3 papers, 2 mentions`."""
    words = [] if one.settled else ["contested"]
    if not one.stands:
        words.append("only denied")
    elif one.certainty:
        words.append(CERTAINTIES[len(CERTAINTIES) - one.certainty])
    else:
        words.append("said by databases alone")
    words.append(_number(one.papers, "paper"))
    if one.mentions:
        words.append(_number(one.mentions, "mention"))
    return ", ".join(words)


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
