"""What python-pptx has no word for: alt text, glue, dashes, heads, a glow, a theme's font."""

from collections.abc import Mapping
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu

from figures.style import EdgeStyle
from figures.text import clean

_DASHES: Final = {"suggested": "dash", "proposed": "sysDot"}
_THIN: Final = 3.6  # pixels; a wider line has a smaller head in its own measure
_MOST_OF_A_NAME: Final = 200  # of a shape; readers cut there anyway


def describe(shape: Any, name: str, text: str) -> None:
    """Name a shape for the selection pane, and give it alt text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", clean(name)[:_MOST_OF_A_NAME])
    properties.set("descr", clean(text))


def glue(connector: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Glue a connector to two shapes: (shape id, site) of each.

    python-pptx's own way knows four sites of a shape, and a hexagon has six.
    """
    properties = connector._element.find(f"{qn('p:nvCxnSpPr')}/{qn('p:cNvCxnSpPr')}")
    for tag, (shape, site) in (("a:stCxn", start), ("a:endCxn", end)):
        _add(properties, tag, {"id": str(shape), "idx": str(site)})


def curve(connector: Any, across: float, down: float) -> None:
    """Make a straight connector one that curves and leaves its own frame twice.

    Args:
        across, down: How far it goes, in the frame's width from its start and in its height.

    """
    geometry = connector._element.spPr.find(qn("a:prstGeom"))
    geometry.set("prst", "curvedConnector4")
    for values in geometry.findall(qn("a:avLst")):
        geometry.remove(values)
    values = _add(geometry, "a:avLst", {})
    for name, share in (("adj1", across), ("adj2", down)):
        _add(values, "a:gd", {"name": name, "fmla": f"val {round(share * 100_000)}"})


def stroke(shape: Any, style: EdgeStyle, width: int) -> None:
    """Give a line its colour, width (EMU), dash and head."""
    line = shape.line
    line.width = Emu(width)
    line.color.rgb = rgb(style.colour)
    properties = line._get_or_add_ln()
    if style.certainty in _DASHES:
        _add(properties, "a:prstDash", {"val": _DASHES[style.certainty]})
    if style.head == "arrow":
        size = "med" if style.width > _THIN else "lg"
        _add(properties, "a:tailEnd", {"type": "triangle", "w": size, "len": size})


def glow(shape: Any, colour: str, radius: int) -> None:
    """Lay a glow under a line: it moves with it, as a second line would not."""
    effects = _add(shape._element.spPr, "a:effectLst", {})
    one = _add(effects, "a:glow", {"rad": str(radius)})
    _add(one, "a:srgbClr", {"val": colour.removeprefix("#")})


def rgb(colour: str) -> Any:
    """A colour of the theme (`#RRGGBB`)."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def plain(shape: Any) -> None:
    """Take off a shape what the template's theme would add: style, effects, shadow."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def _add(parent: Any, tag: str, attributes: Mapping[str, str]) -> Any:
    child: Any = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(name, value)
    parent.append(child)
    return child
