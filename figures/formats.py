"""The formats a snapshot can be written in, each with its pen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from figures.geometry import compose
from figures.options import FigureOptions
from figures.png import png
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

    """

    suffix: str
    label: str
    media_type: str
    draw: Draw


def _svg(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return svg(compose(snapshot, link=options.link)).encode()


def _png(snapshot: Snapshot, options: FigureOptions) -> bytes:
    return png(svg(compose(snapshot, link=options.link)), options.pixels)


def _json(snapshot: Snapshot, _: FigureOptions) -> bytes:
    return snapshot.to_json().encode()


_FORMATS: Final = (
    Format("svg", "SVG", "image/svg+xml", _svg),
    Format("png", "PNG", "image/png", _png),
    Format("json", "Snapshot (JSON)", "application/json", _json),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({one.suffix: one for one in _FORMATS})
