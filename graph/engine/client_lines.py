"""Lines that lead another Neo4j client to the graph, ready to paste, no password in any of them."""

import json
import shlex
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from graph.engine.embedded import Status
from graph.settings import Settings

# A first query, for whoever has come in by one of the lines.
FIRST_QUERY: Final = (
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, type(r), b.name ORDER BY r.papers DESC LIMIT 5"
)


@dataclass(frozen=True, slots=True)
class ClientLine:
    """How one client is started; the Neo4j Browser's is an address, all others are for a shell."""

    client: str
    line: str


@dataclass(frozen=True, slots=True)
class Door:
    """Where clients come in; `password` says where theirs is, and is not it."""

    address: str
    username: str
    database: str
    password: str


def client_lines(settings: Settings, status: Status) -> tuple[ClientLine, ...]:
    """Write a line for each client; none while the embedded engine has never run.

    The password comes from `gutgraph engine password` when a line runs, which starts the engine
    too, or from NEO4J_PASSWORD where NEO4J_URI names the server.
    """
    door = door_of(settings, status)
    if not door.address:
        return ()
    secret = "" if settings.neo4j_uri else f'NEO4J_PASSWORD="$({password_command(settings)})" '
    return (
        ClientLine("cypher-shell", secret + _shell(door)),
        ClientLine("Neo4j Browser", _browser(door)),
        ClientLine("Python driver", secret + _python(_driver(door))),
        ClientLine("py2neo", secret + _python(_py2neo(door))),
    )


def door_of(settings: Settings, status: Status) -> Door:
    """Say where clients come in, and how they have the password."""
    if settings.neo4j_uri:
        user, database = settings.neo4j_username, settings.neo4j_database
        return Door(settings.neo4j_uri, user, database, "in NEO4J_PASSWORD")
    printed = f"printed by: {password_command(settings)}"
    return Door(status.address, status.username, status.database, printed)


def password_command(settings: Settings) -> str:
    """Name the command that prints the password of the login that reads."""
    unsaid = Settings.model_fields["data"].get_default(call_default_factory=True)
    where = (
        "" if settings.data == unsaid else f"--data {shlex.quote(str(settings.data.absolute()))} "
    )
    return f"gutgraph {where}engine password"


def _shell(door: Door) -> str:
    login = ["-a", door.address, "-u", door.username, "-d", door.database]
    return shlex.join(["cypher-shell", *login, "--access-mode", "read"])


def _browser(door: Door) -> str:
    address, database = quote(door.address, safe=":/"), quote(door.database)  # neo4j+s has a +
    return f"http://localhost:7474/browser/?dbms={address}&db={database}"


def _driver(door: Door) -> str:
    return (
        f"import os, neo4j; driver = neo4j.GraphDatabase.driver({_login(door)}); "
        f"session = driver.session(database={_quoted(door.database)}, "
        'default_access_mode="READ")'
    )


def _py2neo(door: Door) -> str:
    return f"import os, py2neo; graph = py2neo.Graph({_login(door)}, name={_quoted(door.database)})"


def _login(door: Door) -> str:
    user = _quoted(door.username)
    return f'{_quoted(door.address)}, auth=({user}, os.environ["NEO4J_PASSWORD"])'


def _quoted(text: str) -> str:
    """Write a text as Python reads it, with double quotes, as the shell's are single ones."""
    return json.dumps(text)


def _python(code: str) -> str:
    return shlex.join(["python", "-i", "-c", code])
