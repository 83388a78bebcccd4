"""The right answers of the saved queries; `python -m tests.saved.golden` writes them anew.

A file a query: what was given (`set`), and the whole answer. Read what changed before it is kept.
"""

import json
import tempfile
from pathlib import Path
from typing import Any, Final

from graph.ask.saved import ask_saved
from graph.engine.embedded import stop
from graph.engine.store import Store
from graph.settings import Settings
from tests.engines import logins
from tests.saved.ground import laid

FOLDER: Final = Path(__file__).with_name("golden")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The answers that a query should give, each with what it is given."""
    read: list[Case] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return read


def answered(store: Store, name: str, given: dict[str, str]) -> Case:
    """What a query answers now, as JSON has it."""
    answer = ask_saved(store, name, given, Settings())
    found = answer.table
    case = {
        "set": given,
        "cut": found.reason,
        "columns": list(found.columns),
        "rows": [list(row) for row in found.rows],
    }
    return dict(json.loads(json.dumps(case)))


def write(store: Store) -> None:
    """Write the files anew, with the values that they give now."""
    for path in sorted(FOLDER.glob("*.json")):
        found = [answered(store, path.stem, case["set"]) for case in cases(path.stem)]
        path.write_text("[\n" + ",\n".join(map(_laid_out, found)) + "\n]\n", encoding="utf-8")


def _laid_out(case: Case) -> str:
    """A row a line, so that a difference shows where it is."""
    rows = ",\n".join(f"   {_json(row)}" for row in case["rows"])
    head = ",\n".join(f'  "{key}": {_json(case[key])}' for key in ("set", "cut", "columns"))
    return f' {{\n{head},\n  "rows": [\n{rows}\n  ]\n }}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write them from a graph of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder) / "data", engine_memory_mb=512)
        try:
            with logins(settings) as (writer, reader):
                laid(writer)
                write(reader)
        finally:
            stop(settings)


if __name__ == "__main__":
    main()
