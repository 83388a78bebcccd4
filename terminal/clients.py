"""Lines that lead another Neo4j client to the graph, ready to paste, no password in any of them."""

import json
import shlex
from dataclasses import dataclass

from graph.engine.embedded import Status
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class ClientLine:
    """How one client is started; the Neo4j Browser's is an address, all others are for a shell."""

    client: str
    line: str


def client_lines(settings: Settings, status: Status) -> tuple[ClientLine, ...]:
    """Write a line for each client; none while the embedded engine has never run.

    The password comes from `gutgraph engine password` when a line runs, which starts the engine
    too, or from NEO4J_PASSWORD where NEO4J_URI names the server.
    """
    door = _door(settings, status)
    if not door.address:
        return ()
    return (
        ClientLine("cypher-shell", door.secret + _shell(door)),
        ClientLine("Neo4j Browser", _browser(door)),
        ClientLine("Python driver", door.secret + _python(_driver(door))),
        ClientLine("py2neo", door.secret + _python(_py2neo(door))),
    )


def password_command(settings: Settings) -> str:
    """Name the command that prints the password of the login that reads."""
    unsaid = Settings.model_fields["data"].get_default(call_default_factory=True)
    where = (
        "" if settings.data == unsaid else f"--data {shlex.quote(str(settings.data.absolute()))} "
    )
    return f"gutgraph {where}engine password"


@dataclass(frozen=True, slots=True)
class _Door:
    """Where a client knocks; `secret` is what a shell line begins with to have the password."""

    address: str
    username: str
    database: str
    secret: str


def _door(settings: Settings, status: Status) -> _Door:
    if settings.neo4j_uri:
        return _Door(settings.neo4j_uri, settings.neo4j_username, settings.neo4j_database, "")
    secret = f'NEO4J_PASSWORD="$({password_command(settings)})" '
    return _Door(status.address, status.username, status.database, secret)


def _shell(door: _Door) -> str:
    login = ["-a", door.address, "-u", door.username, "-d", door.database]
    return shlex.join(["cypher-shell", *login, "--access-mode", "read"])


def _browser(door: _Door) -> str:
    return f"http://localhost:7474/browser/?dbms={door.address}&db={door.database}"


def _driver(door: _Door) -> str:
    return (
        f"import os, neo4j; driver = neo4j.GraphDatabase.driver({_login(door)}); "
        f"session = driver.session(database={_quoted(door.database)}, "
        'default_access_mode="READ")'
    )


def _py2neo(door: _Door) -> str:
    return f"import os, py2neo; graph = py2neo.Graph({_login(door)}, name={_quoted(door.database)})"


def _login(door: _Door) -> str:
    user = _quoted(door.username)
    return f'{_quoted(door.address)}, auth=({user}, os.environ["NEO4J_PASSWORD"])'


def _quoted(text: str) -> str:
    """Write a text as Python reads it, with double quotes, as the shell's are single ones."""
    return json.dumps(text)


def _python(code: str) -> str:
    return shlex.join(["python", "-i", "-c", code])
