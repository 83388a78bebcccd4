"""What a speaker reads below the slide: every claim with its numbers, words and sources."""

from collections import defaultdict
from collections.abc import Iterator

from figures.text import clean
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.snapshot_parts import struck_line
from graph.model.subgraph import CountedClaim

_STANCES = {"refutes": "against: "}


def notes(snapshot: Snapshot) -> tuple[str, ...]:
    """Write a snapshot's claims and its numbered sources, a paragraph each."""
    return tuple(clean(line) for line in _lines(snapshot))


def _lines(snapshot: Snapshot) -> Iterator[str]:
    stated = defaultdict(list)
    for one in snapshot.statements:
        stated[str(one.claim)].append(one)
    yield from [snapshot.caption] if snapshot.caption else []
    yield f"Claims ({len(snapshot.subgraph.claims)})"
    for counted in snapshot.subgraph.claims:
        yield f"• {snapshot.subgraph.sentence(counted)} ({numbers(counted)})"
        for one in stated[counted.id]:
            if one.quote or one.struck:
                yield _quoted(one)
    if snapshot.struck:
        yield f"{snapshot.struck} since this was taken."
    yield f"Sources ({len(snapshot.citations)})"
    yield from map(_cited, snapshot.citations)
    yield f"Gutgraph snapshot {snapshot.id}"


def numbers(counted: CountedClaim) -> str:
    """Say a claim's counts in words."""
    counts = counted.counts
    parts = [
        counts.certainty or "nothing counts",
        *(f"for {counts.supports}" for _ in [0] if counts.supports),
        *(f"against {counts.refutes}" for _ in [0] if counts.refutes),
        f"papers {counts.papers}",
        *(f"refuting papers {counts.refuting_papers}" for _ in [0] if counts.refuting_papers),
        counts.agreement,
        *counted.databases,
    ]
    return ", ".join(parts)


def _quoted(one: Stated) -> str:
    verdict = f", {one.verdict}" if one.verdict else ""
    words = f"“{one.quote}”" if one.quote else f"({struck_line(one)})"
    return f"   {_STANCES.get(one.stance, '')}{words} [{one.source}], {one.certainty}{verdict}"


def _cited(one: Source) -> str:
    retracted = " (retracted)" if one.retracted else ""
    return f"[{one.number}] {one.text}{retracted}{' ' + one.link if one.link else ''}"
