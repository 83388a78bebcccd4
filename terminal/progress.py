"""A line for each input while it is read or loaded, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column

from graph.write.writer import Written

Told = Callable[[Written], None]


@contextmanager
def progress(inputs: int) -> Iterator[Callable[[Path], Told]]:
    """Draw progress for the length of a block.

    Args:
        inputs: How many there are.

    Yields:
        What is called with each input as it begins, and gives what is told how far it is. A bar
        stands full when the next input begins.

    """
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(finished_text="✓"),
        TextColumn("{task.description}", markup=False, table_column=_line(ratio=1)),
        BarColumn(20, pulse_style="cyan"),
        TextColumn("{task.completed:,.0f} records", markup=False, table_column=_line()),
        TimeElapsedColumn(),
    )
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:

        def begun(path: Path) -> Told:
            _finish(bar)
            number = len(bar.tasks) + 1
            task = bar.add_task(f"{number} of {inputs}  {path.name}", total=None)
            return lambda written: bar.update(task, completed=written.records)

        yield begun


def _line(ratio: int | None = None) -> Column:
    return Column(ratio=ratio, no_wrap=True, overflow="ellipsis")


def _finish(bar: Progress) -> None:
    """Fill the bars so far; of many, only the last few are left on the screen."""
    for task in bar.tasks:
        bar.update(task.id, total=task.completed)
    for task in bar.tasks[:-8]:
        bar.update(task.id, visible=False)
