"""The formats a snapshot can be written in, each with its pen."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from figures.cx2 import cx2
from figures.geometry import compose
from figures.geometry.drawing import Drawing
from figures.geometry.fitting import MOST_ENTITIES
from figures.html import html
from figures.kgx import kgx
from figures.options import PPTX_MEDIA_TYPE, FigureOptions
from figures.png import png
from figures.reveal import reveal
from figures.svg import svg
from graph.model.snapshot import Snapshot

Draw = Callable[[Snapshot, FigureOptions], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the suffix of its files.

    Attributes:
        label: For a menu.
        media_type: For HTTP.
        draw: Writes a snapshot; the same bytes for the same snapshot and choices.
        seen: Whether it is a sheet that people look at, rather than data for a program.

    """

    suffix: str
    label: str
    media_type: str
    draw: Draw
    seen: bool = True

    def advice(self, snapshot: Snapshot, options: FigureOptions) -> str:
        """Say what keeps a file from being read in a room, and the way out; "" when all is well."""
        found = compose(snapshot, options).advice if self.seen else None
        return found.text if found else ""


def _svg(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return svg(compose(snapshot, options)).encode()


def _png(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return png(compose(snapshot, options), options.pixels)


def _pdf(snapshot: Snapshot, options: FigureOptions) -> bytes:
    from figures.pdf import pdf  # noqa: PLC0415 - half a second that only this pen needs

    return pdf(compose(snapshot, options))


def _html(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return html(compose(snapshot, options)).encode()


def _reveal(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return reveal(compose(snapshot, options)).encode()


def _pptx(snapshot: Snapshot, options: FigureOptions) -> bytes:
    # Half a second and more that only this pen needs, and every command would wait for.
    from figures.pptx import Slide, notes, presentation  # noqa: PLC0415

    slide = Slide(compose(snapshot, options), notes(snapshot))
    return presentation([slide], options.template, aspect=options.aspect)


def _graphml(snapshot: Snapshot, _: FigureOptions) -> bytes:
    from figures.graphml import graphml  # noqa: PLC0415 - brings networkx, a second

    return graphml(snapshot, _placed(snapshot))


def _cx2(snapshot: Snapshot, _: FigureOptions) -> bytes:
    return cx2(snapshot, _placed(snapshot))


def _kgx(snapshot: Snapshot, _: FigureOptions) -> bytes:
    return kgx(snapshot)


def _placed(snapshot: Snapshot) -> Drawing | None:
    """Where things stand; a graph too large for a figure is exported without that."""
    return compose(snapshot) if len(snapshot.subgraph.entities) <= MOST_ENTITIES else None


def _json(snapshot: Snapshot, _: FigureOptions) -> bytes:
    """The snapshot's own JSON, with its id, so that an edit by hand is seen."""
    fields = json.loads(snapshot.to_json()) | {"id": snapshot.id}
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")


_FORMATS: Final = (
    Format("svg", "SVG", "image/svg+xml", _svg),
    Format("png", "PNG", "image/png", _png),
    Format("pdf", "PDF", "application/pdf", _pdf),
    Format("pptx", "PowerPoint", PPTX_MEDIA_TYPE, _pptx),
    Format("html", "Web page", "text/html; charset=utf-8", _html),
    Format("reveal", "Slide for reveal.js", "text/html; charset=utf-8", _reveal),
    Format("graphml", "GraphML", "application/graphml+xml", _graphml, seen=False),
    Format("cx2", "CX2 (Cytoscape)", "application/json", _cx2, seen=False),
    Format("kgx.zip", "KGX (Biolink)", "application/zip", _kgx, seen=False),
    Format("json", "Snapshot (JSON)", "application/json", _json, seen=False),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({one.suffix: one for one in _FORMATS})
