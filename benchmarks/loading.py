"""How fast a load is, beside a bare-driver loop that writes the same nodes and edges."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import psutil

from benchmarks import bare
from benchmarks.clock import Clock
from benchmarks.graphs import bare_session, fresh_graph, process
from benchmarks.made import Made
from benchmarks.same import Size, compare, size
from graph.engine.store import Engine
from graph.write.writer import Written, write_records

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loading:
    """What a load took, and what the bare loop took, batch by batch in turns.

    Attributes:
        ours, bare: Seconds; with them the seconds of processor, client and server together.
        memory_early, memory_end: The client's memory (MiB) after a fifth of the load and at its
            end.
        size: Nodes and edges that both wrote.

    """

    engine: Engine
    made: Made
    ours: float
    bare: float
    ours_cpu: float
    bare_cpu: float
    memory_early: float
    memory_end: float
    size: Size

    @property
    def ratio(self) -> float:
        """Our speed as a share of the bare driver's; 1 is as fast."""
        return self.bare / self.ours


def measure(
    engine: Engine, made: Made, tell: Callable[[str], None], *, every_property: bool = True
) -> Loading:
    """Load the made data into two empty graphs, a batch into the one, a batch into the other.

    So whatever else the machine does meanwhile, it does to both.

    Args:
        engine: What runs, twice.
        made: The data.
        tell: Told how far it has come.
        every_property: Compare the two graphs with every property, not by their numbers alone.

    """
    with ExitStack() as opened:
        store, settings = opened.enter_context(fresh_graph(engine))
        plain_store, plain_settings = opened.enter_context(fresh_graph(engine))
        session = opened.enter_context(bare_session(plain_settings))
        ours, plain = Clock(process(settings)), Clock(process(plain_settings))
        turns = bare.load(session, made, settings.batch_size)
        memory = _Memory((made.entities + made.claims) / 5)

        def turn(written: Written) -> None:
            ours.stop()
            memory.look(written.records)
            tell(
                f"{engine}: {written.records:,} records, {ours.wall:.0f} s; bare {plain.wall:.0f} s"
            )
            _step(turns, plain, written.records)
            ours.start()

        ours.start()
        write_records(store, made.records(), settings.batch_size, turn)
        ours.stop()
        _step(turns, plain, made.entities + made.claims + 1)
        memory.look(made.entities + made.claims)
        same = size(store)
        if every_property:
            compare(store, plain_store)
        if same != size(plain_store):
            raise ValueError(f"{same} is ours, {size(plain_store)} the bare driver's")
    return Loading(
        engine, made, ours.wall, plain.wall, ours.cpu, plain.cpu, memory.early, memory.end, same
    )


def _step(turns: Iterator[int], clock: Clock, until: int) -> None:
    """Let the bare driver write until it has come as far."""
    clock.start()
    for written in turns:
        if written + 1 >= until:  # the document is a record too
            break
    clock.stop()


class _Memory:
    """The client's memory, kept at two moments."""

    def __init__(self, early: float) -> None:
        self._from = early
        self.early = self.end = 0.0

    def look(self, records: int) -> None:
        self.end = psutil.Process().memory_info().rss / _MIB
        if not self.early and records >= self._from:
            self.early = self.end
