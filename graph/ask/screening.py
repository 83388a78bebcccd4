"""Screening: what a stranger's Cypher may say, decided from its text alone, before any server."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from graph.engine.plan import PROCEDURES
from graph.errors import QueryRefused

# Comments, strings and quoted names hide words that are not Cypher's; each leaves a space.
# What does not end is the last alternative; nothing is tried twice, so the time is linear.
_HIDDEN: Final = re.compile(
    r"""//[^\n\r]*+|/\*.*?\*/|'(?:\\.|[^'\\])*+'|"(?:\\.|[^"\\])*+"|`(?:``|[^`])*+`"""
    r"""|(?P<open>['"`]|/\*)""",
    re.DOTALL,
)
# Any letter: engines fold some that are not ASCII to keywords, as ſet to SET.
_WORD: Final = re.compile(r"[^\W\d]\w*+(?:\s*\.\s*[^\W\d]\w*+)*+")
# Engines read \u004C as L before they look for quotes, comments and words.
_UNICODE_ESCAPE: Final = re.compile(r"\\u", re.IGNORECASE)
_WRITES: Final = frozenset(
    ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "INSERT", "FOREACH", "DROP", "ALTER")
)
_RULES: Final = {
    **dict.fromkeys(_WRITES, "a query may read and never write"),
    **dict.fromkeys(
        (
            "GRANT",
            "REVOKE",
            "DENY",
            "SHOW",
            "TERMINATE",
            "USE",
            "START",
            "STOP",
            "RENAME",
            "ENABLE",
        ),
        "administration is not for queries",
    ),
    "LOAD": "files and addresses are not read",
    # One of the engines runs what it is asked to explain.
    "EXPLAIN": "a plan is shown by Explain, not by a word in the query",
    "PROFILE": "a plan is shown by Explain, not by a word in the query",
}
_FUNCTIONS: Final = frozenset(
    ("date", "datetime", "time", "localtime", "localdatetime", "duration", "point", "vector")
)
# What comes right before a word that is a name: a property, a label or type, a parameter.
_NAMED: Final = frozenset(".:$|&!%")
_CALL: Final = re.compile(r"(?<![\w.:$|])CALL$", re.IGNORECASE)
# A quoted name that is called would be a procedure or function in disguise.
_QUOTED: Final = "\0"
_CALLED: Final = re.compile(r"(?P<name>[\w\s.\0]++)\(?")
_QUOTED_PART: Final = re.compile(r"\0\s*+(?:\.|$)")
_CALL_OF_QUOTED: Final = re.compile(r"(?<![\w.:$|])CALL\s*+\0", re.IGNORECASE)


def screen(text: str) -> str:
    """Return the one statement in a text, without the semicolon that ends it.

    Raises:
        QueryRefused: It is empty, more than one, or would do anything but read.

    """
    if _UNICODE_ESCAPE.search(text):
        raise QueryRefused("an escaped character (\\u)", "characters are written as themselves")
    bare = _HIDDEN.sub(_hide, text.replace(_QUOTED, " "))
    if "\\" in bare:
        raise QueryRefused("a backslash outside a string", "only strings hold backslashes")
    end = bare.find(";")
    if end >= 0 and bare[end + 1 :].strip(" \t\r\n;"):
        raise QueryRefused("a second statement after ';'", "one statement at a time")
    bare = bare if end < 0 else bare[:end]
    if not bare.strip():
        raise QueryRefused("an empty query", "one statement at a time")
    if _calls_quoted(bare):
        raise QueryRefused(
            "a quoted name that is called", "procedures and functions are called by plain names"
        )
    for word, before, after in _words(bare):
        _check(word, before, after)
    return text if end < 0 else text[:end]


def _hide(found: re.Match[str]) -> str:
    hidden = found.group()
    if found["open"]:
        raise QueryRefused(
            "a quote or comment that does not end", "every quote and comment is closed"
        )
    if hidden.startswith("`"):
        return ("\\" if "\\" in hidden else _QUOTED) * len(hidden)
    return " " * len(hidden)


def _calls_quoted(bare: str) -> bool:
    called = (found["name"] for found in _CALLED.finditer(bare) if found.group().endswith("("))
    return _CALL_OF_QUOTED.search(bare) is not None or any(map(_QUOTED_PART.search, called))


def _words(bare: str) -> Iterator[tuple[str, str, str]]:
    """Yield each dotted word with what stands right before and after it."""
    for found in _WORD.finditer(bare):
        word = unicodedata.normalize("NFKC", re.sub(r"\s", "", found.group()))
        yield word, bare[: found.start()].rstrip()[-80:], bare[found.end() :].lstrip()[:1]


def _check(word: str, before: str, after: str) -> None:
    first, dot, _ = word.partition(".")
    upper = first.upper()
    called = _CALL.search(before) is not None
    if called and word.lower() not in PROCEDURES:
        raise QueryRefused(
            f"the procedure {word}", "only procedures that list names and search are run"
        )
    if called or before[-1:] in _NAMED or after == ":":
        return
    if upper in _RULES and not dot:
        raise QueryRefused(upper, _RULES[upper])
    if dot and after == "(" and first.lower() not in _FUNCTIONS:
        raise QueryRefused(f"the function {word}", "only Cypher's own functions are run")
