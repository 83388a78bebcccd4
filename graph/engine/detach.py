"""Run a command as a process that outlives its caller: `python detach.py LOG COMMAND…`.

The caller waits for this short process only, so it has no child left that it would have to reap.
"""

import os
import subprocess
import sys
from pathlib import Path


def main(log: Path, command: list[str]) -> None:
    """Start the command in a session of its own, its words in the log, and print its pid."""
    with log.open("ab") as words:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, see launch.py
            command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
            cwd=log.parent,
        )
    sys.stdout.write(f"{process.pid}\n")
    sys.stdout.flush()
    os._exit(0)  # at once: an ordinary end would warn about the process left running


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
