"""Ids, steps and places as texts of an address, and back; what is malformed is left out."""

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from graph.model.identity import is_curie, parse_claim_id

_ID: Final = ","  # between ids
_STEP: Final = ";"  # between steps
_GREW: Final = "~"  # after the entity whose growth a step is

Steps = tuple[tuple[str, ...], ...]
Moves = tuple[tuple[str, int, int], ...]


def read_ids(text: str) -> tuple[str, ...]:
    """Read entity ids, each once."""
    ids = (unquote(one) for one in text.split(_ID))
    return tuple(dict.fromkeys(id_ for id_ in ids if is_curie(id_)))


def written_ids(ids: Iterable[str]) -> str:
    """Join ids; what separates them is percent-encoded inside them."""
    return _ID.join(_escaped(id_) for id_ in ids)


def read_claims(text: str) -> tuple[str, ...]:
    """Read claim ids, each once."""
    ids = (unquote(one) for one in text.split(_ID))
    return tuple(dict.fromkeys(id_ for id_ in ids if _is_claim(id_)))


def read_steps(text: str) -> tuple[Steps, tuple[str, ...]]:
    """Read the steps, and for each the entity that grew ("" for none); no id comes twice."""
    seen: set[str] = set()
    steps: list[tuple[str, ...]] = []
    grown: list[str] = []
    for part in text.split(_STEP):
        lead, grew, rest = part.partition(_GREW)
        ids = read_ids(rest if grew else part)
        new = tuple(id_ for id_ in ids if id_ not in seen)
        seen.update(new)
        if new:
            steps.append(new)
            grown.append(next(iter(read_ids(lead)), "") if grew else "")
    return tuple(steps), trimmed(grown)


def written_steps(steps: Steps, grown: tuple[str, ...]) -> str:
    """Join steps; a growth names its entity first: `A:1,A:2;A:2~B:1`."""
    return _STEP.join(_step(ids, by) for ids, by in each_step(steps, grown))


def each_step(steps: Steps, grown: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Pair each step with the entity that grew."""
    for index, ids in enumerate(steps):
        yield ids, grown[index] if index < len(grown) else ""


def trimmed(grown: Iterable[str]) -> tuple[str, ...]:
    """Leave off the steps at the end that are no growth, so that equal views compare equal."""
    kept = list(grown)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def read_moves(text: str) -> Moves:
    """Read where entities were put: `A:1,-12,340;…`."""
    moves: dict[str, tuple[str, int, int]] = {}
    for part in text.split(_STEP):
        id_, _, place = part.partition(_ID)
        x, _, y = place.partition(_ID)
        id_ = unquote(id_)
        if is_curie(id_) and _whole(x) and _whole(y):
            moves[id_] = (id_, int(x), int(y))
    return tuple(moves.values())


def written_moves(moves: Moves) -> str:
    """Join the places of entities."""
    return _STEP.join(f"{_escaped(id_)},{x},{y}" for id_, x, y in moves)


def _step(ids: tuple[str, ...], by: str) -> str:
    return f"{_escaped(by)}{_GREW}{written_ids(ids)}" if by else written_ids(ids)


def _escaped(id_: str) -> str:
    escaped = id_.replace("%", "%25").replace(_ID, "%2C").replace(_STEP, "%3B")
    return escaped if _is_claim(id_) else escaped.replace(_GREW, "%7E")


def _is_claim(text: str) -> bool:
    try:
        parse_claim_id(text)
    except ValueError:
        return False
    return True


def _whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 6  # noqa: PLR2004 - pixels
