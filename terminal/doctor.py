"""The command that says how everything is: doctor."""

import re
import socket
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import asdict
from importlib.metadata import version
from platform import platform, python_version
from typing import Any, Final

import typer
from pydantic import SecretStr

from graph.ask.overview import overview
from graph.engine.diagnosis import diagnosed, free_bytes, java
from graph.errors import StoreUnavailable
from graph.settings import Settings
from terminal.output import note, print_json, print_table, print_text
from terminal.session import Json, opened, settings_of

_DASHBOARD: Final = 8501
_LOGIN: Final = re.compile(r"//[^/@]*@")


def doctor(context: typer.Context, json: Json = False) -> None:
    """Say how settings, machine, store and graph are; exit code 3 when no store answers."""
    settings = settings_of(context)
    told: dict[str, Any] = {"settings": _settings(settings), "machine": _machine(settings)}
    trouble = ""
    try:
        told |= _store(settings)
    except StoreUnavailable as error:
        trouble = _LOGIN.sub("//…@", str(error))
        told["error"] = trouble
    if json:
        print_json(told)
    else:
        _print(told)
    if trouble:
        note(f"Error: {trouble}")
        raise typer.Exit(StoreUnavailable.exit_code)


def _settings(settings: Settings) -> list[dict[str, Any]]:
    return [
        {
            "variable": str(field.validation_alias or f"GUTGRAPH_{name.upper()}"),
            "value": _shown(getattr(settings, name)),
            "default": _shown(field.get_default(call_default_factory=True, validated_data={})),
            "what": field.description,
        }
        for name, field in type(settings).model_fields.items()
    ]


def _shown(value: Any) -> Any:
    """Show a setting's value; a password only as being there, also within an address."""
    if isinstance(value, SecretStr):
        return "(set)" if value.get_secret_value() else ""
    return value if isinstance(value, int | float) else _LOGIN.sub("//…@", str(value))


def _machine(settings: Settings) -> dict[str, Any]:
    return {
        "gutgraph": version("gutgraph"),
        "python": python_version(),
        "system": platform(),
        "driver": f"neo4j {version('neo4j')}",
        "java": java() or "none brought; a Neo4j server is the way (NEO4J_URI)",
        "data_folder": str(settings.data),
        "free_disk_bytes": free_bytes(settings.data),
        "dashboard_port_free": _is_free(_DASHBOARD),
    }


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as tried:
        if sys.platform != "win32":  # there it would let in beside another
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _store(settings: Settings) -> dict[str, Any]:
    with opened(settings, "reader") as store:
        found = diagnosed(store)
        numbers = asdict(overview(store))
    return {"store": asdict(found), "graph": numbers}


def _print(told: Mapping[str, Any]) -> None:
    _section("Settings")
    print_table(("variable", "value", "default", "what"), _rows(told["settings"]))
    _section("Machine")
    machine = dict(told["machine"])
    machine["free_disk_bytes"] = f"{machine['free_disk_bytes'] / 1e9:,.1f} GB"
    print_table(("", ""), machine.items())
    if "store" in told:
        _section("Store")
        store = dict(told["store"])
        gone = store.pop("schema_missing")
        refused = store.pop("write_refused")
        store["schema"] = f"missing: {', '.join(gone)}; any load makes it" if gone else "complete"
        store["reader's write"] = "refused by the server" if refused else _NOT_REFUSED
        print_table(("", ""), store.items())
        _section("Graph")
        print_table(("", ""), told["graph"].items())


_NOT_REFUSED: Final = (
    "not refused: this login can write; queries are held to reading by their plan (docs/engines.md)"
)


def _rows(settings: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(one[key] for key in ("variable", "value", "default", "what")) for one in settings]


def _section(title: str) -> None:
    print_text(f"\n{title}", style="bold")
