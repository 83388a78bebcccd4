"""The folder one starts in is no part of the program: no file in it is run."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.engine import embedded
from graph.settings import Settings
from web.serve import command

HOSTILE = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n"
NAMES = ("secrets", "streamlit", "json", "graph", "psutil", "arcadedb_embedded", "sitecustomize")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(HOSTILE)
    return tmp_path


def test_the_dashboard_runs_no_file_of_the_folder_it_is_started_in(hostile: Path) -> None:
    run, *rest = command(8501)
    said = subprocess.run(
        [run, *rest[: rest.index("streamlit") + 1], "--version"],
        cwd=hostile,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Streamlit" in said.stdout
    assert not (hostile / "ran").exists()


def test_python_alone_would_have_run_it(hostile: Path) -> None:
    subprocess.run([sys.executable, "-m", "streamlit"], cwd=hostile, check=False)
    assert (hostile / "ran").exists()


@pytest.mark.engine
def test_the_engine_runs_no_file_of_the_data_folder(hostile: Path) -> None:
    settings = Settings(data=hostile, engine_memory_mb=256)
    try:
        with embedded.connect(settings, "reader") as store:
            assert store.read("RETURN 1 AS one") == [{"one": 1}]
    finally:
        embedded.stop(settings)
    assert not (hostile / "ran").exists()
