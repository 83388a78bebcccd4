"""Real `gutgraph` processes without the seconds that each takes to import: `Commands`.

One process imports the command line once and makes a copy of itself for each command. The copy is a
process like any other, with a number of its own, that runs `gutgraph.main()` and can be killed.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from tests.house.project import ROOT


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; a killed one has the signal's number below zero."""

    code: int
    out: str
    err: str


class Commands:
    """Runs `gutgraph` commands, each in a process of its own, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.contract.commands"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(
        self, *arguments: str | Path, environment: Mapping[str, str], largest: int = 0
    ) -> int:
        """Start a command, and return its process's number.

        Args:
            arguments: What stands after `gutgraph`.
            environment: Variables beside those of this process.
            largest: Bytes after which no file of the command grows, as on a full disk; 0 for none.

        """
        places = {name: str(self._folder / name) for name in ("out", "err")}
        given = {"arguments": [*map(str, arguments)], "environment": {**environment}}
        asked: dict[str, Any] = given | places | {"largest": largest}
        return int(self._said(asked))

    def wait(self) -> Ended:
        """Wait for the end of the command that was started last."""
        code = int(self._said({}))
        out, err = ((self._folder / name).read_text(encoding="utf-8") for name in ("out", "err"))
        return Ended(code, out, err)

    def run(
        self, *arguments: str | Path, environment: Mapping[str, str], largest: int = 0
    ) -> Ended:
        """Run a command to its end; see `start`."""
        self.start(*arguments, environment=environment, largest=largest)
        return self.wait()

    def kill(self, pid: int) -> Ended:
        """Kill the command that was started last, as the system would."""
        os.kill(pid, signal.SIGKILL)
        return self.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe(self._parent.stdin).close()
        self._pipe(self._parent.stdout).close()
        self._parent.wait(30)

    def _said(self, asked: dict[str, Any]) -> str:
        pipe = self._pipe(self._parent.stdin)
        pipe.write(json.dumps(asked) + "\n")
        pipe.flush()
        return self._pipe(self._parent.stdout).readline()

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


def main() -> None:
    """Import what commands need, then make a copy of this process for each that is asked for."""
    import gutgraph
    import terminal.app
    from loaders.base import Source
    from loaders.prose import loader

    assert terminal.app
    assert list(loader.read(Source.of("warm.md", b"Akkermansia.")))  # its lexicon, read once
    child = 0
    for line in sys.stdin:
        asked = json.loads(line)
        if asked:
            child = os.fork()
            if not child:
                _take_over(asked)
                gutgraph.main()  # its exit, or its error, is that of this process
                return
            answer = child
        else:
            answer = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _take_over(asked: dict[str, Any]) -> None:
    """Give the copy the command's arguments, variables and files in place of ours."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.environ.update(asked["environment"])
    if asked["largest"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest"], resource.RLIM_INFINITY))
    sys.argv = ["gutgraph", *asked["arguments"]]


if __name__ == "__main__":
    main()
