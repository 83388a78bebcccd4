"""A real Neo4j from its published jars: one process, its own folder, a free port on loopback."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import arcadedb_embedded
import yaml

from graph.engine.bolt import BoltStore
from graph.errors import StoreUnavailable
from graph.settings import Settings
from tests.house.project import ROOT

POM: Final = ROOT / "tests/neo4j/pom.xml"
PASSWORD: Final = "only-for-tests"
_SECONDS: Final = 240.0  # on a busy machine
_OPENED: Final = ("java.nio", "java.io", "sun.nio.ch")
# What a test's server has otherwise than docker-compose.yml: less of everything.
_SMALL: Final = {
    "server.memory.heap.initial_size": "128m",
    "server.memory.heap.max_size": "512m",
    "server.memory.pagecache.size": "64m",
    "db.memory.transaction.max": "256m",
}


class NotHere(Exception):
    """Neo4j cannot be started on this machine; the reason."""


@dataclass(frozen=True, slots=True)
class Java:
    """What runs Neo4j or its shell: a Java and the folder of jars."""

    java: Path
    jars: Path

    def command(self, main: str, *arguments: str, small: bool = True) -> list[str]:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        # Quick to start, and small: a test asks little of it.
        less = ["-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        memory = less if small else ["-Xms1g", "-Xmx1g"]
        jars = f"{self.jars}/*"
        return [str(self.java), *memory, *opened, "-cp", jars, main, *arguments]


def version() -> str:
    """Read the version that the tests pin."""
    found = re.search(r"<neo4j\.version>(.+?)</", POM.read_text(encoding="utf-8"))
    assert found is not None
    return found.group(1)


@dataclass(slots=True)
class Server:
    """A Neo4j of a test's own, which can be killed and started again on its folder and port."""

    java: Java
    folder: Path
    settings: Settings
    small: bool = True
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises:
            NotHere: It does not come up.

        """
        home = [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}"]
        command = self.java.command(
            "org.neo4j.server.CommunityEntryPoint", *home, "--console-mode", small=self.small
        )
        log = self.folder / "logs/out.log"
        with log.open("ab") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out)
        _wait(self.settings, self.process, log)

    def kill(self) -> None:
        """End it at once, as a power cut would, its files as they are."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(30)

    def stop(self) -> None:
        """End it in good order."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)


def laid_out(folder: Path, *, small: bool = True) -> Server:
    """Make the folder of a server that has not been started; `small` as for `running`.

    Raises:
        NotHere: There are no jars, or no Java.

    """
    java = java_of(version(), f"Neo4j {version()}")
    port = _free_port()
    _lay_out(folder, port, _SMALL if small else {})
    _set_password(java, folder, folder / "logs/out.log")
    return Server(
        java, folder, settings_for(f"bolt://127.0.0.1:{port}", folder / "embedded"), small
    )


@contextmanager
def running(folder: Path, *, small: bool = True) -> Iterator[Settings]:
    """Run a Neo4j of its own for the block, and give the settings that lead to it.

    Args:
        folder: Its home.
        small: With less memory and a simpler compiler than docker-compose.yml gives it.

    Raises:
        NotHere: There are no jars, or the server does not come up.

    """
    server = laid_out(folder, small=small)
    try:
        server.start()
        yield server.settings
    finally:
        server.stop()


def compose_settings() -> dict[str, str]:
    """Read the settings that docker-compose.yml gives Neo4j, under Neo4j's own names."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    given = yaml.safe_load(text)["services"]["neo4j"]["environment"]
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in given.items()
        if name != "NEO4J_AUTH"
    }


def settings_for(address: str, data: Path, password: str = PASSWORD) -> Settings:
    """Make the settings that `NEO4J_URI` and friends would; `data` is never used."""
    variables: dict[str, Any] = {
        "NEO4J_URI": address,
        "NEO4J_USERNAME": "neo4j",
        "NEO4J_PASSWORD": password,
        "NEO4J_DATABASE": "neo4j",
    }
    return Settings(data=data, **variables)


def java_of(folder: str, what: str) -> Java:
    """Find the jars that tests/install_neo4j.sh put into a folder, and a Java to run them.

    Raises:
        NotHere: There are no jars, or no Java.

    """
    jars = ROOT / ".neo4j" / folder
    if not jars.is_dir():
        raise NotHere(f"no jars of {what} here; run: sh tests/install_neo4j.sh")
    # The embedded engine brings a Java that is new enough, whatever the machine has.
    bundled = Path(arcadedb_embedded.__file__).parent / "jre/bin/java"
    found = bundled if bundled.exists() else shutil.which("java")
    if found is None:
        raise NotHere("no Java here, neither the embedded engine's nor the machine's")
    return Java(Path(found), jars)


def _lay_out(folder: Path, port: int, otherwise: Mapping[str, str]) -> None:
    for name in ("conf", "data", "logs", "run", "plugins", "import"):
        (folder / name).mkdir(parents=True)
    here = f"127.0.0.1:{port}"
    doors = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": here,
        "server.bolt.advertised_address": here,
    }
    settings = {**compose_settings(), **otherwise, **doors}
    lines = "".join(f"{name}={value}\n" for name, value in settings.items())
    (folder / "conf/neo4j.conf").write_text(lines, encoding="utf-8")


def _set_password(java: Java, folder: Path, log: Path) -> None:
    command = java.command("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", PASSWORD)
    here = {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    done = subprocess.run(command, env=here, capture_output=True)
    log.write_bytes(done.stdout + done.stderr)
    if done.returncode:
        raise NotHere(f"Neo4j's password could not be set: {_last(log)}")


def _wait(settings: Settings, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _SECONDS
    password = settings.neo4j_password.get_secret_value()
    while time.monotonic() < until and process.poll() is None:
        try:
            BoltStore(settings.neo4j_uri, "neo4j", password, "neo4j").close()
        except StoreUnavailable:
            time.sleep(0.2)
        else:
            return
    raise NotHere(f"Neo4j did not come up: {_last(log)}")


def _last(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
