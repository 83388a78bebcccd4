"""The tables of claims that the Claims page asks: each read once, in a thread, and kept a while."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Final

from graph.ask.claim_table import ClaimTable
from graph.errors import GutgraphError

_KEPT: Final = 4  # the whole graph's, and those of the entities looked at last

Told = Callable[[int], None]
Read = Callable[[Told], ClaimTable]


@dataclass(frozen=True, slots=True)
class Which:
    """A table: of a graph, of a version (or state) of it, of one entity ("" for all)."""

    graph: tuple[str, str, str]
    version: str
    entity: str = ""


class _Dropped(Exception):
    """Nobody wants the table any more that is being read."""


@dataclass(slots=True)
class Reading:
    """A table that is being read, or is there.

    Attributes:
        read: How many claims of it are read.
        table: None until all are, or where `error` says why not.

    """

    read: int = 0
    table: ClaimTable | None = None
    error: GutgraphError | None = None
    _ended: Event = field(default_factory=Event)
    _dropped: Event = field(default_factory=Event)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self._ended.is_set()

    def wait(self, seconds: float) -> None:
        """Wait for its end, but not long."""
        self._ended.wait(seconds)

    def begin(self, turn: Lock, read: Read) -> "Reading":
        """Read it in a thread of its own, which ends with the process, when its turn comes."""
        Thread(target=self._run, args=(turn, read), name="Reading claims", daemon=True).start()
        return self

    def drop(self) -> None:
        """Stop reading it at the next occasion."""
        self._dropped.set()

    def _run(self, turn: Lock, read: Read) -> None:
        try:
            with turn:  # the memory of two at a time would be too much
                self._tell(0)
                self.table = read(self._tell)
        except GutgraphError as error:
            self.error = error
        except _Dropped:
            pass
        finally:
            self._ended.set()

    def _tell(self, read: int) -> None:
        self.read = read
        if self._dropped.is_set():
            raise _Dropped


class Tables:
    """The tables that are kept; those of a version that is past go when a newer is asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Which, Reading] = OrderedDict()
        self._guard = Lock()
        self._turn = Lock()

    def find(self, which: Which, read: Read) -> Reading:
        """Find a table, or begin to read it; one that could not be read is begun again."""
        with self._guard:
            found = self._kept.get(which)
            if found is None or (found.ended and found.table is None):
                found = self._kept[which] = Reading().begin(self._turn, read)
            self._kept.move_to_end(which)
            self._thin(which)
            return found

    def _thin(self, latest: Which) -> None:
        past = [
            one for one in self._kept if one.graph == latest.graph and one.version != latest.version
        ]
        oldest = [one for one in self._kept if one not in past][:-_KEPT]
        for one in (*past, *oldest):
            self._kept.pop(one).drop()
