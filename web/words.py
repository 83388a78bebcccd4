"""Small pieces of wording that the page says in several places."""

from graph.model.subgraph import CountedClaim


def amount(count: int, one: str, many: str = "") -> str:
    """Say a number with its noun: `1 paper`, `1,204 papers`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """Write the first letter large and leave the rest: `pH` inside stays."""
    return text[:1].upper() + text[1:]


def weight(counted: CountedClaim) -> str:
    """Say in a word or two what a claim rests on."""
    counts = counted.counts
    papers = counts.papers + counts.refuting_papers
    if papers:
        return amount(papers, "paper")
    if counts.supports + counts.refutes:
        return amount(counts.supports + counts.refutes, "statement")
    return ", ".join(counted.databases) or "not counted"
