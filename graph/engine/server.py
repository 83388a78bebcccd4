"""The server process: `python -m graph.engine.server DATA PORT IDLE_MINUTES MEMORY_MB SECONDS`."""

import logging
import os
import secrets
import signal
import sys
import time
import traceback
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from threading import Event
from types import FrameType

import psutil

from graph.engine.arcade import Arcade, Limits
from graph.engine.folder import DataFolder, EngineFile

_LOG = logging.getLogger("gutgraph.engine")


def main(arguments: list[str]) -> None:
    """Serve, then end the process at once: the JVM's own end can hang on its threads."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    code = 1
    try:
        serve(DataFolder(Path(arguments[0])), *(float(value) for value in arguments[1:]))
        code = 0
    finally:
        if code:
            traceback.print_exc()
        logging.shutdown()
        os._exit(code)


def serve(
    folder: DataFolder, port: float, idle_minutes: float, memory_mb: float, seconds: float
) -> None:
    """Serve until asked to stop, or until nobody has been connected for a while."""
    os.umask(0o077)
    state = replace(folder.read() or EngineFile.fresh(), port=int(port))
    folder.write(state)  # the logins are kept before the engine learns them
    arcade = Arcade(
        folder.engine, state.port, secrets.token_urlsafe(32), Limits(int(memory_mb), seconds)
    )
    stop = _stop_on_signal()
    arcade.start({"reader": state.reader, "writer": state.writer})
    state = _running(state)
    folder.write(state)
    _LOG.info("Serving %s on 127.0.0.1:%s", folder.path, state.port)
    _LOG.info("Stopping: %s", _wait(folder, state.port, stop, idle_minutes * 60))
    arcade.stop()
    folder.stopped(state)


def _running(state: EngineFile) -> EngineFile:
    me = psutil.Process()
    return replace(
        state,
        pid=me.pid,
        born=me.create_time(),
        arcadedb=version("arcadedb-embedded"),
        gutgraph=version("gutgraph"),
    )


def _stop_on_signal() -> Event:
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    # After the JVM has started, which sets handlers of its own.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ask)
    return stop


def _wait(folder: DataFolder, port: int, stop: Event, idle: float) -> str:
    """Wait for a reason to end, and say it."""
    last = time.time()
    while not stop.wait(min(2.0, idle / 5)):
        if not folder.state.exists():
            return "the data folder is gone"
        folder.trim_log()
        if connections(port):
            last = time.time()
        elif time.time() - max(last, folder.state.stat().st_mtime) > idle:
            return f"nobody was connected for {idle:.0f} s"
    return "asked to"


def connections(port: int) -> int:
    """Count the open connections to our Bolt port, foreign clients included."""
    return sum(
        connection.status == psutil.CONN_ESTABLISHED and connection.laddr.port == port
        for connection in psutil.Process().net_connections(kind="tcp")
    )


if __name__ == "__main__":
    main(sys.argv[1:])
