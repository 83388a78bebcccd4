"""The roll-up of the Claims page: what it is folded by, in the address, and where its rows lead."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.ask.rolled_listing import MOST, RolledPage
from graph.ask.rollup import BY_RANK
from graph.model.claim import Claim
from graph.model.taxonomy import RANKS
from web.leads import page_link
from web.view import View

CHOICES: Final[Mapping[str, str]] = {
    **{rank: f"by {rank}" for rank in RANKS if rank != "kingdom"},
    "parent": "diseases by parent",
}


def rollup_of(query: Mapping[str, str]) -> str:
    """Read what an address folds by: a rank, `parent`, or "" for nothing."""
    name = query.get("rollup", "")
    return name if name in CHOICES else ""


def folded_by(rollup: str) -> str:
    """Name a choice as a view does."""
    return f"{BY_RANK}{rollup}"


def rolled_rows(
    rows: Iterable[dict[str, Any]], found: RolledPage, rollup: str
) -> list[dict[str, Any]]:
    """Add to the rows of a page what each is made of, and lead it to the canvas folded."""
    return [_row(row, found, rollup) for row in rows]


def caption(found: RolledPage) -> str:
    """Say that claims were left out; "" where none were."""
    return (
        f"Of the {MOST:,} claims with most papers; narrow them for the others." if found.cut else ""
    )


def _row(row: dict[str, Any], found: RolledPage, rollup: str) -> dict[str, Any]:
    inside = {str(id_): made for id_, made in found.merged.items()}.get(row["id"])
    if inside is None:
        return row
    claims = [Claim.from_id(id_) for id_ in inside]
    ids = sorted({end for claim in claims for end in (claim.subject, claim.object)})
    view = View(steps=(tuple(ids),), folded=(folded_by(rollup),), focus=row["id"])
    return row | {"made_of": len(inside), "link": page_link("", view.query)}
