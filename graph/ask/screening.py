"""Screening: what a stranger's Cypher may say, decided from its tokens alone, before any server."""

from collections.abc import Iterator
from typing import Final

from graph.ask.clauses import clauses
from graph.ask.growth import check_growth
from graph.ask.tokens import Token, tokens
from graph.engine.plan import PROCEDURES
from graph.errors import QueryRefused

_NAMES: Final = "CALL db.labels() YIELD label RETURN label"
_WRITES: Final = (
    *("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "INSERT", "FOREACH"),
    *("DROP", "ALTER"),
)
_ADMINISTRATION: Final = (
    *("GRANT", "REVOKE", "DENY", "SHOW", "TERMINATE", "USE", "START", "STOP", "RENAME", "ENABLE"),
    *("DISABLE", "DEALLOCATE", "REALLOCATE", "DRYRUN"),
)
_RULES: Final = {
    **dict.fromkeys(_WRITES, ("a query may read and never write", "")),
    **dict.fromkeys(_ADMINISTRATION, ("administration is not for queries", _NAMES)),
    "LOAD": (
        "files and addresses are not read",
        "UNWIND [{id: 'MONDO:0005301'}] AS row MATCH (n:Entity {id: row.id}) RETURN n.name",
    ),
    # One of the engines runs what it is asked to explain.
    **dict.fromkeys(
        ("EXPLAIN", "PROFILE"),
        ("a plan is shown by Explain, not by a word in the query", ""),
    ),
}
_FUNCTIONS: Final = frozenset(
    ("DATE", "DATETIME", "TIME", "LOCALTIME", "LOCALDATETIME", "DURATION", "POINT", "VECTOR")
)
_BY_NAME: Final = "procedures and functions are called by plain names"


def screen(text: str) -> str:
    """Return the one statement in a text, without the semicolon that ends it.

    Raises:
        QueryRefused: It is empty, more than one, would do anything but read, or would work out
            values that grow without end.

    """
    found = tokens(text)
    statement, end = _first(found)
    for place in clauses(statement):
        _check_clause(statement, place)
    for place, token in enumerate(statement):
        if token.is_sign("("):
            _check_function(statement, place)
    check_growth(statement)
    return text[:end]


def _first(found: tuple[Token, ...]) -> tuple[tuple[Token, ...], int]:
    """The tokens before the first semicolon, and where it stands; after it there may be more."""
    count = next((place for place, one in enumerate(found) if one.is_sign(";")), len(found) - 1)
    if any(one.kind != "end" and not one.is_sign(";") for one in found[count:]):
        both = "MATCH (a:Gene) RETURN a.name AS name UNION MATCH (b:Disease) RETURN b.name AS name"
        raise QueryRefused("a second statement after ';'", "one statement at a time", both)
    if count == 0:
        raise QueryRefused("an empty query", "one statement at a time")
    return (*found[:count], Token("end", "", found[count].start)), found[count].start


def _check_clause(found: tuple[Token, ...], place: int) -> None:
    word = found[place].text
    if word in _RULES:
        raise QueryRefused(word, *_RULES[word])
    following = found[place + 1]
    if word != "CALL" or following.is_sign("{", "("):
        return
    if following.kind == "quoted":
        raise QueryRefused("a quoted name that is called", _BY_NAME, _NAMES)
    name = _called(found, place + 1)
    if name.lower() not in PROCEDURES:
        rule = "only procedures that list names and search are run"
        raise QueryRefused(f"the procedure {name}", rule, _NAMES)


def _called(found: tuple[Token, ...], place: int) -> str:
    """The dotted name that begins at a place, as it is written."""
    parts: list[str] = []
    while found[place].kind in ("word", "quoted") or found[place].is_sign("."):
        if found[place].kind == "quoted":
            raise QueryRefused("a quoted name that is called", _BY_NAME, _NAMES)
        if parts and found[place].kind == "word" and parts[-1] != ".":
            break
        parts.append(found[place].written or found[place].text)
        place += 1
    return "".join(parts)


def _check_function(found: tuple[Token, ...], bracket: int) -> None:
    """Refuse a call of what has a namespace, such as apoc.util.sleep(…), or a quoted name."""
    named = list(_named(found, bracket))
    example = "RETURN date() AS today"
    dotted = len(named) > 1
    if any(one.kind == "quoted" for one in named) and (dotted or _is_value(found, bracket)):
        raise QueryRefused("a quoted name that is called", _BY_NAME, example)
    name = ".".join(one.written or one.text for one in named)
    # What is called as a procedure has been looked at where its CALL stands.
    if dotted and named[0].text not in _FUNCTIONS and name.lower() not in PROCEDURES:
        raise QueryRefused(f"the function {name}", "only Cypher's own functions are run", example)


def _named(found: tuple[Token, ...], bracket: int) -> Iterator[Token]:
    """The parts of the name right before a bracket, the first first."""
    place, parts = bracket - 1, []
    while place >= 0 and found[place].kind in ("word", "quoted"):
        parts.append(found[place])
        if not found[place - 1].is_sign("."):
            break
        place -= len(("name", "dot"))
    return reversed(parts)


def _is_value(found: tuple[Token, ...], bracket: int) -> bool:
    """A quoted name right before a bracket is called, unless it is a label: (n:`A` (…) is none."""
    before = found[: bracket - 1][-1:]
    return not before or not before[0].is_sign(":", "|", "&")
