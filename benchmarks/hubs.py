"""Whether an edge of a hub costs more than any other: batches of either kind in turns."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median

from benchmarks.graphs import fresh_graph
from benchmarks.made import DOCUMENT, Made, document, entity, entity_id, evidence
from graph.engine.store import Engine
from graph.model.entity import Definition
from graph.model.record import Record
from graph.write.writer import Written, write_records

_KINDS = ("ordinary", "into a hub", "out of a hub")
_INTO, _OUT = 0, 1  # the numbers of the two hubs


@dataclass(frozen=True, slots=True)
class Hubs:
    """Milliseconds an edge: the median batch of ordinary ones, and those of hubs.

    Attributes:
        degree: Claims of each of the two hubs at the end.
        into, out: Of the claims that end at a hub, and of those that begin at one: the median of
            the last half of the batches, when the hub is large.

    """

    engine: Engine
    degree: int
    ordinary: float
    into: float
    out: float

    @property
    def worst(self) -> float:
        """How many times an ordinary edge the dearer kind costs."""
        return max(self.into, self.out) / self.ordinary


def measure(engine: Engine, degree: int, tell: Callable[[str], None], size: int = 5000) -> Hubs:
    """Load claims of two hubs among ordinary ones, a batch of each kind in turns."""
    taken: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    entities = -(-(degree + 2) // size) * size
    first = 1 + entities
    with fresh_graph(engine) as (store, _):
        since = time.perf_counter()

        def note(written: Written) -> None:
            nonlocal since
            took = time.perf_counter() - since
            batch = (written.records - first) // size
            if written.records > first:
                taken[_KINDS[(batch - 1) % len(_KINDS)]].append(took * 1000 / size)
                tell(f"{engine}: hubs, batch {batch}, {took * 1000 / size:.2f} ms an edge")
            since = time.perf_counter()

        write_records(store, _records(entities, degree // size * size, size), size, note)
    late = {kind: median(of[len(of) // 2 :]) for kind, of in taken.items()}
    return Hubs(
        engine, degree // size * size, median(taken["ordinary"]), *(late[one] for one in _KINDS[1:])
    )


def _records(entities: int, degree: int, size: int) -> Iterator[Record]:
    yield document()
    for number in range(entities):
        yield Definition(entity(number), DOCUMENT)
    others = Made(entities - 2, degree).pairs()
    ordinary = ((_moved(subject), _moved(object_)) for subject, object_ in others)
    into = ((entity_id(number + 2), entity_id(_INTO)) for number in range(degree))
    out = ((entity_id(_OUT), entity_id(number + 2)) for number in range(degree))
    row = 0
    for _ in range(degree // size):
        for pairs in (ordinary, into, out):
            for subject, object_ in islice(pairs, size):
                yield evidence(row, subject, object_)
                row += 1


def _moved(id_: str) -> str:
    """Leave the hubs out of the ordinary claims."""
    return entity_id(int(id_.rpartition(":")[2]) + 2)
