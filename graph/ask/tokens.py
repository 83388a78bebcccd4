"""Cypher cut into its tokens: words, quoted names, texts, numbers and signs, without comments."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from graph.errors import QueryRefused

Kind = Literal["word", "quoted", "text", "number", "sign", "end"]

# What does not end is an alternative of its own; nothing is tried twice, so the time is linear.
_TOKEN: Final = re.compile(
    r"""(?P<skip>[\s\ufeff\x00-\x1f]++|//[^\n\r]*+|/\*.*?\*/)
    |(?P<text>'(?:\\.|[^'\\])*+'|"(?:\\.|[^"\\])*+")
    |(?P<quoted>`(?:``|[^`])*+`)
    |(?P<open>['"`]|/\*)
    |(?P<number>0[xX][0-9a-fA-F]++|0[oO][0-7]++
        |(?:\d[\d_]*+(?:\.(?!\.)\d*+)?+|\.\d++)(?:[eE][+-]?\d++)?+[fFdDlL]?+)
    |(?P<word>[^\W\d]\w*+)
    |(?P<sign>\.\.|<>|<=|>=|=~|\+=|\|\||.)""",
    re.DOTALL | re.VERBOSE,
)
# Engines read \u004C as L before they look for quotes, comments and words.
_UNICODE_ESCAPE: Final = re.compile(r"\\u", re.IGNORECASE)
_TEXT: Final = r"RETURN 'it is one text' AS text"


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        text: As it stands there; a word as engines read it, in capitals: they fold letters that
            are not ASCII to keywords, as ſet to SET.
        start: Where it stands in the query, in characters.
        written: A word as it stands there, such as dbms for DBMS.

    """

    kind: Kind
    text: str
    start: int
    written: str = ""

    def is_sign(self, *signs: str) -> bool:
        """Tell whether it is one of these signs."""
        return self.kind == "sign" and self.text in signs

    def is_word(self, *words: str) -> bool:
        """Tell whether it is one of these words, given in capitals, not quoted."""
        return self.kind == "word" and self.text in words


def tokens(query: str) -> tuple[Token, ...]:
    """Cut a query into its tokens; the last is of the kind `end`.

    Raises:
        QueryRefused: It cannot be told where words end: escapes, open quotes.

    """
    if _UNICODE_ESCAPE.search(query):
        rule = "characters are written as themselves"
        raise QueryRefused("an escaped character (\\u)", rule, _TEXT)
    return (*_cut(query), Token("end", "", len(query)))


def _cut(query: str) -> Iterator[Token]:
    after = 0  # where a number ended
    for found in _TOKEN.finditer(query):
        kind, text = str(found.lastgroup), found.group()
        if kind == "open":
            rule = "every quote and comment is closed"
            raise QueryRefused("a quote or comment that does not end", rule, _TEXT)
        if kind in ("quoted", "sign") and "\\" in text:
            rule = "only strings hold backslashes"
            raise QueryRefused("a backslash outside a string", rule, _TEXT)
        if kind == "word" and after == found.start() and after:
            rule = "a space stands between a number and a word"
            raise QueryRefused("a number that runs into a word", rule, "RETURN 1 AS one")
        after = found.end() if kind == "number" else 0
        if kind != "skip":
            yield _token(kind, text, found.start())


def _token(kind: str, text: str, start: int) -> Token:
    if kind == "word":
        read = unicodedata.normalize("NFKC", text)
        return Token("word", read.upper(), start, read)
    if kind == "quoted":
        return Token("quoted", text, start)
    if kind == "text":
        return Token("text", text, start)
    return Token("number" if kind == "number" else "sign", text, start)
