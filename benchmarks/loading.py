"""How fast a load is, beside others that write the same nodes and edges, in turns."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import psutil

from benchmarks import bare, py2neo_bulk
from benchmarks.clock import Clock
from benchmarks.graphs import Server, found, fresh_graph, process
from benchmarks.made import Made
from benchmarks.same import Size, compare, size
from graph.engine.bolt import BoltStore
from graph.engine.store import Engine
from graph.settings import Settings
from graph.write.writer import Written, write_records

_MIB = 1024 * 1024

# What loads made data at an address, in batches of a size, and says after each how far it is.
Load = Callable[[Server, Made, int], Iterator[int]]
BARE: dict[str, Load] = {"bare": bare.load}
BARE_AND_PY2NEO: dict[str, Load] = {"bare": bare.load, "py2neo": py2neo_bulk.load}


@dataclass(frozen=True, slots=True)
class Loading:
    """What a load took, and what others took.

    Attributes:
        seconds: Of `ours` and of each other.
        processor: The same in seconds of processor, client and server together.
        memory_early, memory_end: The client's memory (MiB) after a fifth of the load and at its
            end.
        size: Nodes and edges that each wrote.

    """

    engine: Engine
    made: Made
    seconds: dict[str, float]
    processor: dict[str, float]
    memory_early: float
    memory_end: float
    size: Size


def measure(
    engine: Engine,
    made: Made,
    tell: Callable[[str], None],
    others: dict[str, Load] = BARE,
    *,
    every_property: bool = True,
    then: Callable[[BoltStore, Settings], None] | None = None,
) -> Loading:
    """Load the made data into a graph for each, a batch into the one, then into the next.

    So whatever else the machine does meanwhile, it does to all.

    Args:
        engine: What runs, once for each.
        made: The data.
        tell: Told how far it has come.
        others: Who loads beside us, by name; the first is compared with ours.
        every_property: Compare the two graphs with every property, not by their numbers alone.
        then: Given our graph when it is loaded, before it goes.

    Raises:
        ValueError: The graphs differ.

    """
    with ExitStack() as opened:
        store, settings = opened.enter_context(fresh_graph(engine))
        ours = Clock(process(settings))
        beside = {name: _beside(opened, engine, made, load) for name, load in others.items()}
        memory = _Memory((made.entities + made.claims) / 5)

        def turn(written: Written) -> None:
            ours.stop()
            memory.look(written.records)
            for one in beside.values():
                one.until(written.records)
            tell(_progress(engine, written.records, {"ours": ours} | _clocks(beside)))
            ours.start()

        ours.start()
        write_records(store, made.records(), settings.batch_size, turn)
        ours.stop()
        memory.look(made.entities + made.claims)
        for one in beside.values():
            one.until(made.entities + made.claims + 1)
        wrote = _same(store, [one.store for one in beside.values()], every_property=every_property)
        if then is not None:
            then(store, settings)
    clocks = {"ours": ours} | _clocks(beside)
    return Loading(
        engine,
        made,
        {name: clock.wall for name, clock in clocks.items()},
        {name: clock.cpu for name, clock in clocks.items()},
        memory.early,
        memory.end,
        wrote,
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """Another load under way."""

    store: BoltStore
    clock: Clock
    turns: Iterator[int]

    def until(self, records: int) -> None:
        """Let it write until it has come as far; our document is a record too."""
        self.clock.start()
        for written in self.turns:
            if written + 1 >= records:
                break
        self.clock.stop()


def _beside(opened: ExitStack, engine: Engine, made: Made, load: Load) -> _Beside:
    store, settings = opened.enter_context(fresh_graph(engine))
    turns = load(found(settings), made, settings.batch_size)
    return _Beside(store, Clock(process(settings)), turns)


def _clocks(beside: dict[str, _Beside]) -> dict[str, Clock]:
    return {name: one.clock for name, one in beside.items()}


def _progress(engine: Engine, records: int, clocks: dict[str, Clock]) -> str:
    times = (f"{name} {one.wall:.0f} s ({one.cpu:.0f})" for name, one in clocks.items())
    return f"{engine}: {records:,} records; seconds (of processor): {', '.join(times)}"


def _same(store: BoltStore, others: list[BoltStore], *, every_property: bool) -> Size:
    """Hold the graphs against each other; returns how large each is."""
    if every_property:
        compare(store, others[0])
    wrote = size(store)
    for other in others:
        if size(other) != wrote:
            raise ValueError(f"Ours has {wrote}, another {size(other)}")
    return wrote


class _Memory:
    """The client's memory, kept at two moments."""

    def __init__(self, early: float) -> None:
        self._from = early
        self.early = self.end = 0.0

    def look(self, records: int) -> None:
        self.end = psutil.Process().memory_info().rss / _MIB
        if not self.early and records >= self._from:
            self.early = self.end
