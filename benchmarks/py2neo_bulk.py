"""py2neo beside us: its bulk functions write the same nodes and edges."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from py2neo import Graph
from py2neo.bulk import create_nodes, create_relationships

from benchmarks import plain
from benchmarks.graphs import Server
from benchmarks.made import DOCUMENT, Made

_ENTITY, _EVIDENCE, _DOCUMENT = ("Entity", "id"), ("Evidence", "id"), ("Document", "id")

_BARE: dict[str, Any] = {}  # the properties of an edge that has none


def load(where: Server, made: Made, size: int) -> Iterator[int]:
    """Write the made data, a query for each kind of node and edge; gives how many rows so far."""
    graph = Graph(where.address, auth=(where.username, where.password), name=where.database)
    try:
        create_nodes(graph.auto(), [_held(plain.document(made))], labels={"Document"})
        written = 0
        for made_rows, write in ((plain.entities, _entities), (plain.claims, _claims)):
            for rows in _parts(made_rows(made), size):
                write(graph, rows)
                written += len(rows)
                yield written
    finally:
        graph.service.connector.close()


def _entities(graph: Any, rows: list[plain.Row]) -> None:
    create_nodes(graph.auto(), [_held(row["props"]) for row in rows], labels={"Entity", "Gene"})
    said = [(DOCUMENT, _held(row["said"]), row["id"]) for row in rows]
    create_relationships(graph.auto(), said, "DEFINES", _DOCUMENT, _ENTITY)


def _claims(graph: Any, rows: list[plain.Row]) -> None:
    create_nodes(graph.auto(), [_held(row["evidence"]) for row in rows], labels={"Evidence"})
    for kind, end in (("SUBJECT", "subject"), ("OBJECT", "object")):
        arms = [(row["id"], _BARE, row[end]) for row in rows]
        create_relationships(graph.auto(), arms, kind, _EVIDENCE, _ENTITY)
    found = [(row["id"], _BARE, DOCUMENT) for row in rows]
    create_relationships(graph.auto(), found, "FOUND_IN", _EVIDENCE, _DOCUMENT)
    edges = [(row["subject"], _held(row["counts"]), row["object"]) for row in rows]
    create_relationships(graph.auto(), edges, "AFFECTS", _ENTITY, _ENTITY)


def _held(props: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in props.items() if value is not None}


def _parts(rows: Iterator[plain.Row], size: int) -> Iterator[list[plain.Row]]:
    while part := list(islice(rows, size)):
        yield part
