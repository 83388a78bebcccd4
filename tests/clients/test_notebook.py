"""The notebook of the examples runs as it stands, and holds no output."""

from pathlib import Path
from typing import Any, Final

import nbformat
import pytest
from nbclient import NotebookClient

from graph.settings import Settings
from tests.engines import Logins, variables
from tests.house.project import ROOT
from tests.sampled import sampled as load_examples

NOTEBOOKS: Final = sorted((ROOT / "examples").glob("*.ipynb"))


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]


@pytest.fixture
def ran(
    arcadedb_logins: Logins, embedded: Settings, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """The outputs of each cell, run on the embedded engine with the shipped examples."""
    load_examples(arcadedb_logins[0])
    for name, value in variables(embedded).items():
        monkeypatch.setenv(name, value)
    notebook = read(ROOT / "examples/ask_the_graph.ipynb")
    here = {"metadata": {"path": str(ROOT / "examples")}}
    NotebookClient(notebook, timeout=240, startup_timeout=240, resources=here).execute()
    return {cell["id"]: cell["outputs"] for cell in notebook.cells if cell.cell_type == "code"}


@pytest.mark.engine
def test_the_notebook_asks_the_sample_and_draws_it(ran: dict[str, Any], embedded: Settings) -> None:
    assert ran["connect"] == []
    tables = {id_: ran[id_][0]["data"]["text/html"] for id_ in ran if id_.endswith("-table")}
    assert "Akkermansia" in tables["taxa-table"]
    assert "mixed" in tables["taxa-table"]
    assert "suggested" in tables["words-table"]
    assert "True" in tables["words-table"]
    assert "False" not in tables["words-table"]
    assert "faecal microbiota transplantation" in tables["proposed-table"].lower()
    svg = ran["draw"][0]["data"]["image/svg+xml"]
    assert "Around a leaky gut" in svg


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert cells
    assert not any(cell.outputs or cell.execution_count for cell in cells)
    assert path.name in (ROOT / "docs/clients.md").read_text(encoding="utf-8")
