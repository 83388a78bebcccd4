"""A loader of its own process: `python -m tests.write.loader_process FIRST COUNT`."""

import sys

from graph.engine.connect import open_store
from graph.model.record import Record
from graph.settings import Settings
from graph.write.lease import Owner
from graph.write.writer import write_records
from tests.write.sample import UP, document, evidence


def main(first: str, count: str) -> None:
    """Load documents one by one, each with one statement on the same claim."""

    def waiting(owner: Owner) -> None:
        print(f"waits for {owner}", flush=True)  # noqa: T201 - what the test reads

    with open_store(Settings.read(), "writer") as store:
        for number in range(int(first), int(first) + int(count)):
            id_ = f"doc-{number}"
            said = evidence(id_, UP, f"It rose, says {number}.")
            records: list[Record] = [document(id_), said]
            write_records(store, records, 5000, waiting=waiting)


if __name__ == "__main__":
    main(*sys.argv[1:])
