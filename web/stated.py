"""Statements without words of their own as a table: the rows of a data set."""

from collections.abc import Iterable

from graph.model.evidence import Context, Evidence
from web.leads import claim_link
from web.markup import Markup, element, name_of
from web.words import capital

_COLUMNS = ("Claim", "Certainty", "Host and site", "Groups", "Design and method", "p", "Row")


def stated_table(stated: Iterable[tuple[Evidence, str]]) -> Markup:
    """Lay statements out, each with its claim in words and a link to it.

    A column in which no row has anything is left out.
    """
    cells = [_cells(*one) for one in stated]
    filled = [place for place in range(len(_COLUMNS)) if any(row[place] for row in cells)]
    head = element("tr", *(element("th", _COLUMNS[place], scope="col") for place in filled))
    rows = (element("tr", *(element("td", row[place]) for place in filled)) for row in cells)
    inner = element("thead", head), element("tbody", *rows)
    table = element("table", *inner, aria_label="Statements")
    return element("div", table, class_="plain-table dense")


def _cells(one: Evidence, words: str) -> tuple[str, ...]:
    context = one.context
    said = element("a", name_of(capital(words)), href=claim_link(one.claim))
    return (
        said,
        f"{one.certainty}, against" if one.stance == "refutes" else one.certainty,
        _text(", ".join(part for part in (context.host, context.body_site) if part)),
        _text(_groups(context)),
        _text(", ".join(part for part in (context.study_type, context.method) if part)),
        "" if context.p_value is None else f"{context.p_value:g}",
        _text(one.row_key, 60),
    )


def _text(text: str, longest: int = 160) -> str:
    return name_of(text, longest) if text else ""


def _groups(context: Context) -> str:
    cases = _group(context.population, context.n_cases)
    controls = _group(context.comparator, context.n_controls)
    return " v ".join(part for part in (cases, controls) if part)


def _group(name: str, size: int | None) -> str:
    return " ".join(part for part in (name, "" if size is None else f"({size})") if part)
