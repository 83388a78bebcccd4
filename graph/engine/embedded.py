"""The embedded engine: found or started on demand, one server for each data folder."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

from graph.engine.bolt import BoltStore, Login
from graph.engine.folder import DATABASE, DataFolder, EngineFile
from graph.engine.launch import halt, running
from graph.settings import Settings

LoginName = Literal["reader", "writer"]


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the server, and how a Neo4j client reads the graph.

    Attributes:
        address: Where it serves, or will serve when it starts again; "" before its first start.
        uptime: Seconds since the process started.
        connections: Open Bolt connections, foreign clients included.
        username, password: A login that can read and never write.

    """

    running: bool
    data: Path
    log: Path
    address: str = ""
    database: str = DATABASE
    username: str = ""
    password: str = ""
    pid: int = 0
    uptime: float = 0.0
    connections: int = 0
    arcadedb: str = ""
    gutgraph: str = ""


def connect(settings: Settings, login: LoginName) -> BoltStore:
    """Open the embedded graph, starting its server when none runs.

    Raises:
        SettingsError: The data folder cannot be used.
        StoreUnavailable: The server does not start, or is another version.

    """

    def found() -> Login:
        return _login(running(DataFolder(settings.data), settings), login)

    first = found()
    return BoltStore(
        first.address, first.username, first.password, first.database, "arcadedb", revive=found
    )


def is_new(settings: Settings) -> bool:
    """Tell whether no engine has ever served the data folder, starting nothing."""
    return not DataFolder(settings.data).engine.exists()


def status(settings: Settings) -> Status:
    """Tell what runs for the data folder, starting nothing."""
    folder = DataFolder(settings.data)
    state = folder.read()
    if state is None or not state.alive():
        # The port is kept: a line for a client that starts the engine holds after a stop too.
        kept = _address(state) if state is not None and state.port else ""
        who = "reader" if kept else ""
        return Status(False, folder.path, folder.log, address=kept, username=who)
    return Status(
        running=True,
        data=folder.path,
        log=folder.log,
        address=_address(state),
        username="reader",
        password=state.reader,
        pid=state.pid,
        uptime=time.time() - state.born,
        connections=_connections(state),
        arcadedb=state.arcadedb,
        gutgraph=state.gutgraph,
    )


def start(settings: Settings) -> Status:
    """Start the server unless it runs."""
    running(DataFolder(settings.data), settings)
    return status(settings)


def stop(settings: Settings) -> bool:
    """Stop the server at once; False when none ran."""
    return halt(DataFolder(settings.data))


def restart(settings: Settings) -> Status:
    """Stop the server and start it again, on the same port with the same logins."""
    stop(settings)
    return start(settings)


def _login(state: EngineFile, login: LoginName) -> Login:
    password = state.reader if login == "reader" else state.writer
    return Login(_address(state), login, password, DATABASE)


def _address(state: EngineFile) -> str:
    return f"bolt://127.0.0.1:{state.port}"


def _connections(state: EngineFile) -> int:
    try:
        opened = psutil.Process(state.pid).net_connections(kind="tcp")
    except (psutil.AccessDenied, psutil.NoSuchProcess):
        return 0
    return sum(
        one.status == psutil.CONN_ESTABLISHED and one.laddr.port == state.port for one in opened
    )
