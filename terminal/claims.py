"""The command that lists claims as a table: claims."""

from dataclasses import asdict
from typing import Annotated, Any, Final

import typer

from graph.ask.listed_claim import LONGEST_PAGE, SORTS, ClaimPage, ListedClaim, Sheet
from graph.ask.listing import listed_claims
from graph.ask.overview import overview
from graph.model.narrowing import CONTESTED, Narrowing
from terminal.counting import counting
from terminal.output import print_json, print_table, print_text
from terminal.session import Json, opened, settings_of

_COLUMNS: Final = ("claim", "for", "against", "papers", "certainty", "agreement", "years", "id")
_Several = Annotated[list[str] | None, typer.Option(help="May be repeated.")]


def claims(
    context: typer.Context,
    contested: Annotated[bool, typer.Option("--contested", help="Contested claims alone.")] = False,
    text: Annotated[str, typer.Option(help="Words that the names of the ends begin with.")] = "",
    stance: _Several = None,
    certainty: _Several = None,
    predicate: _Several = None,
    category: _Several = None,
    agreement: _Several = None,
    host: _Several = None,
    study_type: _Several = None,
    document: _Several = None,
    since: Annotated[int | None, typer.Option(help="First year.")] = None,
    until: Annotated[int | None, typer.Option(help="Last year.")] = None,
    papers: Annotated[int, typer.Option(min=0, help="Least papers, for and against.")] = 0,
    sort: Annotated[str, typer.Option(help=f"One of {', '.join(SORTS)}.")] = "papers",
    ascending: Annotated[bool, typer.Option("--ascending", help="Smallest first.")] = False,
    offset: Annotated[int, typer.Option(min=0, help="Claims skipped.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=LONGEST_PAGE, help="Claims shown.")] = 50,
    json: Json = False,
) -> None:
    """List claims with their numbers, narrowed and sorted."""
    if sort not in SORTS:
        raise typer.BadParameter(f"--sort {sort!r} is not among {', '.join(SORTS)}")
    narrowing = Narrowing(
        stances=tuple(stance or ()),
        certainties=tuple(certainty or ()),
        predicates=tuple(predicate or ()),
        categories=tuple(category or ()),
        agreements=CONTESTED if contested else tuple(agreement or ()),
        hosts=tuple(host or ()),
        study_types=tuple(study_type or ()),
        since=since,
        until=until,
        papers=papers,
        documents=tuple(document or ()),
        text=text,
    )
    sheet = Sheet(sort, not ascending, offset, limit)
    with (
        opened(settings_of(context), "reader") as store,
        counting("Reading claims", overview(store).claims) as told,
    ):
        page = listed_claims(store, narrowing, sheet, told)
    if json:
        rows = [_as_json(row) for row in page.rows]
        print_json({"claims": rows, "total": page.total, "next": page.next_offset})
    else:
        _print(page)


def _print(page: ClaimPage) -> None:
    print_table(_COLUMNS, (_cells(row) for row in page.rows), empty="No claims fit.")
    if page.next_offset is not None:
        shown = f"{page.offset + 1:,} to {page.next_offset:,} of {page.total:,} claims"
        print_text(f"{shown}; --offset {page.next_offset} shows the next.")


def _cells(row: ListedClaim) -> tuple[object, ...]:
    counts = row.claim.counts
    years = dict.fromkeys(str(year) for year in (counts.first_year, counts.last_year) if year)
    return (
        f"{row.subject.name} {row.phrase} {row.object.name}",
        counts.supports,
        counts.refutes,
        counts.papers + counts.refuting_papers,
        counts.certainty or ", ".join(row.claim.databases),
        counts.agreement,
        "–".join(years),
        row.claim.id,
    )


def _as_json(row: ListedClaim) -> dict[str, Any]:
    key = row.claim.claim
    ends = {
        name: {"id": end.id, "name": end.name, "category": end.category}
        for name, end in (("subject", row.subject), ("object", row.object))
    }
    return {
        "id": row.claim.id,
        **ends,
        "predicate": key.predicate,
        "phrase": row.phrase,
        "qualifiers": [list(pair) for pair in key.qualifiers],
        **asdict(row.claim.counts),
        "databases": list(row.claim.databases),
    }
