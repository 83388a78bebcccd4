"""The Paths page: from one entity to another, over the strongest claims there are."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

import streamlit as st

from graph.ask.entities import entities
from graph.ask.evidence import of_claims
from graph.ask.paths import paths as find_paths
from graph.ask.suggest import suggestions
from graph.engine.store import Store
from graph.errors import NotFound, TooLarge
from graph.model.identity import is_curie
from graph.settings import LONGEST_PATH, Settings
from web.canvas.component import sheet_act, sheet_component
from web.chains import chains
from web.leads import page_link
from web.pages.sheet import filled, sheet
from web.words import capital

_NAME: Final = "paths"
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; "" for an end that is not chosen."""

    start: str
    end: str
    length: int
    limit: int
    denied: bool

    @classmethod
    def read(cls, query: Mapping[str, Any], settings: Settings) -> Self:
        """Read an address; what is malformed takes its default."""
        start, end = (str(query.get(name, "")) for name in ("from", "to"))
        return cls(
            start if is_curie(start) else "",
            end if is_curie(end) else "",
            _whole(query.get("length"), settings.path_length, LONGEST_PATH),
            _whole(query.get("limit"), settings.paths, _MOST),
            str(query.get("denied", "")).lower() == "true",
        )

    def query(self, settings: Settings) -> dict[str, str]:
        """Write it for an address, shortest form."""
        written = {
            "from": self.start,
            "to": self.end,
            "length": "" if self.length == settings.path_length else str(self.length),
            "limit": "" if self.limit == settings.paths else str(self.limit),
            "denied": "true" if self.denied else "",
        }
        return {key: value for key, value in written.items() if value}


def paths(settings: Settings) -> None:
    """Show the page."""
    lead = "From one thing to another, over what the sources say; the strongest way first."
    with sheet("paths", "Paths", lead):
        store = filled(settings)
        if store is None:
            return
        asked = Asked.read(st.query_params.to_dict(), settings)
        shown = _answer(store, asked) if asked.start and asked.end else _example(store, settings)
        sheet_component(_NAME, shown | _form(store, asked), lambda: _acted(settings))


def _answer(store: Store, asked: Asked) -> dict[str, Any]:
    """The paths asked for; of an end that is not there, words instead."""
    try:
        found = find_paths(
            store, asked.start, asked.end, asked.length, asked.limit, denied=asked.denied
        )
    except (NotFound, TooLarge) as error:
        return {"paths": [], "said": str(error)}
    claims = dict.fromkeys(step.claim.id for path in found.paths for step in path.steps)
    return chains(found, of_claims(store, claims))


def _example(store: Store, settings: Settings) -> dict[str, Any]:
    """A pair to begin with: the two entities that most is known of."""
    hits = suggestions(store, 2)
    if len(hits) < 2:  # noqa: PLR2004 - a path has two ends
        return {"paths": [], "said": "There are no claims yet to find paths over."}
    one, other = (hit.entity for hit in hits)
    query = Asked(other.id, one.id, settings.path_length, settings.paths, False).query(settings)
    text = f"from {other.name} to {one.name}"
    example = {"text": text, "link": page_link("paths", query)}
    return {"paths": [], "said": "", "example": example}


def _form(store: Store, asked: Asked) -> dict[str, Any]:
    known = entities(store, [id_ for id_ in (asked.start, asked.end) if id_])
    names = {str(id_): capital(entity.name) for id_, entity in known.items()}
    ends = {"from": asked.start, "to": asked.end}
    options = {key: value for key, value in asdict(asked).items() if key not in {"start", "end"}}
    return {
        "asked": ends | options,
        "names": {end: names.get(id_, id_) for end, id_ in ends.items()},
    }


def _acted(settings: Settings) -> None:
    st.query_params.from_dict(Asked.read(sheet_act(_NAME), settings).query(settings))


def _whole(value: Any, otherwise: int, most: int) -> int:
    text = str(value or "")
    fits = text.isascii() and text.isdigit() and len(text) < 4  # noqa: PLR2004 - digits
    return int(text) if fits and 1 <= int(text) <= most else otherwise
