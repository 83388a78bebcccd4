"""Programs that ask all at once while a load runs: `python -m benchmarks.http_load [SECONDS]`.

Beside them, strangers send queries that never end. Nothing may fail but by 429, and the dashboard
may not grow; the load has to end, its counts right. By hand, and for some seconds in the tests.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from benchmarks.drawing import records, share
from benchmarks.graphs import process
from benchmarks.made import Made
from benchmarks.memory import dashboard_of, held
from benchmarks.programs import ROUTES, Asked, Program, asked_bombs
from graph.ask.overview import overview
from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.settings import Settings
from graph.write.check import check
from graph.write.writer import write_records
from tests.web import sample
from tests.web.conftest import running

_ENTITIES: Final = 1000
_CLAIMS_PER_ENTITY: Final = 3
_EARLY: Final = 0.2
_BOMBS: Final = 4
_BATCH: Final = 1000
_FINE: Final = frozenset({200, 429})

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Route:
    """How a route did: answers with 200 and with 429, and seconds of the former."""

    answered: int
    busy: int
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class HttpLoad:
    """What came of it.

    Attributes:
        routes: By name; the bombs' answers are no part of them.
        failed: Answers that were neither: route, status and what was said.
        bombs: Statuses of the queries that never end.
        early, late: MiB of the dashboard's process after a fifth, and at the end.
        engine_early, engine_late: The same of the engine's.
        loaded: Seconds of the load, of `claims` claims.
        problems: What `gutgraph check` found afterwards, and counts that are not what was loaded.

    """

    clients: int
    seconds: float
    claims: int
    routes: dict[str, Route]
    failed: list[str]
    bombs: dict[int, int]
    early: float
    late: float
    engine_early: float
    engine_late: float
    loaded: float
    problems: list[str]

    @property
    def ratio(self) -> float:
        """How much more the dashboard held at the end."""
        return self.late / self.early


def measure(seconds: float, clients: int, claims: int, tell: Tell) -> HttpLoad:
    """Ask for so long with so many clients, while so many claims are loaded."""
    with tempfile.TemporaryDirectory(prefix="gutgraph-http-") as folder:
        settings = Settings(data=Path(folder) / "data", engine_memory_mb=512)
        try:
            with open_store(settings, "writer") as store:
                prepare(store)
                write_records(store, sample.records(), batch_size=_BATCH)
                write_records(store, records(_ENTITIES), batch_size=_BATCH)
                before = overview(store)
            return _measured(settings, seconds, clients, claims, before.claims, tell)
        finally:
            stop(settings)


def _measured(
    settings: Settings, seconds: float, clients: int, claims: int, before: int, tell: Tell
) -> HttpLoad:
    with running(settings) as there, ThreadPoolExecutor(clients + _BOMBS + 1) as pool:
        begin = time.monotonic()
        end = begin + seconds
        load = pool.submit(_load, settings, claims)
        asking = [pool.submit(Program(there.port, number).ask, end) for number in range(clients)]
        bombs = [pool.submit(asked_bombs, there.port, end) for _ in range(_BOMBS)]
        dashboard, engine = dashboard_of(there), process(settings)
        early = _held_at(begin + _EARLY * seconds, dashboard, engine)
        tell(f"after a fifth: dashboard {early[0]:.0f} MiB, engine {early[1]:.0f} MiB")
        late = _held_at(end, dashboard, engine)
        tell(f"at the end: dashboard {late[0]:.0f} MiB, engine {late[1]:.0f} MiB")
        answers = [one for client in asking for one in client.result()]
        statuses = Counter(status for bomb in bombs for status in bomb.result())
        loaded = load.result()
        tell(f"{claims:,} claims loaded in {loaded:.0f} s")
    return HttpLoad(
        clients,
        seconds,
        claims,
        dict(_routes(answers)),
        [f"{one.route}: {one.status} {one.said}" for one in answers if one.status not in _FINE],
        dict(sorted(statuses.items())),
        early[0],
        late[0],
        early[1],
        late[1],
        loaded,
        list(_problems(settings, claims, before)),
    )


def _load(settings: Settings, claims: int) -> float:
    """Load in a process of its own, as a person would; returns the seconds it took."""
    start = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.http_load", "--load", str(claims)]
    environment = os.environ | {"GUTGRAPH_DATA": str(settings.data)}
    root = Path(__file__).resolve().parents[1]
    subprocess.run(command, env=environment, cwd=root, check=True)  # noqa: S603 - our own command
    return time.monotonic() - start


def _made(claims: int) -> Made:
    return Made(claims // _CLAIMS_PER_ENTITY, claims)


def _held_at(moment: float, *processes: psutil.Process) -> tuple[float, ...]:
    time.sleep(max(0.0, moment - time.monotonic()))
    return tuple(held(one) for one in processes)


def _routes(answers: Sequence[Asked]) -> Iterator[tuple[str, Route]]:
    for name in ROUTES:
        mine = [one for one in answers if one.route == name]
        took = [one.seconds for one in mine if one.status == 200]  # noqa: PLR2004 - OK
        busy = sum(one.status == 429 for one in mine)  # noqa: PLR2004 - too many requests
        p50, p95 = (share(took, percent) if took else 0.0 for percent in (50, 95))
        yield name, Route(len(took), busy, p50, p95)


def _problems(settings: Settings, claims: int, before: int) -> Iterator[str]:
    """Hold what was loaded against what was to be."""
    with open_store(settings, "reader") as store:
        now = overview(store)
        if now.claims != before + claims or now.changing:
            yield f"{before:,} claims and {claims:,} are {now.claims:,} (changing: {now.changing})"
        yield from (f"{one}" for one in check(store))


def _main(words: Sequence[str]) -> None:
    from benchmarks import page, results  # noqa: PLC0415 - they import this file

    def say(line: str) -> None:
        print(line, flush=True)  # noqa: T201 - this is what the command is for

    seconds = float(words[0]) if words else 60.0
    found = measure(seconds, 32, int(words[1]) if words[1:] else 30_000, say)
    for line in (*found.failed[:20], *found.problems[:20], f"ratio {found.ratio:.2f}"):
        say(line)
    results.keep_http(found)
    page.write()


if __name__ == "__main__":
    random.seed(0)
    if sys.argv[1:2] == ["--load"]:
        with open_store(Settings.read(), "writer") as written:
            write_records(written, _made(int(sys.argv[2])).records(), batch_size=_BATCH)
    else:
        _main(sys.argv[1:])
