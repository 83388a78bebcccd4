"""Every failure of the surroundings that a user can meet: the table of docs/failures.md.

A test that makes one happen holds what was said against its row by `seen`; so the page cannot say
what the product does not.
"""

import re
from dataclasses import dataclass
from typing import Final

from graph.errors import GutgraphError

HEADER: Final = ("what happens", "what is said", "exit code", "what is kept, and the way on")


@dataclass(frozen=True, slots=True)
class Failure:
    """What happens, and what the user reads; `{name}` in it stands for a value.

    Attributes:
        code: The exit code of a command; None where it goes on, or was killed itself.
        kept: What became of the graph, and what to do.

    """

    what: str
    said: str
    code: int | None
    kept: str


_GONE: Final = (
    "No store answers at {address}: {reason}. Start it (the embedded engine: gutgraph engine "
    "start), or check NEO4J_URI"
)
_LOGIN: Final = (
    "The store at {address} refuses the login: {reason}. Check NEO4J_USERNAME and NEO4J_PASSWORD "
    "(the embedded engine: gutgraph engine restart)"
)
_ANOTHER: Final = (
    "Choose another with --data or GUTGRAPH_DATA, for example GUTGRAPH_DATA=~/gutgraph"
)
_UPDATE: Final = "Update Gutgraph, or choose another folder with --data or GUTGRAPH_DATA."
_UNTOUCHED: Final = "Nothing is touched."
_AGAIN: Final = (
    "What was committed stays, of the part under way nothing; `gutgraph load` again goes on from "
    "there, and the graph is then the same as if nothing had happened."
)

FAILURES: Final = {
    "wrong password": Failure(
        "The password in `NEO4J_PASSWORD` is wrong", _LOGIN, 3, "Nothing is touched."
    ),
    "other passwords": Failure(
        "`engine.json` comes from elsewhere (a backup), with other passwords than the engine's",
        _LOGIN,
        3,
        "Nothing is touched; `gutgraph engine restart` gives the engine the passwords of the file.",
    ),
    "no server": Failure("No server is at `NEO4J_URI`", _GONE, 3, _UNTOUCHED),
    "gone while reading": Failure(
        "The server goes in the middle of a query (`gutgraph query`, the Query page)",
        _GONE,
        3,
        "An error, never a part of the answer. Ask again; the embedded engine is started by that.",
    ),
    "gone and started again while reading": Failure(
        "The embedded engine goes in the middle of a query, and answers again at once",
        "The engine broke the query off: it was stopped meanwhile, or the query asked for more "
        "memory than there is. Run it again, or narrow it: shorter lists and texts, fewer rows, or "
        "a LIMIT.",
        1,
        "An error, never a part of the answer. Ask again.",
    ),
    "gone under a page": Failure(
        "The server goes while the Explore page is open",
        _GONE,
        None,
        "The page says it with a button to try again, which leads back to the same view.",
    ),
    "gone while loading": Failure(
        "The server is killed in the middle of `gutgraph load`", _GONE, 3, _AGAIN
    ),
    "killed loader": Failure("`gutgraph load` itself is killed", "", None, _AGAIN),
    "full disk, store": Failure(
        "The disk of the store is full while loading",
        "The store at {address} could not write: {reason}. If its disk is full, make room; restart "
        "it (the embedded engine: gutgraph engine restart) and load again: what was committed "
        "stays.",
        3,
        "As above: of the part under way nothing is kept, and loading again goes on.",
    ),
    "full disk, rejects": Failure(
        "The disk of the rejects file is full",
        "The rejects file {place} cannot be written ({reason}); name a folder for it with "
        "--rejects.",
        1,
        "The rows that are right are in the graph; the rejected ones are counted, and the first "
        "of them printed.",
    ),
    "full disk, snapshot": Failure(
        "The disk of a snapshot is full",
        "{folder}: The figure cannot be written there ({reason}). Choose another folder with "
        "--out.",
        1,
        "No half of a file is left, and one that was there stays as it was.",
    ),
    "old schema, search": Failure(
        "A search in a graph that lacks an index, as an older version made it",
        "This graph lacks an index that this version searches by: {reason}. Load anything, and it "
        "is made, for example: gutgraph load examples",
        1,
        "Nothing is touched. Whoever writes next brings the schema up to date.",
    ),
    "old schema, check": Failure(
        "`gutgraph check` of a graph that lacks an index or a constraint",
        "no index, as in a graph of an older version; load anything, and it is made",
        1,
        "The same.",
    ),
    "old schema, data": Failure(
        "What an older graph holds breaks a constraint of this version",
        "The schema of the graph at {address} cannot be brought up to date: {reason} To see "
        'what is there twice: gutgraph query "{query}"',
        1,
        "Nothing is written. Mend what is named, or load into a new graph.",
    ),
    "newer folder": Failure(
        "The data folder was written by a newer Gutgraph",
        "The data folder {data} was written by a newer Gutgraph (format {its}, this one reads "
        f"{{ours}}). {_UPDATE}",
        3,
        _UNTOUCHED,
    ),
    "newer engine": Failure(
        "The data folder was written by a newer engine",
        "The data folder {data} was written by engine {its}, newer than {ours}. " + _UPDATE,
        3,
        _UNTOUCHED,
    ),
    "two versions": Failure(
        "The engine that runs was started by another version of Gutgraph",
        "The engine that runs is version {its}, this Gutgraph brings {ours}. Run: gutgraph engine "
        "restart",
        3,
        _UNTOUCHED,
    ),
    "broken engine.json": Failure(
        "`engine.json` is broken",
        "{file} is broken ({reason}). The graph is not in it: delete it, then run: gutgraph "
        "engine start",
        3,
        _UNTOUCHED,
    ),
    "folder is a file": Failure(
        "The data folder is a file",
        f"The data folder {{data}} is a file. {_ANOTHER}",
        2,
        _UNTOUCHED,
    ),
    "folder of another": Failure(
        "The data folder is another user's",
        "The data folder {data} belongs to another user (uid {its}, this is uid {ours}). "
        + _ANOTHER,
        2,
        _UNTOUCHED,
    ),
    "read-only folder": Failure(
        "The data folder cannot be written",
        f"The data folder {{data}} cannot be written ({{reason}}). {_ANOTHER}",
        2,
        _UNTOUCHED,
    ),
    "taken port": Failure(
        "`GUTGRAPH_ENGINE_PORT` is in use",
        "Port {port} of 127.0.0.1 is in use by another program. Set GUTGRAPH_ENGINE_PORT to "
        "another, for example GUTGRAPH_ENGINE_PORT=0 to have one chosen.",
        3,
        _UNTOUCHED,
    ),
    "no package": Failure(
        "The platform has no embedded engine",
        "The embedded engine has no package for this platform ({platform}). Start a Neo4j server "
        "and set NEO4J_URI, for example NEO4J_URI=bolt://localhost:7687",
        3,
        _UNTOUCHED,
    ),
    "no start": Failure(
        "The engine does not start, or not in time",
        "The engine of {data} did not start: {reason}. All it said is in {log}; try: gutgraph "
        "engine restart",
        3,
        "Nothing is touched, and no process is left behind.",
    ),
}


def seen(name: str, said: GutgraphError | str, code: int | None = None) -> None:
    """Hold what a user was told, and the exit code, against the row of the table."""
    failure = FAILURES[name]
    text = str(said).strip().removeprefix("Error: ")
    assert pattern(failure.said).fullmatch(text), f"{text!r} is not {failure.said!r}"
    given = said.exit_code if isinstance(said, GutgraphError) else code
    assert given == failure.code


def pattern(said: str) -> re.Pattern[str]:
    """Make what fits the text of a row: each `{name}` is some text of one line."""
    return re.compile(".+?".join(re.escape(part) for part in re.split(r"\{\w+\}", said)))


def table() -> str:
    """Lay the failures out as a Markdown table."""
    rows = [
        (one.what, f"`{one.said}`" if one.said else "–", _code(one.code), one.kept)
        for one in FAILURES.values()
    ]
    lines = [HEADER, tuple("---" for _ in HEADER), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _code(code: int | None) -> str:
    return "–" if code is None else str(code)
