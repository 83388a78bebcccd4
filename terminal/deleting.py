"""How a command deletes what is kept: it names it, asks first, and says what is gone."""

from collections.abc import Callable
from typing import Annotated, Protocol

import typer

from graph.engine.store import Store
from terminal.output import print_json, print_text
from terminal.session import opened, settings_of

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


class Named(Protocol):
    """What a list says of a snapshot or a story."""

    @property
    def id(self) -> str:
        """Its full id."""

    @property
    def short_id(self) -> str:
        """The part of the id that is shown."""

    @property
    def called(self) -> str:
        """Its name."""


def delete_kept(
    context: typer.Context,
    wanted: str,
    described: Callable[[Store, str], Named],
    delete: Callable[[Store, str], Named],
    *,
    yes: bool,
    json: bool,
) -> None:
    """Delete what has an id.

    Args:
        context: The command's.
        wanted: Its id, or the beginning of it.
        described, delete: Of the archive it is kept in.
        yes: Do not ask.
        json: Say it as JSON.

    """
    with opened(settings_of(context), "writer") as store:
        kept = described(store, wanted)
        if not yes:
            typer.confirm(f"Delete {kept.called} ({kept.short_id})?", abort=True, err=True)
        delete(store, kept.id)
    if json:
        print_json({"deleted": kept.id})
    else:
        print_text(f"Deleted {kept.called} ({kept.short_id})")
