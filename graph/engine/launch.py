"""Start the embedded server as a process of its own, and wait until it answers."""

import importlib.util
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psutil
from filelock import FileLock, Timeout

from graph.engine import detach
from graph.engine.folder import DataFolder, EngineFile
from graph.errors import StoreUnavailable
from graph.settings import Settings

_PATIENCE: Final = 90.0  # seconds to start, on a busy machine
_STEP: Final = 0.05
# Below the range that systems hand out for outgoing connections, so that a kept port stays free.
_PORTS: Final = (20_000, 32_000)


def running(folder: DataFolder, settings: Settings) -> EngineFile:
    """Find the server of the data folder, or start it.

    Raises:
        SettingsError: The data folder cannot be used.
        StoreUnavailable: The server does not start, or is another version.

    """
    state = folder.read()
    if state is None or not state.alive() or not answers(state.port):
        folder.prepare()
        with held(folder):
            state = _found_or_started(folder, settings)
    _check_version(state)
    folder.used()
    return state


def halt(folder: DataFolder) -> bool:
    """Stop the server of the data folder at once; False when none ran."""
    if folder.read() is None:
        return False
    with held(folder):
        state = folder.read()
        if state is None or not state.alive():
            return False
        process = psutil.Process(state.pid)
        process.terminate()
        try:
            process.wait(timeout=30)
        except psutil.TimeoutExpired:
            process.kill()  # every commit is on disk already
            process.wait(timeout=10)
    return True


@contextmanager
def held(folder: DataFolder) -> Iterator[None]:
    """Hold the lock that guards starting and stopping."""
    lock = FileLock(folder.lock, mode=0o600)
    try:
        lock.acquire(timeout=_PATIENCE + 30)
    except Timeout as error:
        raise StoreUnavailable(
            f"Another process has been starting the engine of {folder.path} for too long. "
            f"Look at {folder.log}, end that process, then run: gutgraph engine start"
        ) from error
    except OSError as error:
        raise folder.unwritable(error) from error
    try:
        yield
    finally:
        lock.release()


def answers(port: int) -> bool:
    """Tell whether something listens on the port of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False


def _found_or_started(folder: DataFolder, settings: Settings) -> EngineFile:
    # Read again: another process may have started it while we waited for the lock.
    state = folder.read()
    until = time.monotonic() + 30
    while state is not None and state.alive() and time.monotonic() < until:
        if answers(state.port):
            return state
        time.sleep(_STEP)  # it is on its way out
        state = folder.read()
    _check_wheel()
    _check_engine_version(folder, state)
    return _start(folder, settings, _port(settings, state))


def _start(folder: DataFolder, settings: Settings, port: int) -> EngineFile:
    folder.trim_log()
    folder.log.touch(mode=0o600)
    process = _spawn(folder, settings, port)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        state = folder.read()
        if state is not None and state.alive():
            return state
        if not _lives(process):
            raise _not_started(folder, last_words(folder.log))
        time.sleep(_STEP)
    _end(process)  # nobody knows of it, and it would hold the folder
    raise _not_started(folder, f"it did not answer within {_PATIENCE:g} s")


def _not_started(folder: DataFolder, why: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"The engine of {folder.path} did not start: {why}. "
        f"All it said is in {folder.log}; try: gutgraph engine restart"
    )


def _spawn(folder: DataFolder, settings: Settings, port: int) -> int:
    # -P: it runs in the data folder, whose files are nobody's modules.
    command = [
        *(sys.executable, "-P", "-m", "graph.engine.server"),
        *(str(folder.path.resolve()), str(port)),
        str(settings.idle_stop_minutes),
        str(settings.engine_memory_mb),
        str(settings.engine_command_minutes * 60),
    ]
    try:
        started = subprocess.run(  # noqa: S603 - our own interpreter and files
            [sys.executable, detach.__file__, str(folder.log.resolve()), *command],
            capture_output=True,
            check=True,
            text=True,
        )
    except OSError as error:
        raise _not_started(folder, f"{sys.executable}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        said = str(error.stderr).strip() or f"exit code {error.returncode}"
        raise _not_started(folder, said.splitlines()[-1]) from error
    return int(started.stdout)


def _end(pid: int) -> None:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        process.terminate()
        try:
            process.wait(timeout=10)
        except psutil.TimeoutExpired:
            process.kill()


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def last_words(log: Path) -> str:
    """Read the last line of a log that says something."""
    lines = [line.strip() for line in log.read_text("utf-8", "replace").splitlines()]
    return next((line for line in reversed(lines) if line), "it said nothing")


def _port(settings: Settings, state: EngineFile | None) -> int:
    wished = settings.engine_port
    if wished:
        if not _becomes_free(wished):
            raise StoreUnavailable(
                f"Port {wished} of 127.0.0.1 is in use by another program. Set "
                "GUTGRAPH_ENGINE_PORT to another, for example GUTGRAPH_ENGINE_PORT=0 to have "
                "one chosen."
            )
        return wished
    if state is not None and state.port and _becomes_free(state.port):
        return state.port
    first, last = _PORTS
    tried = (first + secrets.randbelow(last - first) for _ in range(1000))
    return next(port for port in tried if _free(port))


def _becomes_free(port: int) -> bool:
    # A server that was killed a moment ago may still be letting go of its port.
    until = time.monotonic() + 2
    while not _free(port):
        if time.monotonic() > until:
            return False
        time.sleep(_STEP)
    return True


def _free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _check_wheel() -> None:
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise StoreUnavailable(
            f"The embedded engine has no package for this platform ({sys.platform}). "
            "Start a Neo4j server and set NEO4J_URI, for example NEO4J_URI=bolt://localhost:7687"
        )


def _check_engine_version(folder: DataFolder, state: EngineFile | None) -> None:
    ours = version("arcadedb-embedded")
    if state is not None and _numbers(state.arcadedb) > _numbers(ours):
        raise StoreUnavailable(
            f"The data folder {folder.path} was written by engine {state.arcadedb}, newer than "
            f"{ours}. Update Gutgraph, or choose another folder with --data or GUTGRAPH_DATA."
        )


def _numbers(found: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", found)]


def _check_version(state: EngineFile) -> None:
    ours = version("arcadedb-embedded")
    if state.arcadedb != ours:
        raise StoreUnavailable(
            f"The engine that runs is version {state.arcadedb}, this Gutgraph brings {ours}. "
            "Run: gutgraph engine restart"
        )
