"""The formats a snapshot can be written in, each with its pen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from figures.geometry import compose
from figures.html import html
from figures.options import FigureOptions
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

    """

    suffix: str
    label: str
    media_type: str
    draw: Draw


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


def _json(snapshot: Snapshot, _: FigureOptions) -> bytes:
    return snapshot.to_json().encode()


_FORMATS: Final = (
    Format("svg", "SVG", "image/svg+xml", _svg),
    Format("png", "PNG", "image/png", _png),
    Format("pdf", "PDF", "application/pdf", _pdf),
    Format("html", "Web page", "text/html; charset=utf-8", _html),
    Format("reveal", "Slide for reveal.js", "text/html; charset=utf-8", _reveal),
    Format("json", "Snapshot (JSON)", "application/json", _json),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({one.suffix: one for one in _FORMATS})
