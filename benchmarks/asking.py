"""How long questions take, beside the bare query that finds the same, on one graph."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import quantiles

from benchmarks.graphs import bare_session, fresh_graph
from benchmarks.made import Made, entity_id
from graph.ask.neighbourhood import neighbourhood
from graph.ask.search import search
from graph.write.writer import write_records

_ROUNDS = 60
_LIMIT = 50

NEIGHBOURS = """MATCH (n:Entity {id: $id})-[r]-(m:Entity)
RETURN properties(r) AS claim, properties(m) AS entity LIMIT 50"""
NAMED = "MATCH (n:Entity {id: $id}) RETURN properties(n) AS entity"


@dataclass(frozen=True, slots=True)
class Asking:
    """Milliseconds at the median and at the 95th percentile of a question and its bare query."""

    question: str
    claims: int
    ours: tuple[float, float]
    bare: tuple[float, float]


def measure(made: Made) -> tuple[Asking, ...]:
    """Ask each question of random entities of one graph, ours and the bare query in turn."""
    chance = random.Random(made.seed)  # noqa: S311 - made data, no secret
    numbers = [chance.randrange(made.entities) for _ in range(_ROUNDS)]
    ids = [entity_id(number) for number in numbers]
    names = [f"entity {number:07d}" for number in numbers]
    misspelt = [f"entitty {number:07d}" for number in numbers]
    with fresh_graph() as (store, settings):
        write_records(store, made.records(), settings.batch_size)
        with bare_session(settings) as session:

            def bare(query: str) -> tuple[float, float]:
                return _times(lambda id_: session.run(query, id=id_).values(), ids)

            named, near = bare(NAMED), bare(NEIGHBOURS)
            return (
                Asking(
                    "neighbourhood, 50 at most",
                    made.claims,
                    _times(lambda id_: neighbourhood(store, [id_], _LIMIT), ids),
                    near,
                ),
                Asking(
                    "search by id", made.claims, _times(lambda id_: search(store, id_), ids), named
                ),
                Asking(
                    "search by name",
                    made.claims,
                    _times(lambda name: search(store, name), names),
                    named,
                ),
                Asking(
                    "search, misspelt",
                    made.claims,
                    _times(lambda name: search(store, name), misspelt),
                    named,
                ),
            )


def _times(ask: Callable[[str], object], values: Iterable[str]) -> tuple[float, float]:
    taken = []
    for value in values:
        start = time.perf_counter()
        ask(value)
        taken.append((time.perf_counter() - start) * 1000)
    cuts = quantiles(taken, n=20)
    return cuts[9], cuts[18]
