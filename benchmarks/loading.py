"""How fast a load is, beside a bare-driver loop that writes the same nodes and edges."""

import time
from dataclasses import dataclass

import psutil

from benchmarks import bare
from benchmarks.graphs import bare_session, fresh_graph
from benchmarks.made import Made
from graph.write.writer import Written, write_records

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loading:
    """Seconds of either, and the client's memory (MiB) after a fifth of the load and at its end."""

    made: Made
    ours: float
    bare: float
    memory_early: float
    memory_end: float

    @property
    def ratio(self) -> float:
        """Our speed as a share of the bare driver's; 1 is as fast."""
        return self.bare / self.ours


def measure(made: Made) -> Loading:
    """Load the made data into two empty graphs, one after the other."""
    with fresh_graph() as (_, settings), bare_session(settings) as session:
        start = time.perf_counter()
        bare.load(session, made)
        plain = time.perf_counter() - start
    process = psutil.Process()
    early: list[float] = []
    total = made.entities + made.claims

    def watch(written: Written) -> None:
        if not early and written.records >= total / 5:
            early.append(process.memory_info().rss / _MIB)

    with fresh_graph() as (store, settings):
        start = time.perf_counter()
        write_records(store, made.records(), settings.batch_size, watch)
        ours = time.perf_counter() - start
        end = process.memory_info().rss / _MIB
    return Loading(made, ours, plain, early[0], end)
