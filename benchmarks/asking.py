"""How long questions take, beside the bare query that finds the same, on one graph in turns."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import quantiles

import neo4j

from benchmarks.graphs import bare_session, fresh_graph
from benchmarks.made import Made, entity_id
from graph.ask.hub import hub_question
from graph.ask.neighbourhood import neighbourhood
from graph.ask.paths import paths
from graph.ask.search import search
from graph.ask.suggest import suggestions
from graph.engine.store import Engine, Store
from graph.model.naming import name_key
from graph.settings import Settings
from graph.write.writer import write_records

_ROUNDS = 60
_LIMIT = 50
_PATH_LENGTH = 3

NEIGHBOURS = """MATCH (n:Entity {id: $id})-[r]-(m:Entity)
RETURN properties(r) AS claim, properties(m) AS entity
ORDER BY r.papers DESC, r.supports DESC, m.id LIMIT 50"""
NAMED = "MATCH (n:Entity {id: $id}) RETURN properties(n) AS entity"
FULL_TEXT = """CALL db.index.fulltext.queryNodes($index, $query) YIELD node
RETURN properties(node) AS entity LIMIT 20"""
SHORTEST = """MATCH (a:Entity {id: $id}), (b:Entity {id: $other})
MATCH p = shortestPath((a)-[*..3]-(b))
RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | properties(r)] AS claims"""
MOST = """MATCH (n:Entity) WHERE n.degree > 0
RETURN properties(n) AS entity ORDER BY n.degree DESC LIMIT 8"""
COUNTS = """MATCH (n:Entity {id: $id})-[r]-(m:Entity)
RETURN type(r) AS predicate, m.category AS category, count(*) AS number"""

_INDEX: dict[Engine, str] = {"arcadedb": "Entity[name_keys]", "neo4j": "entity_name_keys"}
Pair = tuple[float, float]
Ask = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Asking:
    """Milliseconds at the median and at the 95th percentile of a question and its bare query."""

    question: str
    engine: Engine
    claims: int
    ours: Pair
    bare: Pair

    @property
    def ratios(self) -> Pair:
        """How many times as long ours takes, at the median and at the 95th percentile."""
        return self.ours[0] / self.bare[0], self.ours[1] / self.bare[1]


def measure(made: Made, engine: Engine = "arcadedb") -> tuple[Asking, ...]:
    """Load a graph of its own on an engine, and ask it."""
    with fresh_graph(engine) as (store, settings):
        write_records(store, made.records(), settings.batch_size)
        return asked(store, settings, made)


def asked(store: Store, settings: Settings, made: Made) -> tuple[Asking, ...]:
    """Ask each question of random entities of a loaded graph, ours and the bare query in turn."""
    with bare_session(settings) as session:
        return tuple(
            Asking(question, store.engine, made.claims, *_in_turn(ours, bare, made))
            for question, ours, bare in _questions(store, session, made)
        )


def _questions(
    store: Store, session: neo4j.Session, made: Made
) -> tuple[tuple[str, Ask, Ask], ...]:
    def bare(text: str, /, **values: str) -> object:
        return session.run(text, values).values()

    def named(query: str) -> object:
        return bare(FULL_TEXT, index=_INDEX[store.engine], query=query)

    def other(number: int) -> str:
        return entity_id((number * 7 + 1) % made.entities)

    return (
        (
            f"neighbourhood, {_LIMIT} at most",
            lambda number: neighbourhood(store, [entity_id(number)], _LIMIT),
            lambda number: bare(NEIGHBOURS, id=entity_id(number)),
        ),
        (
            "hub question",
            lambda number: hub_question(store, entity_id(number)),
            lambda number: bare(COUNTS, id=entity_id(number)),
        ),
        (
            "search by id",
            lambda number: search(store, entity_id(number)),
            lambda number: bare(NAMED, id=entity_id(number)),
        ),
        (
            "search by name",
            lambda number: search(store, _name(number)),
            lambda number: named(name_key(_name(number))),
        ),
        (
            "search, misspelt",
            lambda number: search(store, _misspelt(number)),
            lambda number: named(f"{name_key(_misspelt(number))}~2"),
        ),
        (
            "suggestions",
            lambda _: suggestions(store, 8),
            lambda _: bare(MOST),
        ),
        (
            f"paths, {_PATH_LENGTH} steps at most",
            lambda number: paths(store, entity_id(number), other(number), _PATH_LENGTH),
            lambda number: bare(SHORTEST, id=entity_id(number), other=other(number)),
        ),
    )


def _name(number: int) -> str:
    return f"entity {number:07d}"


def _misspelt(number: int) -> str:
    return f"entitty {number:07d}"


def _in_turn(ours: Ask, bare: Ask, made: Made) -> tuple[Pair, Pair]:
    """Take turns, so that what else the machine does falls on both."""
    chance = random.Random(made.seed)  # noqa: S311 - made data, no secret
    numbers = [chance.randrange(made.entities) for _ in range(_ROUNDS)]
    ours(numbers[0])
    bare(numbers[0])
    taken = [(_milliseconds(ours, number), _milliseconds(bare, number)) for number in numbers]
    return _middle_and_slow([one for one, _ in taken]), _middle_and_slow([two for _, two in taken])


def _milliseconds(ask: Ask, number: int) -> float:
    start = time.perf_counter()
    ask(number)
    return (time.perf_counter() - start) * 1000


def _middle_and_slow(taken: list[float]) -> Pair:
    cuts = quantiles(taken, n=20)
    return cuts[9], cuts[18]


def table(asks: Iterable[Asking]) -> list[str]:
    """Lay the figures out, the engines side by side: what ours takes, and how many times as long
    as the bare query of the same turn.
    """
    rows: dict[tuple[str, int], dict[Engine, Asking]] = {}
    for one in asks:
        rows.setdefault((one.question, one.claims), {})[one.engine] = one
    engines = sorted({engine for row in rows.values() for engine in row})
    heads = " | ".join(f"{engine}, ms | × bare" for engine in engines)
    return [
        f"| question | claims | {heads} |",
        f"|{'---|' * (2 + 2 * len(engines))}",
        *(
            f"| {question} | {claims:,} | {' | '.join(_cell(row.get(e)) for e in engines)} |"
            for (question, claims), row in rows.items()
        ),
    ]


def _cell(one: Asking | None) -> str:
    if one is None:
        return "– | –"
    return f"{one.ours[0]:.1f} / {one.ours[1]:.1f} | {one.ratios[0]:.1f} / {one.ratios[1]:.1f}"
