"""What a snapshot holds beside its subgraph: numbered sources, statements, the plane it lay on."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.identity import ClaimId


@dataclass(frozen=True, slots=True)
class Source:
    """One line of a figure's numbered sources.

    Attributes:
        number: 1-based, as printed.
        text: The line itself, e.g. `Brain 2018;141:1900`.
        kind: `publication` or `document` (a page, a data set).
        link: Its address, "" when unknown.
        id: Of the publication or document in the graph, "" in files from before it was kept.

    """

    number: int
    text: str
    kind: str = "publication"
    link: str = ""
    retracted: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement as it stood: for which claim, in which numbered source, in which words.

    Attributes:
        verdict: The latest review, `accepted`, `rejected` or "".
        document: Id of the document that the quote is from, "" when unknown.
        struck: Its quote was taken out after it was frozen.
        struck_on: The day on which it was (ISO 8601), "" when unknown.

    """

    claim: ClaimId
    source: int
    quote: str = ""
    stance: str = "supports"
    certainty: str = "asserted"
    verdict: str = ""
    document: str = ""
    struck: bool = False
    struck_on: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The plane that positions were taken on: pixels across and down, factor on the type's size."""

    width: float
    height: float
    scale: float


def struck_words(statements: Iterable[Stated]) -> str:
    """Say how many quotes were struck, and when; "" for none.

    For one: `2 quotes have been struck (2026-07-01)`.
    """
    struck = [one for one in statements if one.struck]
    if not struck:
        return ""
    days = sorted({one.struck_on for one in struck if one.struck_on})
    when = f" ({', '.join(days)})" if days else ""
    return f"{len(struck):,} {'quote has' if len(struck) == 1 else 'quotes have'} been struck{when}"


def struck_line(one: Stated) -> str:
    """What stands where the quote of a statement stood; "" where none was struck."""
    if not one.struck:
        return ""
    return f"quote struck on {one.struck_on}" if one.struck_on else "quote struck"
