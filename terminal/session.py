"""What every command is given: the settings, and a store opened for as long as it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from graph.engine.connect import open_store
from graph.engine.embedded import LoginName
from graph.engine.store import Store
from graph.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def settings_of(context: typer.Context) -> Settings:
    """Read the settings once, `--data` before the environment.

    Raises:
        SettingsError: A variable has a value that cannot be used.

    """
    data = context.find_root().params.get("data")
    return Settings.read(Path(data) if data else None)


@contextmanager
def opened(settings: Settings, login: LoginName) -> Iterator[Store]:
    """Open a store for the length of a block, starting the embedded server when it must.

    Raises:
        StoreUnavailable: No store answers.

    """
    store = open_store(settings, login)
    try:
        yield store
    finally:
        store.close()
