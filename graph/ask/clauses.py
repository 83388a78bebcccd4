"""Which words of a query are its clauses, and which are names: decided by where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from graph.ask.tokens import Token

# What may come next: a clause; an operand, so that a word is a name; a name alone, as after a
# dot; what follows an operand; or it is not sure, after a word that may be a name or a keyword.
State = Literal["clause", "operand", "name", "after", "unsure"]

_THEN: Final[dict[str, State]] = {
    **dict.fromkeys(("MATCH", "RETURN", "WITH", "WHERE", "UNWIND", "BY", "SKIP"), "operand"),
    **dict.fromkeys(("LIMIT", "OFFSET", "YIELD", "AND", "OR", "XOR", "IN", "CONTAINS"), "operand"),
    **dict.fromkeys(("WHEN", "THEN", "ELSE", "AS"), "operand"),
    **dict.fromkeys(("ASC", "ASCENDING", "DESC", "DESCENDING", "END", "NULL", "SCAN"), "after"),
    **dict.fromkeys(("UNION", "OPTIONAL"), "clause"),
}
_PREFIXES: Final = frozenset(("NOT", "DISTINCT", "CASE", "ALL"))
_BODIES: Final = ("CALL", "EXISTS", "COUNT", "COLLECT")
_OPENING: Final = ("(", "[", "{")
_CLOSING: Final = (")", "]", "}")
_FOLLOW_A_NAME: Final = (",", ".", "=", "<>", "<=", ">=")
# After these an operand stands, wherever they stand themselves.
_NAMES: Final = (".", ":", "$", "|", "&", "!", "%")


@dataclass(slots=True)
class _Level:
    """What stands between two brackets; `body` when it is a query of its own."""

    body: bool
    of_call: bool = False
    state: State = "operand"


@dataclass(slots=True)
class _Walk:
    found: tuple[Token, ...]
    levels: list[_Level] = field(default_factory=lambda: [_Level(True, state="clause")])
    closed_call: bool = False

    def clauses(self) -> Iterator[int]:
        for place, token in enumerate(self.found):
            level = self.levels[-1]
            if token.is_sign(*_OPENING):
                self._open(place, level)
            elif token.is_sign(*_CLOSING):
                self._close()
            elif token.kind == "word":
                if level.body and self._is_keyword(place, level.state):
                    yield place
                level.state = _after_word(level.state, token.text)
            elif token.kind == "sign":
                level.state = _after_sign(level.state, token.text)
            else:
                level.state = "after"
            self.closed_call = self.closed_call and token.is_sign(")")

    def _is_keyword(self, place: int, state: State) -> bool:
        if state == "unsure":  # as DISTINCT in RETURN DISTINCT set
            following = self.found[place + 1]
            return not (following.kind == "end" or following.is_sign(*_FOLLOW_A_NAME))
        return state in ("clause", "after")

    def _open(self, place: int, level: _Level) -> None:
        before = self.found[place - 1] if place else Token("end", "", 0)
        if self.found[place].text == "{":
            body = before.is_word(*_BODIES) or self.closed_call or not self._is_map(place)
            self.levels.append(_Level(body, state="clause" if body else "operand"))
            return
        of_call = before.is_word("CALL") and self.found[place].text == "("
        level.state = "after"
        self.levels.append(_Level(False, of_call))

    def _is_map(self, place: int) -> bool:
        """A map, a projection, a number of repeats: all begin as no query does."""
        first, second = self.found[place + 1], self.found[min(place + 2, len(self.found) - 1)]
        if first.kind in ("word", "quoted", "text"):
            return second.is_sign(":", ",", "}")
        return first.kind == "number" or first.is_sign("}", ".", "*", ",", "$")

    def _close(self) -> None:
        gone = self.levels.pop() if len(self.levels) > 1 else self.levels[0]
        self.closed_call = gone.of_call
        self.levels[-1].state = "after"


def clauses(found: tuple[Token, ...]) -> Iterator[int]:
    """Give the places of the words that are keywords between clauses, as far as can be told.

    Args:
        found: The tokens of a query, with the one at its end.

    """
    return _Walk(found).clauses()


def _after_word(state: State, word: str) -> State:
    if state == "name":
        return "after"
    if state == "operand":
        return "unsure" if word in _PREFIXES else "after"
    if word in ("ALL", "DISTINCT") and state == "clause":  # of a UNION
        return "clause"
    if state == "unsure" and word not in _THEN:
        return "unsure" if word in _PREFIXES else "after"
    return _THEN.get(word, "unsure")


def _after_sign(state: State, sign: str) -> State:
    if sign == "*" and state in ("operand", "unsure", "name"):
        return "after"  # all variables
    if sign in _NAMES:
        return "name"
    if sign == ";":
        return "clause"
    return "operand"
