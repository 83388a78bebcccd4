"""Cues: the words around a statement that hedge it, deny it or set it apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from graph.model.evidence import CERTAINTIES
from loaders.prose.tables import LINE, table
from loaders.prose.words import any_of

_CLAUSE: Final = re.compile(
    r"(?:^|[,;:]|\b(?:but|whereas|while|although|though|however)\b)(?!.*(?:[,;:]|\b(?:but|whereas|while|although|though|however)\b))"
)
_FOUND: Final = re.compile(
    r"\b(?:found|showed|shows|show|revealed|demonstrated|observed|confirmed) "
)
_GOVERNS: Final = 60  # characters between "no evidence that" and what it denies


@dataclass(frozen=True, slots=True)
class Reading:
    """How a statement is meant; `claims` is false where it claims nothing."""

    claims: bool = True
    stance: str = "supports"
    negation: str = ""
    certainty: str = "asserted"
    status: str = "finding"
    cue: str = ""


def read(
    before: str, inside: str, after: str, *, certainty: str, negation: str, denied: bool
) -> Reading:
    """Read the cues of a statement.

    Args:
        before: The masked sentence up to the statement.
        inside: The masked words of the statement itself.
        after: What follows it.
        certainty, negation: What its rule says by itself.
        denied: One of its slots is denied ("neither A nor B").

    """
    whole = f"{before} {inside}".strip()
    status = "aim" if _is_aim(before, inside) else "finding"
    if re.search(table("cues.yaml")["left_open"], after):
        return Reading(claims=False)
    if _claims_nothing(whole, aim=status == "aim"):
        return Reading(claims=False)
    denial, cue = _denial(before, inside, negation, denied=denied)
    if denial is None:
        return Reading(claims=False)
    hedge, word = _certainty(before, inside, certainty)
    if status == "aim":
        hedge = "proposed"
    return Reading(
        stance="refutes" if denial else "supports",
        negation=denial,
        certainty=hedge,
        status=status,
        cue=cue if denial else word,
    )


def _is_aim(before: str, inside: str) -> bool:
    for pattern in _patterns("aims"):
        for found in pattern.finditer(f"{before} {inside}"):
            if found.start() <= len(before) and not _FOUND.search(before, found.end()):
                return True
    return False


def _claims_nothing(whole: str, *, aim: bool) -> bool:
    words = _no_claim()
    if aim:
        return re.search(r"\b(?:if|unless)\b", whole.replace("asked if", "")) is not None
    return words.search(whole) is not None


@cache
def _no_claim() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w']){any_of(table('cues.yaml')['no_claim']['conditionals'])}(?![\w'])"
    )


def _denial(before: str, inside: str, negation: str, *, denied: bool) -> tuple[str | None, str]:
    """Say how a statement is denied and by which words; None: by something not understood."""
    if negation:
        return negation, _first_denying(f"{before} {inside}")
    for pattern in _patterns("not_established"):
        if found := pattern.search(inside):
            return "not_established", found[0]
        governing = list(pattern.finditer(before))
        if governing and len(before) - governing[-1].end() <= _GOVERNS:
            return "not_established", governing[-1][0]
    if denied:
        return "denied", "neither"
    if cue := _denying(inside):
        return "denied", cue
    clause = before[_clause_start(before) :]
    return (None, "") if _denying(clause) else ("", "")


def _clause_start(before: str) -> int:
    found = list(
        re.finditer(r"[,;:]|\b(?:but|whereas|while|although|though|however|that)\b", before)
    )
    return found[-1].end() if found else 0


def _first_denying(words: str) -> str:
    for pattern in _patterns("not_established"):
        if found := pattern.search(words):
            return found[0]
    return _denying(words)


def _denying(words: str) -> str:
    cues = table("cues.yaml")
    plain = re.sub(any_of(cues["not_denied"]), lambda found: " " * len(found[0]), words)
    found = re.search(rf"(?<![\w]){any_of(cues['denied'])}(?![\w])|\w+n't\b", plain)
    return found[0] if found else ""


def _certainty(before: str, inside: str, certainty: str) -> tuple[str, str]:
    """Give the weakest certainty that applies and the words it comes from."""
    cues = table("cues.yaml")
    sentence = before[before.rfind(";") + 1 :]
    found = [(certainty, "")]
    found += _hedges(inside, cues["certainty"])
    found += _hedges(sentence, cues["governing"])
    weakest = max(found, key=lambda pair: (CERTAINTIES.index(pair[0]), bool(pair[1])))
    if not weakest[1]:
        words = [pair[1] for pair in found if pair[1]]
        return weakest[0], words[0] if words else ""
    return weakest


def _hedges(words: str, groups: dict[str, Any]) -> Iterable[tuple[str, str]]:
    plain = re.sub(any_of(table("cues.yaml")["not_hedged"]), " ", words)
    for certainty, cues in groups.items():
        if certainty == LINE:
            continue
        if found := re.search(rf"(?<![\w-]){any_of(cues)}(?![\w-])", plain):
            yield certainty, found[0]


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table("cues.yaml")[name])
