"""`make bench`: measure, print, and write docs/performance.md."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import asking, loading
from benchmarks.made import Made

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
SIZES = (Made(1_000, 3_000), Made(10_000, 30_000))


def main() -> None:
    """Measure every size, smallest first."""
    loads = [loading.measure(made) for made in SIZES]
    asks = [row for made in SIZES for row in asking.measure(made)]
    text = page(loads, asks)
    PAGE.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - this is what the command is for


def page(loads: Iterable[loading.Loading], asks: Iterable[asking.Asking]) -> str:
    """Lay the figures out as the page of the docs."""
    lines = [
        "# Performance",
        "",
        "Written by `make bench`; do not edit. What counts are ratios of what was measured side by",
        "side in one run; the seconds are of one machine.",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d}, embedded engine, Python "
        f"{platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.",
        "",
        "## Loading",
        "",
        "Each claim has one piece of evidence with its arms; counts are computed. The bare driver",
        "writes the same nodes and edges and counts nothing. Speed 1 would be as fast as that.",
        "",
        "| entities | claims | ours, s | bare, s | speed | MiB after a fifth | at the end |",
        "|---|---|---|---|---|---|---|",
        *(
            f"| {one.made.entities:,} | {one.made.claims:,} | {one.ours:.1f} | {one.bare:.1f} | "
            f"{one.ratio:.2f} | {one.memory_early:.0f} | {one.memory_end:.0f} |"
            for one in loads
        ),
        "",
        "## Asking",
        "",
        "Milliseconds, median / 95th percentile, 60 questions. The bare query for a search is the",
        "lookup of one entity by its id.",
        "",
        "| question | claims | ours | bare |",
        "|---|---|---|---|",
        *(
            f"| {one.question} | {one.claims:,} | {one.ours[0]:.1f} / {one.ours[1]:.1f} | "
            f"{one.bare[0]:.1f} / {one.bare[1]:.1f} |"
            for one in asks
        ),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
