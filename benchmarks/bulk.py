"""py2neo's bulk functions on the made data; run by `py2neo_bulk` in an environment of its own."""

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

from benchmarks import plain
from benchmarks.made import DOCUMENT, Made


def main(entities: int, claims: int, size: int) -> None:
    """Write it, and print the seconds it took; the address and login come on standard input."""
    from py2neo import Graph  # noqa: PLC0415 - not in our own environment
    from py2neo.bulk import create_nodes, create_relationships  # noqa: PLC0415

    where = json.load(sys.stdin)
    graph = Graph(
        where["address"], auth=(where["username"], where["password"]), name=where["database"]
    )
    made = Made(entities, claims)
    start = time.perf_counter()
    create_nodes(graph.auto(), [plain.document(made)], labels={"Document"})
    for rows in _parts(plain.entities(made), size):
        create_nodes(graph.auto(), [_held(row["props"]) for row in rows], labels={"Entity", "Gene"})
        pairs = [(DOCUMENT, _held(row["said"]), row["id"]) for row in rows]
        create_relationships(graph.auto(), pairs, "DEFINES", ("Document", "id"), ("Entity", "id"))
    for rows in _parts(plain.claims(made), size):
        create_nodes(graph.auto(), [_held(row["evidence"]) for row in rows], labels={"Evidence"})
        for kind, end, label in (
            ("SUBJECT", "subject", "Entity"),
            ("OBJECT", "object", "Entity"),
            ("FOUND_IN", "", "Document"),
        ):
            arms = [(row["id"], {}, row[end] if end else DOCUMENT) for row in rows]
            create_relationships(graph.auto(), arms, kind, ("Evidence", "id"), (label, "id"))
        edges = [(row["subject"], _held(row["counts"]), row["object"]) for row in rows]
        create_relationships(graph.auto(), edges, "AFFECTS", ("Entity", "id"), ("Entity", "id"))
    print(time.perf_counter() - start)  # noqa: T201 - the answer


def _held(props: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in props.items() if value is not None}


def _parts(rows: Iterator[plain.Row], size: int) -> Iterator[list[plain.Row]]:
    while part := list(islice(rows, size)):
        yield part


if __name__ == "__main__":
    main(*(int(value) for value in sys.argv[1:4]))
