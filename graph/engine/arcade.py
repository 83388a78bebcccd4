"""ArcadeDB in this process: the only file that imports `arcadedb_embedded`."""

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import arcadedb_embedded
from arcadedb_embedded import jvm

from graph.engine.folder import DATABASE
from graph.engine.java_thread import JavaThreads
from graph.engine.warden import Warden

_LOG: Final = logging.getLogger("gutgraph.engine")
_BOLT: Final = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"

# A stranger's flags could switch syncing off, or have the JVM load code of theirs.
_FLAGS: Final = ("ARCADEDB_JVM_ARGS", "_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")

_FULL_TEXT: Final = Path(__file__).parents[2] / "cypher" / "schema" / "fulltext.arcadedb.sql"

# The groups a login can be in. Never a resultSetLimit: counts would be wrong in silence.
_ALL: Final = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_GROUPS: Final = {
    "admin": {
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": _ALL}},
    },
    "writer": {"access": ["updateSchema"], "types": {"*": {"access": _ALL}}},
    "reader": {"access": [], "types": {"*": {"access": ["readRecord"]}}},
    "*": {"access": [], "types": {"*": {"access": []}}},
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may use.

    Attributes:
        memory_mb: Largest heap of the JVM.
        command_seconds: Backstop for every command, loads included.

    """

    memory_mb: int
    command_seconds: float


class Arcade:
    """A running ArcadeDB server with its Bolt door on 127.0.0.1 and no other door."""

    def __init__(self, folder: Path, port: int, root_password: str, limits: Limits) -> None:
        _write_groups(folder / "config")
        for name in _FLAGS:
            os.environ.pop(name, None)
        jvm.start_jvm(heap_size=f"{limits.memory_mb}m", jvm_args=_properties(folder, limits))
        self._server = arcadedb_embedded.create_server(
            str(folder),
            root_password,
            config={
                "host": "127.0.0.1",
                "http_port": "0",
                "bolt_port": port,
                "server_plugins": _BOLT,
            },
        )

    def start(self, logins: dict[str, str]) -> None:
        """Open the database, set the logins (name = group, to password), close the HTTP door."""
        self._server.start()
        self._java.getHttpServer().stopService()
        database = self._server.create_database(DATABASE)
        # Only the engine's own language makes full-text indexes; Bolt has no words for them.
        for statement in _FULL_TEXT.read_text(encoding="utf-8").split(";"):
            if statement.strip():
                database.command("sql", statement)
        for name, password in logins.items():
            self._set_login(name, password)
        self._watch()

    def stop(self) -> None:
        """Close the database and the door."""
        self._server.stop()

    @property
    def _java(self) -> Any:
        return self._server._java_server

    def _watch(self) -> None:
        java = arcadedb_embedded.server.jpype.JClass
        all_threads = java("java.lang.Thread").getAllStackTraces
        beans = java("java.lang.management.ManagementFactory")
        Warden(self._java, beans, lambda: all_threads().keySet(), _java_threads()).start()

    def _set_login(self, name: str, password: str) -> None:
        security = self._java.getSecurity()
        if security.existsUser(name):
            security.dropUserLocally(name)
        described = {
            "name": name,
            "password": str(security.encodePassword(password)),
            "databases": {DATABASE: [name]},
        }
        text = arcadedb_embedded.server.jpype.JClass("com.arcadedb.serializer.json.JSONObject")
        security.createUser(text(json.dumps(described)))


def _java_threads() -> JavaThreads | None:
    """What stops threads; None where this Java has no such thing: the graph is served all the same.

    Most queries are ended without it; the memory of one that is not is the risk then.
    """
    try:
        return JavaThreads(Path(jvm.get_bundled_jre_lib_path()))
    except (OSError, arcadedb_embedded.ArcadeDBError) as error:
        _LOG.warning("A query that does not hear when it is ended goes on: %s", error)
        return None


def _properties(folder: Path, limits: Limits) -> list[str]:
    settings = {
        # By default half of the heap, which would leave the warden little to tell a hog by.
        "maxPageRAM": limits.memory_mb * 3 // 8,
        "txWalFlush": 2,  # each commit synced to disk; the default loses it in a power cut
        "command.timeout": int(limits.command_seconds * 1000),
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "polyglotEngineEnabled": "false",
        "support.autoRegister": "false",
        "serverMetrics": "false",
        "queryMaxRangeSize": 1_000_000,
        "queryMaxHeapRAM": max(64, limits.memory_mb // 2),
        # No queue: what ends a query would wait in it, and one that dies keeps its place for ever.
        "queryMaxConcurrent": 0,
        "bolt.maxConnections": 256,
        "bolt.defaultDatabase": DATABASE,
        "server.logsDirectory": folder / "log",
    }
    # Not -XX:+ExitOnOutOfMemoryError: one query that asks for too much would end all others.
    crashes = [f"-XX:ErrorFile={folder}/log/crash-%p.log"]
    return [f"-Darcadedb.{name}={value}" for name, value in settings.items()] + crashes


def _write_groups(config: Path) -> None:
    # Before the first start: ArcadeDB makes its own file where it finds none.
    config.mkdir(parents=True, exist_ok=True)
    groups = {
        name: {"resultSetLimit": -1, "readTimeout": -1, **group} for name, group in _GROUPS.items()
    }
    text = json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}, indent=1)
    (config / "server-groups.json").write_text(text, encoding="utf-8")
