"""Each format read by something else: the same graph in all, any text as text, the same bytes."""

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from typing import Any

import networkx
import pytest
from ndex2.cx2 import RawCX2NetworkFactory
from pptx import Presentation

from figures.formats import FORMATS
from figures.options import FigureOptions
from figures.text import legible
from graph.model.snapshot import Snapshot
from tests.exchange.sample import HOSTILE, every_category, every_predicate, hostile
from tests.exchange.test_pptx import claims, named
from tests.figures.sample import large, snapshot
from tests.house.project import ROOT

OURS = ("pptx", "graphml", "cx2", "kgx.zip", "json")
SNAPSHOTS = {
    "story": snapshot,
    "every predicate": every_predicate,
    "every category": every_category,
    "hostile": hostile,
}


def hashed(one: str, name: str) -> str:
    return hashlib.sha256(drawn(SNAPSHOTS[one](), name)).hexdigest()


def drawn(taken: Snapshot, name: str) -> bytes:
    return FORMATS[name].draw(taken, FigureOptions())


def graphml(taken: Snapshot) -> Any:
    return networkx.read_graphml(io.BytesIO(drawn(taken, "graphml")), force_multigraph=True)


def cx2(taken: Snapshot) -> Any:
    return RawCX2NetworkFactory().get_cx2network(json.loads(drawn(taken, "cx2")))


def kgx(taken: Snapshot) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(drawn(taken, "kgx.zip"))) as packed:
        tables = [
            list(
                csv.DictReader(
                    io.StringIO(packed.read(name).decode(), newline="\n"),
                    delimiter="\t",
                    quoting=csv.QUOTE_NONE,
                )
            )
            for name in ("nodes.tsv", "edges.tsv")
        ]
    return tables[0], tables[1]


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_every_format_has_the_same_number_of_entities_and_claims(name: str) -> None:
    taken = SNAPSHOTS[name]()
    wanted = (len(taken.subgraph.entities), len(taken.subgraph.claims))
    network, graph = cx2(taken), graphml(taken)
    rows = kgx(taken)
    slide = Presentation(io.BytesIO(drawn(taken, "pptx"))).slides[0]
    held = json.loads(drawn(taken, "json"))
    assert {
        "graphml": (len(graph.nodes), len(graph.edges)),
        "cx2": (len(network.get_nodes()), len(network.get_edges())),
        "kgx": (len(rows[0]), len(rows[1])),
        "pptx": (len(named(slide, "entity:")), len(claims(slide))),
        "json": (len(held["entities"]), len(held["claims"])),
    } == dict.fromkeys(("graphml", "cx2", "kgx", "pptx", "json"), wanted)


def test_graphml_tells_all_of_a_claim() -> None:
    taken = snapshot()
    graph = graphml(taken)
    id_ = "GUT:leaky-gut~CONTRIBUTES_TO~MONDO:0005301"
    told = graph.edges["GUT:leaky-gut", "MONDO:0005301", id_]
    assert (told["supports"], told["papers"], told["certainty"]) == (8, 8, "suggested")
    assert told["sentence"] == "leaky gut contributes to multiple sclerosis"
    (number,) = taken.sources_of(id_)
    assert json.loads(told["sources"])[0].startswith(f"[{number}] ")
    assert json.loads(told["quotes"])[0].startswith(f"supports [{number}] (asserted): statement")
    node = graph.nodes["MONDO:0005301"]
    assert node["name"] == "multiple sclerosis"
    assert json.loads(node["synonyms"])[0] == "MS"
    assert node["in_focus"] is True
    assert graph.graph["snapshot"] == taken.id


def test_cx2_places_and_colours_things_as_the_figure_does() -> None:
    taken = snapshot()
    aspects = {
        key: value for part in json.loads(drawn(taken, "cx2")) for key, value in part.items()
    }
    assert aspects["CXVersion"] == "2.0"
    assert aspects["status"] == [{"error": "", "success": True}]
    counted = {one["name"]: one["elementCount"] for one in aspects["metaData"]}
    assert counted == {name: len(aspects[name]) for name in counted}
    declared = aspects["attributeDeclarations"][0]
    for kind in ("nodes", "edges"):
        assert all(set(one["v"]) <= set(declared[kind]) for one in aspects[kind])
    network = cx2(taken)
    at = {one["v"]["represents"]: one for one in network.get_nodes().values()}
    assert at["CHEBI:27300"]["x"] < at["NCBITaxon:841"]["x"] < at["MONDO:0005301"]["x"]
    lines = {
        one["v"]["claim"]: network.get_edge_bypasses()[id_]
        for id_, one in network.get_edges().items()
    }
    contested = lines["NCBITaxon:33042~INCREASED_IN~MONDO:0005301"]
    assert contested["EDGE_LINE_COLOR"] == "#C8104F"
    prevents = lines["MESH:D000095644~PREVENTS~GUT:leaky-gut"]
    assert prevents["EDGE_TARGET_ARROW_SHAPE"] == "tee"
    shapes = {one["NODE_SHAPE"] for one in network.get_node_bypasses().values()}
    assert shapes == {"round-rectangle", "rectangle", "hexagon"}


def test_hostile_text_survives_in_every_format() -> None:
    taken = hostile()
    graph, network = graphml(taken), cx2(taken)
    nodes, edges = kgx(taken)
    kept = {one["v"]["represents"]: one["v"]["name"] for one in network.get_nodes().values()}
    flat = {row["id"]: row["name"] for row in nodes}
    for number, text in enumerate(HOSTILE):
        id_ = f"GUT:h{number}"
        assert kept[id_] == text
        assert graph.nodes[id_]["name"] == legible(text)
        assert (
            flat[id_].split()
            == "".join(" " if ord(c) < 32 or c in "\x85\u2028" else c for c in text)
            .encode("utf-8", "replace")
            .decode()
            .split()
        )
    assert all(None not in row and None not in row.values() for row in (*nodes, *edges))


def test_a_graph_too_large_for_a_figure_is_exported_all_the_same() -> None:
    taken = Snapshot.of(large(1_001, 1_200))
    assert len(graphml(taken).nodes) == len(cx2(taken).get_nodes()) == 1_001
    assert len(kgx(taken)[1]) == 1_200


def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import json, tests.exchange.test_formats as t;"
        "print(json.dumps({name: t.hashed('hostile', name) for name in reversed(t.OURS)}))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {name: hashed("hostile", name) for name in OURS}
