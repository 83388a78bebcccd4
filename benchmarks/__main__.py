"""`make bench`: measure, keep what was measured, and write docs/performance.md."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks import asking, figures, hubs, loading, page, results
from benchmarks.made import Made
from graph.engine.bolt import BoltStore
from graph.engine.store import Engine
from graph.settings import Settings

_ENGINES: tuple[Engine, ...] = ("arcadedb", "neo4j")
_PARTS = ("load", "hubs", "ask", "figures")
_SIZES = (3_000, 300_000)
_COMPARED = 30_000  # claims up to which every property is compared, and py2neo is measured
_CLAIMS_PER_ENTITY = 3


def main(words: Sequence[str] | None = None) -> None:
    """Measure every size on every engine, smallest first; the page is written after each."""
    asked = _arguments(words)
    start = time.monotonic()

    def tell(text: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {text}", file=sys.stderr, flush=True)  # noqa: T201

    for engine in asked.engine:
        for claims in sorted(asked.claims):
            _one_size(engine, Made(claims // _CLAIMS_PER_ENTITY, claims), asked.only, tell)
        if "hubs" in asked.only:
            results.keep_hubs(hubs.measure(engine, asked.hub, tell))
    if "figures" in asked.only:
        results.keep_crossings(figures.crossed(tell))
        results.keep_speeds(figures.speeds(tell))
    print(page.write())  # noqa: T201 - this is what the command is for


def _one_size(engine: Engine, made: Made, only: Sequence[str], tell: Callable[[str], None]) -> None:
    def ask(store: BoltStore, settings: Settings) -> None:
        tell(f"{engine}: questions at {made.claims:,} claims")
        results.keep_asking(asking.asked(store, settings, made))

    small = made.claims <= _COMPARED
    if "load" in only:
        others = loading.BARE_AND_PY2NEO if small else loading.BARE
        then = ask if "ask" in only else None
        done = loading.measure(engine, made, tell, others, every_property=small, then=then)
        results.keep_loading(done)
    elif "ask" in only:
        results.keep_asking(asking.measure(made, engine))
    page.write()


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=_SIZES, help="sizes")
    parser.add_argument("--engine", nargs="+", choices=_ENGINES, default=_ENGINES)
    parser.add_argument("--only", nargs="+", choices=_PARTS, default=_PARTS, help="what to measure")
    parser.add_argument("--hub", type=int, default=50_000, help="claims of a hub")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
