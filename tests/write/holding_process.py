"""A process that takes the lease and keeps it: `python -m tests.write.holding_process`."""

import sys
import time

from graph.engine.connect import open_store
from graph.settings import Settings
from graph.write import lease


def main() -> None:
    """Say that the lease is held, then wait to be killed."""
    with open_store(Settings.read(), "writer") as store, lease.hold(store):
        sys.stdout.write("holds\n")
        sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    main()
