"""Each state in which the engine cannot run is an error with value, rule and way out."""

import json
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.engine import embedded, launch
from graph.engine.connect import open_store
from graph.engine.folder import DataFolder, EngineFile
from graph.errors import GutgraphError, SettingsError, StoreUnavailable
from graph.settings import Settings
from tests.failures import seen

FLAGS = ("_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "ARCADEDB_JVM_ARGS")
ANOTHER = "Choose another with --data or GUTGRAPH_DATA, for example GUTGRAPH_DATA=~/gutgraph"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def refusal(settings: Settings) -> GutgraphError:
    with pytest.raises(GutgraphError) as caught:
        embedded.connect(settings, "reader")
    return caught.value


def test_a_data_path_that_is_a_file(data: Path) -> None:
    data.write_text("mine")
    error = refusal(Settings(data=data))
    assert isinstance(error, SettingsError)
    assert error.exit_code == 2
    assert str(error) == f"The data folder {data} is a file. {ANOTHER}"
    seen("folder is a file", error)
    assert data.read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="owners are POSIX's")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_data_folder_of_another_user(data: Path) -> None:
    data.mkdir()
    os.chown(data, 54321, -1)
    error = refusal(Settings(data=data))
    assert isinstance(error, SettingsError)
    assert error.exit_code == 2
    assert str(error) == (
        f"The data folder {data} belongs to another user (uid 54321, this is uid 0). {ANOTHER}"
    )
    seen("folder of another", error)
    assert list(data.iterdir()) == []
    with pytest.raises(SettingsError):
        embedded.status(Settings(data=data))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_data_folder_that_is_read_only(tmp_path: Path) -> None:
    with as_nobody(tmp_path) as home:
        data = home / "data"
        data.mkdir()
        (data / "notes").touch()
        data.chmod(0o500)
        error = refusal(Settings(data=data))
        data.chmod(0o700)
        assert isinstance(error, SettingsError)
        assert error.exit_code == 2
        assert str(error) == (
            f"The data folder {data} cannot be written (Permission denied). {ANOTHER}"
        )
        seen("read-only folder", error)
        assert [path.name for path in data.iterdir()] == ["notes"]


class as_nobody:  # noqa: N801 - reads as a sentence
    """Root may write anywhere, so be somebody else for a while, in a folder of theirs."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._root = os.geteuid() == 0

    def __enter__(self) -> Path:
        if self._root:
            for folder in (self._home, *self._home.parents[:2]):
                folder.chmod(0o755)
            os.chown(self._home, 65534, -1)
            os.seteuid(65534)
        return self._home

    def __exit__(self, *_: object) -> None:
        if self._root:
            os.seteuid(0)


def test_a_data_folder_of_a_newer_version(data: Path) -> None:
    data.mkdir()
    written = json.dumps({"format": 2, "something": "new"})
    (data / "engine.json").write_text(written)
    error = refusal(Settings(data=data))
    assert isinstance(error, StoreUnavailable)
    assert error.exit_code == 3
    assert str(error) == (
        f"The data folder {data} was written by a newer Gutgraph (format 2, this one reads 1). "
        "Update Gutgraph, or choose another folder with --data or GUTGRAPH_DATA."
    )
    assert (data / "engine.json").read_text() == written
    seen("newer folder", error)
    assert [path.name for path in data.iterdir()] == ["engine.json"]


def test_a_data_folder_of_a_newer_engine(data: Path) -> None:
    data.mkdir()
    written = EngineFile(reader="r", writer="w", port=1, arcadedb="99.1.0")
    DataFolder(data).write(written)
    error = refusal(Settings(data=data))
    seen("newer engine", error)
    assert str(error).startswith(f"The data folder {data} was written by engine 99.1.0, newer than")


@pytest.mark.parametrize(
    "written", ["{", "[]", '{"reader": "r"}', "\0", '{"reader": 1, "writer": 2}']
)
def test_an_engine_file_that_is_broken(data: Path, written: str) -> None:
    data.mkdir()
    (data / "engine.json").write_text(written)
    error = refusal(Settings(data=data))
    seen("broken engine.json", error)
    assert str(error).startswith(f"{data / 'engine.json'} is broken (")


def test_a_platform_without_the_engine(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    error = refusal(Settings(data=data))
    assert error.exit_code == 3
    assert str(error) == (
        f"The embedded engine has no package for this platform ({sys.platform}). Start a Neo4j "
        "server and set NEO4J_URI, for example NEO4J_URI=bolt://localhost:7687"
    )
    seen("no package", error)


def test_a_port_asked_for_that_is_in_use(data: Path, taken: int) -> None:
    error = refusal(Settings(data=data, engine_port=taken))
    assert error.exit_code == 3
    assert str(error) == (
        f"Port {taken} of 127.0.0.1 is in use by another program. Set GUTGRAPH_ENGINE_PORT to "
        "another, for example GUTGRAPH_ENGINE_PORT=0 to have one chosen."
    )
    seen("taken port", error)
    assert not (data / "engine.json").exists()


@pytest.fixture(scope="module")
def taken_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, int]]:
    """An engine whose kept port is taken, started where foreign flags are; and that port."""
    settings = Settings(data=tmp_path_factory.mktemp("kept") / "data", engine_memory_mb=256)
    settings.data.mkdir()
    with pytest.MonkeyPatch.context() as environment, socket.socket() as other:
        for name in FLAGS:
            environment.setenv(name, "-Darcadedb.txWalFlush=0")
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        DataFolder(settings.data).write(EngineFile(reader="r" * 32, writer="w" * 32, port=port))
        embedded.start(settings)
    yield settings, port
    embedded.stop(settings)


@pytest.mark.engine
def test_a_kept_port_that_is_taken_is_changed(taken_before: tuple[Settings, int]) -> None:
    settings, port = taken_before
    status = embedded.status(settings)
    assert status.address != f"bolt://127.0.0.1:{port}"
    assert status.password == "r" * 32
    with embedded.connect(settings, "reader") as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.engine
def test_flags_of_the_environment_do_not_reach_the_engine(
    taken_before: tuple[Settings, int],
) -> None:
    status = embedded.status(taken_before[0])
    assert status.running
    assert "Picked up" not in status.log.read_text()


@pytest.mark.engine
def test_an_engine_of_another_version_that_runs(taken_before: tuple[Settings, int]) -> None:
    settings, _ = taken_before
    folder = DataFolder(settings.data)
    found = folder.read()
    assert found is not None
    folder.write(replace(found, arcadedb="1.2.3"))
    error = refusal(settings)
    folder.write(found)
    seen("two versions", error)
    assert str(error).startswith("The engine that runs is version 1.2.3, this Gutgraph brings ")


@pytest.mark.engine
def test_an_engine_that_does_not_start_says_why_and_where_its_log_is(data: Path) -> None:
    error = refusal(Settings(data=data, engine_memory_mb=999_999_999))
    seen("no start", error)
    assert str(error).startswith(f"The engine of {data} did not start: ")
    assert "Failed to start JVM" in str(error) or "heap" in str(error)
    assert f"All it said is in {data / 'engine.log'}; try" in str(error)


def test_a_neo4j_address_that_does_not_answer() -> None:
    settings = Settings(NEO4J_URI="bolt://127.0.0.1:1")  # type: ignore[call-arg]
    with pytest.raises(StoreUnavailable) as caught:
        open_store(settings, "reader")
    seen("no server", caught.value)
    assert str(caught.value).startswith("No store answers at bolt://127.0.0.1:1: ")


@pytest.mark.engine
def test_an_engine_that_does_not_answer_in_time_is_not_left_running(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "_PATIENCE", 0.3)
    error = refusal(Settings(data=data, engine_memory_mb=256))
    assert str(error) == (
        f"The engine of {data} did not start: it did not answer within 0.3 s. All it said is in "
        f"{data / 'engine.log'}; try: gutgraph engine restart"
    )
    left = [one for one in psutil.process_iter(["cmdline"]) if str(data) in one.info["cmdline"]]
    assert left == []


def test_an_interpreter_that_is_gone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(data / "python"))
    error = refusal(Settings(data=data))
    assert error.exit_code == 3
    assert f"did not start: {data / 'python'}: No such file or directory. " in str(error)


def test_what_is_cut_from_the_log_is_its_owners_alone(data: Path) -> None:
    data.mkdir()
    folder = DataFolder(data)
    folder.log.write_bytes(b"x" * 5_000_001)
    folder.trim_log()
    kept = data / "engine.log.1"
    assert kept.stat().st_size == 5_000_001
    assert folder.log.stat().st_size == 0
    assert kept.stat().st_mode & 0o777 == 0o600
