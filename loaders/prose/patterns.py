"""Patterns: from the way a rule is written to a regular expression over masked sentences."""

import re
from functools import cache
from typing import Final

from graph.model import vocabulary
from loaders.prose.slots import SLOT
from loaders.prose.tables import LINE, table
from loaders.prose.words import any_of, gerunds, participles, verb_forms

_SLOT: Final = re.compile(
    r"\{(?P<name>[A-Za-z]+)(?P<but>![a-z]+)?(?::(?P<kinds>[A-Za-z|.]+)|\.(?P<flag>[a-z]+))?\}"
)
_VERBS: Final = re.compile(r"@(verb|done|doing)\(([a-z_]+)\)")
_UNKNOWN: Final = re.compile(r"@\w+")
_FORMS: Final = {"verb": verb_forms, "done": participles, "doing": gerunds}


class BadPattern(ValueError):
    """A pattern names a macro, verb group, category or slot that is not there, or is no regex."""


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile one pattern of a rule.

    Raises:
        BadPattern: It cannot be compiled; the message says what is wrong.

    """
    try:
        return re.compile(_expand(pattern))
    except re.error as error:
        raise BadPattern(f"{error} in {pattern!r}") from error


def _expand(pattern: str) -> str:
    text = _VERBS.sub(lambda found: _verbs(found[1], found[2]), pattern)
    named_aux = False

    def macro(found: re.Match[str]) -> str:
        nonlocal named_aux
        body = _macro(found[1])
        if found[1] == "aux" and not named_aux:
            named_aux = True
            return f"(?P<aux>{body})"
        return body

    expanded = _macro_names().sub(macro, text)
    if unknown := _UNKNOWN.search(expanded):
        raise BadPattern(f"no macro begins {unknown[0]!r}")
    return _SLOT.sub(_slot, expanded)


@cache
def _macro_names() -> re.Pattern[str]:
    names = [name for name in table("macros.yaml")["macros"] if name != LINE]
    return re.compile(f"@({any_of([*names, 'changes', 'states'])})")


def _verbs(kind: str, group: str) -> str:
    if group not in table("verbs.yaml"):
        raise BadPattern(f"no group of verbs is called {group!r}")
    return any_of(_FORMS[kind](group))


def _macro(name: str) -> str:
    if name == "changes":
        return f"(?P<changes>{changes_pattern()})"
    if name == "states":
        return f"(?P<states>{states_pattern()})"
    body: str = table("macros.yaml")["macros"][name]
    return body


def _slot(found: re.Match[str]) -> str:
    avoided = f"(?![^>]*\\.{found['but'][1:]}\\b)" if found["but"] else ""
    if found["flag"]:
        return rf"<(?=[^>]*\.{found['flag']}\b)[A-Za-z+]+(?:\.[a-z]+)*:(?P<{found['name']}>\d+)>"
    if not found["kinds"]:
        return rf"<{avoided}[A-Za-z+]+(?:\.[a-z]+)*:(?P<{found['name']}>\d+)>"
    options = []
    plain = []
    for kind in found["kinds"].split("|"):
        category, _, flag = kind.partition(".")
        names = "|".join(_categories(category))
        if flag:
            options.append(rf"(?=[^>]*\.{flag}\b)(?:{names})(?:\+(?:{names}))*")
        else:
            plain += [names]
    if plain:
        names = "|".join(plain)
        options.append(rf"(?:{names})(?:\+(?:{names}))*")
    return rf"<{avoided}(?:{'|'.join(options)})(?:\.[a-z]+)*:(?P<{found['name']}>\d+)>"


def _categories(name: str) -> list[str]:
    groups = table("macros.yaml")["groups"]
    if name in groups:
        return [str(category) for category in groups[name]]
    if name not in vocabulary.categories():
        raise BadPattern(f"{name!r} is no category and no group of categories")
    return [name]


@cache
def changes_pattern() -> str:
    """Give the pattern for one or more changes: "an increase in X and reduced Y"."""
    unit = _change_unit()
    joined = r"(?: ,)?(?: (?:and|but|with|while|or|along with|,|whereas|yet))? ?"
    return rf"{unit}(?:{joined}{unit})*"


@cache
def states_pattern() -> str:
    """Give the pattern for one or more states: "X was increased, whereas Y was reduced"."""
    unit = _state_unit()
    joined = r"(?: ,)? ?(?:(?:and|but|while|whereas|though|although|yet) )?"
    return rf"{unit}(?:{joined}{unit})*"


@cache
def units() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns that take changes and states apart, with their direction words."""
    return re.compile(_change_unit(named=True)), re.compile(_state_unit(named=True))


def directions() -> dict[str, dict[str, list[str]]]:
    """Give the words of direction by sense and kind."""
    rows = table("shapes.yaml")["directions"]
    return {
        sense: {kind: words for kind, words in kinds.items() if kind != LINE}
        for sense, kinds in rows.items()
        if sense != LINE
    }


def _direction_words(kind: str) -> str:
    return any_of(word for kinds in directions().values() for word in kinds[kind])


def _change_unit(*, named: bool = False) -> str:
    macros = table("macros.yaml")["macros"]
    qual, slot = macros["qual"], _unit_slot(named=named)
    noun, adjective = _direction_words("nouns"), _direction_words("adjectives")
    word = "(?P<word>" if named else "(?:"
    return rf"{qual}{word}{noun} (?:in|of) {qual}|{adjective} {qual}){slot}"


def _state_unit(*, named: bool = False) -> str:
    macros = table("macros.yaml")["macros"]
    be, adverbs, slot = macros["be"], macros["adv"], _unit_slot(named=named)
    state, verb = _direction_words("states"), _direction_words("verbs")
    word = "(?P<word>" if named else "(?:"
    said = r"(?:found |shown |observed |reported |detected )?(?:to be )?"
    relative = "(?:, which |which |that )?"
    helpers = f"{relative}(?:has |have |had |may |might |could |can |would |also |not |did )*"
    between = (
        rf"(?P<between> {helpers}(?:{be} )?{said}{adverbs})"
        if named
        else (rf" {helpers}(?:{be} )?{said}{adverbs}")
    )
    aside = r"(?: , (?:an? |the )?[^,;<>]*(?:<[^>]*>)?[^,;<>]* ,)?"
    return rf"{slot}{aside}{between}{word}{state}|(?:{verb}))(?= |$)"


def _unit_slot(*, named: bool) -> str:
    return r"<[A-Za-z+]+(?:\.[a-z]+)*:(?P<unit>\d+)>" if named else SLOT
