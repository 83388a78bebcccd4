"""The same snapshot gives the same bytes in every format, in two processes."""

import hashlib
import subprocess
import sys

from figures.formats import FORMATS
from figures.options import FigureOptions
from tests.figures.sample import snapshot, story
from tests.house.project import ROOT

CODE = """
import hashlib
from figures.formats import FORMATS
from figures.options import FigureOptions
from tests.figures.sample import large, snapshot, story
FORMATS["pdf"].draw(snapshot(large(12, 14)), FigureOptions())
options = FigureOptions(link="https://example.org/snapshots/1", pixels=800)
for name, form in reversed(FORMATS.items()):
    print(name, hashlib.sha256(form.draw(snapshot(story(8)), options)).hexdigest())
"""


def test_every_format_has_the_same_bytes_in_two_processes_and_after_other_figures() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    options = FigureOptions(link="https://example.org/snapshots/1", pixels=800)
    here = {
        name: hashlib.sha256(form.draw(snapshot(story(8)), options)).hexdigest()
        for name, form in FORMATS.items()
    }
    assert dict(line.split() for line in done.stdout.splitlines()) == here
