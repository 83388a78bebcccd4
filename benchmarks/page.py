"""The page of the docs: every result that is kept, as ratios, with how it was measured."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.drawing import share
from benchmarks.results import FOLDER, Result, kept

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"

_HEAD = """# Performance

Written by `make bench`; do not edit. What counts are ratios of what was measured side by side
in one run; the seconds are of one machine, and of whatever else it did.
"""
_LOADING = """
## Loading

Each claim has one piece of evidence with its arms; counts are computed. The bare driver writes
the same nodes and edges with the same final properties and counts nothing: entities and evidence
by `CREATE`, claims by `MERGE`, in batches and transactions of the same size, indexes in place.
Both write in turns, a batch each, on a server each, so that what else the machine does falls on
both. *Speed* is the bare driver's seconds over ours: 1 would be as fast. *By processor* is the
same ratio of processor seconds, client and server together, which a busy machine disturbs less.
At the end both graphs have the same number of nodes and edges of each kind; up to 30,000 claims
every property is compared too.
"""
_PY2NEO = """
py2neo's `bulk` functions wrote the same beside them (2021.2.4, at its end of life):
"""
_HUBS = """
## Hubs

Milliseconds an edge, its evidence and counting included, for claims that end or begin at one
entity, and for claims of ordinary entities between them, in turns: the median batch of the second
half, when the hub is large, beside the median ordinary batch.
"""
_ASKING = """
## Asking

Milliseconds, median / 95th percentile of 60 questions, ours and the bare query in turns. Ours also
reads what the bare query does not: all claims among what is found, how much is hidden, names that
fit by their beginning or by words. The names of the made graph are the worst for that: each has its
first word in common with all the others.
"""
_DRAWING = """
## Drawing

From the `dblclick` event on an entity, whose five neighbours are not drawn yet, to the next frame
after the canvas has drawn them: milliseconds in Chromium with software rendering, dashboard, engine
and browser on one machine, each time in a view opened anew. `python -m benchmarks.drawing`
"""
_FIRST = """
From the start of `gutgraph serve` over a graph of 1,000 entities to the first picture in an empty
browser: seconds.
"""
_MEMORY = """
## Memory of the dashboard

One tab goes to another view of 40 entities and grows one there, again and again: MiB that the
dashboard's process holds. `python -m benchmarks.memory`
"""
_HTTP = """
## HTTP

{clients} programs ask `/api` without a pause for {seconds:.0f} s, a route by chance each time,
while {claims:,} claims are loaded and 4 others send queries that never end. Milliseconds of the
answers with 200, on the client's clock, the wait for a place included; *busy* are those with 429.
`python -m benchmarks.http_load`
"""
_SPEED = """
## Figures

Milliseconds from a snapshot to a file of a figure with title, legend, sources and code, the
median of three; PNG 3,840 pixels wide. Beside each what others need for the same graph, in turns:
graphviz `dot` as a process, its PNG as wide; a page of pyvis with its script inside, which places
nothing before a browser opens it; a screenshot of that page, as wide, in a Chromium that runs
already. In brackets ours as a multiple of dot's file, for HTML of the pyvis page: below 1 ours is
faster. A figure of 200 is higher than wide, and its PNG has as many more pixels.
"""
_CROSSINGS = """
## Crossings of edges

{graphs} graphs of 5 to 60 entities out of the scale set with {edges:,} claims: how often lines of
two claims that share no entity cross.
"""


def write(folder: Path = FOLDER, page: Path = PAGE) -> str:
    """Lay the page out, write it, and return it."""
    text = "\n".join(
        (
            _HEAD,
            *_loading(folder),
            *_hubs(folder),
            *_asking(folder),
            *_drawing(folder),
            *_memory(folder),
            *_http(folder),
            *_figures(folder),
        )
    )
    page.write_text(text, encoding="utf-8")
    return text


def _loading(folder: Path) -> Iterable[str]:
    found = kept("loading", folder)
    if not found:
        return
    yield _LOADING
    head = ("engine", "entities", "claims", "ours, s", "bare, s", "speed", "by processor")
    memory = ("MiB after a fifth", "at the end", "ratio")
    yield from _table((*head, *memory), map(_loading_row, found))
    yield ""
    yield from (_wrote(one) for one in found[-1:])
    beside = [one for one in found if "py2neo" in one["seconds"]]
    if beside:
        yield _PY2NEO
        names = ("engine", "claims", "ours, s", "bare, s", "py2neo, s", "ours to py2neo")
        yield from _table(names, map(_py2neo_row, beside))
        yield ""
    yield from _measured(found)


def _loading_row(one: Result) -> Sequence[str]:
    seconds, processor = one["seconds"], one["processor"]
    return (
        one["engine"],
        f"{one['made']['entities']:,}",
        f"{one['made']['claims']:,}",
        f"{seconds['ours']:.1f}",
        f"{seconds['bare']:.1f}",
        f"{seconds['bare'] / seconds['ours']:.2f}",
        f"{processor['bare'] / processor['ours']:.2f}",
        f"{one['memory_early']:.0f}",
        f"{one['memory_end']:.0f}",
        f"{one['memory_end'] / one['memory_early']:.2f}",
    )


def _py2neo_row(one: Result) -> Sequence[str]:
    seconds = one["seconds"]
    return (
        one["engine"],
        f"{one['made']['claims']:,}",
        *(f"{seconds[name]:.1f}" for name in ("ours", "bare", "py2neo")),
        f"{seconds['py2neo'] / seconds['ours']:.2f} ×",
    )


def _wrote(one: Result) -> str:
    parts = ", ".join(f"{name} {number:,}" for name, number in one["size"].items())
    return f"Each wrote, at the largest size: {parts}.\n"


def _hubs(folder: Path) -> Iterable[str]:
    found = kept("hubs", folder)
    if not found:
        return
    yield _HUBS
    names = ("engine", "degree", "ordinary", "ending at the hub", "beginning there", "dearer by")
    yield from _table(
        names,
        (
            (
                one["engine"],
                f"{one['degree']:,}",
                *(f"{one[name]:.2f}" for name in ("ordinary", "into", "out")),
                f"{one['worst']:.2f} ×",
            )
            for one in found
        ),
    )
    yield ""
    yield from _measured(found)


def _asking(folder: Path) -> Iterable[str]:
    found = kept("asking", folder)
    if not found:
        return
    yield _ASKING
    names = ("question", "engine", "claims", "ours", "bare", "ratio")
    yield from _table(names, (_asking_row(row) for one in found for row in one["rows"]))
    yield ""
    yield from _measured(found)


def _asking_row(row: Result) -> Sequence[str]:
    (ours, slow), (bare, bare_slow) = row["ours"], row["bare"]
    return (
        row["question"],
        row["engine"],
        f"{row['claims']:,}",
        f"{ours:.1f} / {slow:.1f}",
        f"{bare:.1f} / {bare_slow:.1f}",
        f"{ours / bare:.1f} / {slow / bare_slow:.1f}",
    )


def _drawing(folder: Path) -> Iterable[str]:
    found = kept("drawing", folder)
    if not found:
        return
    yield _DRAWING
    names = ("nodes", "double clicks", "p50", "p95", "least")
    clicks = [row for one in found for row in one["clicks"].items()]
    yield from _table(names, (_click_row(size, took) for size, took in clicks))
    yield _FIRST
    starts = [row for one in found for row in one["first"].items()]
    yield from _table(
        ("before", "starts", "median", "least"),
        ((kind, f"{len(s)}", f"{median(s):.1f}", f"{min(s):.1f}") for kind, s in starts),
    )
    yield ""
    yield from _measured(found)


def _click_row(size: str, took: Sequence[float]) -> Sequence[str]:
    numbers = (share(took, 50), share(took, 95), min(took))
    return (f"{int(size):,}", f"{len(took)}", *(f"{number:.0f}" for number in numbers))


def _memory(folder: Path) -> Iterable[str]:
    found = kept("memory", folder)
    if not found:
        return
    yield _MEMORY
    names = ("growths", "after a fifth", "at the end", "ratio")
    yield from _table(
        names,
        (
            (
                f"{one['growths']}",
                f"{one['early']:.0f}",
                f"{one['late']:.0f}",
                f"{one['late'] / one['early']:.2f}",
            )
            for one in found
        ),
    )
    yield ""
    yield from _measured(found)


def _http(folder: Path) -> Iterable[str]:
    for one in kept("http", folder):
        yield _HTTP.format(**one)
        yield from _table(
            ("route", "answers", "busy", "p50", "p95"),
            (
                (
                    name,
                    f"{row['answered']:,}",
                    f"{row['busy']:,}",
                    f"{1000 * row['p50']:.0f}",
                    f"{1000 * row['p95']:.0f}",
                )
                for name, row in one["routes"].items()
            ),
        )
        yield ""
        yield from _http_memory(one)
        yield from _measured([one])


def _http_memory(one: Result) -> Iterable[str]:
    bombs = ", ".join(f"{number:,} with {status}" for status, number in one["bombs"].items())
    yield (
        f"The load took {one['loaded']:.0f} s; problems in the graph afterwards: "
        f"{len(one['problems'])}; answers that failed: {len(one['failed'])}. "
        f"The queries that never end were answered {bombs}.\n"
    )
    yield from _table(
        ("MiB of", "after a fifth", "at the end", "ratio"),
        (
            (name, f"{early:.0f}", f"{late:.0f}", f"{late / early:.2f}")
            for name, early, late in (
                ("the dashboard", one["early"], one["late"]),
                ("the engine", one["engine_early"], one["engine_late"]),
            )
        ),
    )
    yield ""


def _figures(folder: Path) -> Iterable[str]:
    for one in kept("speed", folder):
        yield _SPEED
        others = [name for name in one["rows"][0]["others"] if name not in {"pyvis", "screenshot"}]
        names = ("entities", "claims", "SVG", "PNG 4K", "PDF", "HTML", "PPTX")
        yield from _table(
            (*names, *others, "pyvis page", "screenshot"), map(_speed_row, one["rows"])
        )
        yield from _how_drawn(one)
    for one in kept("crossings", folder):
        yield _CROSSINGS.format(**one)
        yield from _table(
            tuple(one["counts"]), [tuple(f"{count:,}" for count in one["counts"].values())]
        )
        yield from _how_drawn(one)


def _speed_row(row: Result) -> Sequence[str]:
    ours, others = row["ours"], row["others"]
    beside = {"svg": "dot svg", "png": "dot png", "pdf": "dot pdf", "html": "pyvis"}
    cells = []
    for name in ("svg", "png", "pdf", "html", "pptx"):
        ratio = ours[name] / others[beside[name]] if beside.get(name) in others else 0.0
        cells.append(f"{1000 * ours[name]:.0f}{f' ({ratio:.1f})' if ratio else ''}")
    last = [f"{1000 * others[name]:.0f}" for name in others if name not in {"pyvis", "screenshot"}]
    last += [f"{1000 * others[name]:.0f}" for name in ("pyvis", "screenshot")]
    return (f"{row['entities']:,}", f"{row['claims']:,}", *cells, *last)


def _how_drawn(one: Result) -> Iterable[str]:
    yield ""
    yield (
        "Measured {date}: Python {python}, {packages}; {system}, {cores} cores "
        "(load {load} at the end).\n".format(**one["how"])
    )


def _measured(found: Iterable[Result]) -> Iterable[str]:
    """Say how the results of one table were measured, a line for each way."""
    lines = (
        "Measured {date} on {engine}: Python {python}, driver {driver}, {system}, {cores} cores "
        "(load {load} at the end).".format(**one["how"])
        for one in found
    )
    yield from dict.fromkeys(lines)
    yield ""


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
