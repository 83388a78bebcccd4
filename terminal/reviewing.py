"""The command that judges evidence: review."""

from dataclasses import asdict
from typing import Annotated, Final, Literal

import typer

from graph.write import reviews
from graph.write.lease import Owner
from graph.write.reviewer import login_name
from terminal.output import note as tell
from terminal.output import print_json, print_text
from terminal.session import Json, opened, settings_of

Verdict = Literal["accept", "reject", "withdraw"]
_VERDICTS: Final = {"accept": "accepted", "reject": "rejected", "withdraw": "withdrawn"}


def review(
    context: typer.Context,
    evidence: Annotated[str, typer.Argument(help="The evidence's id, as `show CLAIM` prints it.")],
    verdict: Annotated[Verdict, typer.Argument(help="What you say of it.")],
    note: Annotated[str, typer.Option(help="Why.")] = "",
    reviewer: Annotated[str, typer.Option(help="Who you are (else your login's name).")] = "",
    json: Json = False,
) -> None:
    """Accept or reject a piece of evidence, or withdraw the verdict; counts follow."""
    with opened(settings_of(context), "writer") as store:
        done = reviews.review(
            store, evidence, _VERDICTS[verdict], reviewer or login_name(), note, _waiting
        )
    given = done.review
    if json:
        print_json({"id": given.id, "claim": done.claim, **asdict(given)})
    else:
        print_text(
            f"{given.evidence} is {given.verdict} by {given.reviewer}; {done.claim} follows."
        )


def _waiting(owner: Owner) -> None:
    tell(f"A load is writing to this graph ({owner}); waiting for it.")
