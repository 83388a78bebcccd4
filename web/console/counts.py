"""How often each label and relation type is there: counted once for each state of the graph."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

import streamlit as st

from graph.ask.overview import overview
from graph.ask.schema_card import counted, schema_card
from graph.settings import Settings
from web.connection import reader

_KEPT: Final = 4  # states


def counts(settings: Settings) -> dict[str, int]:
    """Count, or give what was counted before; a count that takes too long is left out.

    Raises:
        StoreError: The store did not answer.

    """
    store = reader(settings)
    numbers = overview(store)
    key = f"{settings.data}|{settings.neo4j_uri}|{settings.neo4j_database}|{numbers.state}"

    def count() -> dict[str, int]:
        kept = {"Publication": numbers.publications, "Document": numbers.documents}
        kept |= {"Entity": numbers.entities, "Evidence": numbers.evidence}
        return counted(store, schema_card(store), kept)

    return _all().once(key, count)


class Counts:
    """What was counted; whoever asks meanwhile waits for whoever counts."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, dict[str, int]] = OrderedDict()
        self._turn = Lock()

    def once(self, key: str, count: Callable[[], dict[str, int]]) -> dict[str, int]:
        """Give what is kept under a key; count where nothing is."""
        with self._turn:
            if key not in self._kept:
                self._kept[key] = count()
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            return self._kept[key]


@st.cache_resource(show_spinner=False)
def _all() -> Counts:
    return Counts()
