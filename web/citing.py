"""How this graph, as it is now, is cited: a sentence, and an entry of a reference manager."""

from datetime import date

from graph.ask.answers import Overview
from web.words import amount

_TITLE = "Gutgraph: an evidence graph of the gut barrier in multiple sclerosis"


def citation(numbers: Overview, version: str, day: date, address: str = "") -> str:
    """Say it in a sentence.

    Args:
        numbers: Of the graph; its data version is what makes the citation exact.
        version: Of the program.
        day: When it was looked at.
        address: Where others reach it, "" for a graph of one's own.

    """
    where = f" {address}" if address else ""
    return (
        f"{_TITLE}. Version {version}, data version {numbers.data_version or 'none'} "
        f"({amount(numbers.claims, 'claim')} from {amount(numbers.documents, 'document')}). "
        f"Accessed {day.day} {day:%B %Y}.{where}"
    )


def bibtex(numbers: Overview, version: str, day: date, address: str = "") -> str:
    """Write it as a BibTeX entry."""
    fields = {
        "title": f"{{{_TITLE}}}",
        "year": f"{day:%Y}",
        "version": version,
        "note": f"Data version {numbers.data_version or 'none'}, accessed {day.isoformat()}",
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{gutgraph,\n" + ",\n".join(lines) + "\n}"
