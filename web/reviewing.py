"""Verdicts on evidence from the page: written at once by whoever may write, else refused."""

import time
from collections.abc import Mapping
from typing import Any, Final

from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.errors import GutgraphError, RecordError
from graph.model.review import NOTE_CHARACTERS, REVIEWER_CHARACTERS
from graph.settings import Settings
from graph.write.lease import Owner
from graph.write.reviewer import login_name
from graph.write.reviews import review
from web.rights import require_right

# Two people may judge at one instant, each for a moment; a load takes longer than anyone waits.
_PATIENCE: Final = 5.0
_PAUSE: Final = 0.2
_GIVEN: Final = ("evidence", "verdict", "reviewer", "note")


class _Busy(GutgraphError):
    """Somebody else is writing."""


def reviewed(act: Mapping[str, Any], settings: Settings, *, own: bool) -> None:
    """Write the verdict that an act gives; any other act is left alone.

    Args:
        act: `kind` "review", `evidence`, `verdict`, `reviewer`, `note`, as the page sends them.
        settings: Of the graph.
        own: The dashboard is its user's own, and may write.

    Raises:
        GutgraphError: The dashboard only reads, a load is being written, or a value is not fit.
        StoreError: The store did not answer.

    """
    if act.get("kind") != "review":
        return
    require_right(own)
    evidence, verdict, reviewer, note = (str(act.get(name) or "").strip() for name in _GIVEN)
    with open_store(settings, "writer") as store:
        try:
            _patiently(store, evidence, verdict, reviewer, note)
        except RecordError as error:
            raise GutgraphError(
                f"The verdict was not stored: {'; '.join(error.problems)}. Mend it and save again."
            ) from error


def offered(*, own: bool, refused: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the page needs to know to offer a verdict; nothing is offered where it only reads.

    Args:
        own: The dashboard is its user's own, and may write.
        refused: The act that could not be done; a verdict's note is not lost with it.

    """
    again = refused if refused and refused.get("kind") == "review" else None
    return {
        "again": {name: str(again.get(name) or "") for name in _GIVEN} if again else None,
        "allowed": own,
        "reviewer": login_name() if own else "",
        "note_characters": NOTE_CHARACTERS,
        "reviewer_characters": REVIEWER_CHARACTERS,
    }


def _patiently(store: Store, evidence: str, verdict: str, reviewer: str, note: str) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            review(store, evidence, verdict, reviewer, note, _busy)
        except _Busy:
            if time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _busy(owner: Owner) -> None:
    raise _Busy(
        f"A load is writing to this graph ({owner}), so the verdict was not stored. "
        "Save it again when the load has ended."
    )
