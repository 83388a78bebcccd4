"""The roll-up of the Claims page: what it is folded by, in the address, and where its rows lead."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.ask.rolled_listing import MOST, RolledClaims
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


def rolled_page(
    rows: Iterable[dict[str, Any]], rolled: RolledClaims | None, rollup: str
) -> dict[str, Any]:
    """Say what a page is folded by, what its rows are made of, and if claims were left out."""
    page: dict[str, Any] = {"rollup": rollup, "rollups": dict(CHOICES), "cut": ""}
    if rolled is None:
        return page
    left_out = f" · of the {MOST:,} claims with most papers" if rolled.cut else ""
    return page | {"rows": [_row(row, rolled, rollup) for row in rows], "cut": left_out}


def _row(row: dict[str, Any], found: RolledClaims, rollup: str) -> dict[str, Any]:
    inside = found.merged.get(row["id"])
    if inside is None:
        return row
    claims = [Claim.from_id(id_) for id_ in inside]
    ids = sorted({end for claim in claims for end in (claim.subject, claim.object)})
    view = View(steps=(tuple(ids),), folded=(folded_by(rollup),), focus=row["id"])
    return row | {"made_of": len(inside), "link": page_link("", view.query)}
