"""Programs that ask the dashboard over HTTP without a pause, each on a connection of its own."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import quote

from tests.web.conftest import TOKEN
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS

_WORDS: Final = ("ms", "leaky", "akkermansa", "entity 3", "entity 71", "sclerosis", "X:12", "gut")
_SAVED: Final = ("markers", "contested", "taxa_in_disease", "both_sides?about=MS", "well_supported")
_ENTITIES: Final = 1000
_PATIENCE: Final = 120  # seconds; nothing takes so long, or it is told as an error
_SHOWN: Final = 200
_QUERY: Final = "MATCH (n:Entity {id: $id})-[r]-(m:Entity) RETURN m.name AS name, type(r) AS says"
BOMB: Final = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS n"

_Request = tuple[str, dict[str, object] | None]
_Chance = random.Random


def _entity(chance: _Chance) -> str:
    made = f"X:{chance.randrange(_ENTITIES)}"
    return quote(chance.choice((MS, LEAKY, AKKERMANSIA, "X:0", made, made)), safe="")


def _claim(chance: _Chance) -> str:
    number = chance.randrange(3, _ENTITIES)
    made = f"X:{number}~AFFECTS~X:{number // 3}"
    return quote(chance.choice((f"{COPROCOCCUS}~INCREASED_IN~{MS}", made)), safe="")


def _ends(chance: _Chance) -> str:
    return f"start=X:{chance.randrange(1, _ENTITIES)}&end=X:{chance.randrange(1, 20)}&length=3"


# What is asked of each route.
ROUTES: Final[dict[str, Callable[[_Chance], _Request]]] = {
    "search": lambda chance: (f"/api/search?q={quote(chance.choice(_WORDS))}", None),
    "entity": lambda chance: (f"/api/entities/{_entity(chance)}", None),
    "neighbours": lambda chance: (f"/api/entities/{_entity(chance)}/neighbours", None),
    "claim": lambda chance: (f"/api/claims/{_claim(chance)}", None),
    "paths": lambda chance: (f"/api/paths?{_ends(chance)}", None),
    "saved": lambda chance: (f"/api/saved/{chance.choice(_SAVED)}", None),
    "query": lambda chance: (
        "/api/query",
        {"query": _QUERY, "parameters": {"id": f"X:{chance.randrange(_ENTITIES)}"}},
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and how it went; status 0 is no answer at all."""

    route: str
    status: int
    seconds: float
    said: str = ""


@dataclass(slots=True)
class Program:
    """One that asks the routes by chance, the same chance for a number each time."""

    port: int
    number: int
    _connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)

    def ask(self, end: float) -> list[Asked]:
        """Ask until a moment of the monotonic clock; one that is sent away waits as it is told."""
        chance = random.Random(self.number)  # noqa: S311 - nothing depends on its being good
        names = list(ROUTES)
        answers = []
        while time.monotonic() < end:
            name = chance.choice(names)
            answers.append(self._ask(name, ROUTES[name](chance)))
            if answers[-1].status == 429:  # noqa: PLR2004 - too many requests
                time.sleep(min(2.0, max(0.0, end - time.monotonic())))
        self._connection.close()
        return answers

    def _ask(self, name: str, request: _Request) -> Asked:
        start = time.monotonic()
        try:
            status, body = sent(self._connection, *request)
        except (OSError, HTTPException) as error:
            self._connection.close()
            return Asked(name, 0, time.monotonic() - start, repr(error))
        said = "" if status == 200 else body[:_SHOWN].decode("utf-8", "replace")  # noqa: PLR2004
        return Asked(name, status, time.monotonic() - start, said)


def sent(
    connection: HTTPConnection, path: str, body: dict[str, object] | None
) -> tuple[int, bytes]:
    """Send a request, and read its answer."""
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    given = None if body is None else json.dumps(body)
    connection.request("GET" if body is None else "POST", path, given, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def asked_bombs(port: int, end: float) -> list[int]:
    """Send queries that never end, one after the other; returns how each was answered."""
    statuses = []
    while time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            statuses.append(sent(connection, "/api/query", {"query": BOMB})[0])
        except (OSError, HTTPException):
            statuses.append(0)
        finally:
            connection.close()
    return statuses
