"""The two tables of the visual grammar, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from graph.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Hue:
    """The colours of one compartment: outline and heading, box, column."""

    stroke: str
    fill: str
    band: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights of the type, in pixels of a figure 1,600 wide."""

    title: float
    subtitle: float
    heading: float
    label: float
    legend: float
    source: float
    words: float


@dataclass(frozen=True, slots=True)
class Theme:
    """A row of `themes.yaml`: colours and sizes for one kind of screen.

    Attributes:
        page: What the dashboard's pages need beside the rest: further colours, the scheme that
            a browser draws its own fields in, and how much larger their type is.

    """

    name: str
    background: str
    ink: str
    quiet: str
    rule: str
    line: str
    faint: str
    contested: str
    halo: str
    mark: Mapping[str, str]
    sizes: Sizes
    outline: float
    stroke: float
    compartments: Mapping[str, Hue]
    page: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WidthClass:
    """An edge's width from `papers` independent papers on."""

    papers: int
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """`grammar.yaml`: how a claim is drawn, whatever the theme."""

    widths: tuple[WidthClass, ...]
    dashes: Mapping[str, tuple[float, ...]]
    corners: Mapping[str, float]
    contested: str
    refuted: str
    focus: str


@cache
def themes() -> Mapping[str, Theme]:
    """Theme by name."""
    return MappingProxyType({name: _theme(name, row) for name, row in _read("themes").items()})


def theme(name: str) -> Theme:
    """Find a theme.

    Raises:
        SettingsError: There is none of this name; those there are are named.

    """
    if name not in themes():
        raise SettingsError(f"Theme {name!r} is none of {', '.join(themes())}; take one of them")
    return themes()[name]


@cache
def grammar() -> Grammar:
    """The grammar of claims."""
    row = _read("grammar")
    return Grammar(
        widths=tuple(WidthClass(**one) for one in row["widths"]),
        dashes=MappingProxyType({key: tuple(value) for key, value in row["dashes"].items()}),
        corners=MappingProxyType(row["corners"]),
        contested=row["contested"],
        refuted=row["refuted"],
        focus=row["focus"],
    )


def _theme(name: str, row: dict[str, Any]) -> Theme:
    hues = {place: Hue(**colours) for place, colours in row["compartments"].items()}
    rest = {key: row[key] for key in row if key not in ("compartments", "sizes", "mark", "page")}
    return Theme(
        name=name,
        mark=MappingProxyType(row["mark"]),
        page=MappingProxyType(row["page"]),
        sizes=Sizes(**row["sizes"]),
        compartments=MappingProxyType(hues),
        **rest,
    )


def _read(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
