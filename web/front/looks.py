"""The themes as a browser takes them: a style sheet of variables, and Streamlit's own form."""

from collections.abc import Mapping
from typing import Any, Final

from figures.style import Theme, themes

_TYPE: Final = 16.0  # pixels
_DARK: Final = "dark"


def style_sheet() -> str:
    """Every theme's colours as variables; `data-theme` on the page's root chooses."""
    return "\n".join(_rule(name, look) for name, look in themes().items())


def streamlit_themes() -> dict[str, dict[str, Any]]:
    """Every theme as Streamlit's front end takes one, for its widgets and tables."""
    return {name: _streamlit(look) for name, look in themes().items()}


def variables(look: Theme) -> Mapping[str, str]:
    """What style sheets and scripts call the colours of a theme."""
    named = {
        "ink": look.ink,
        "soft": look.quiet,
        "paper": look.background,
        "stroke": look.line,
        "warn": look.contested,
    }
    hues = {
        f"{place}-{part}": getattr(hue, part)
        for place, hue in look.compartments.items()
        for part in ("stroke", "fill")
    }
    return named | {key.replace("_", "-"): value for key, value in look.page.items()} | hues


def _rule(name: str, look: Theme) -> str:
    named = variables(look)
    first = name == next(iter(themes()))
    selector = f':root{", :root" if first else ""}[data-theme="{name}"]'
    lines = [f"  --{key}: {value};" for key, value in named.items()]
    lines += [f"  color-scheme: {named['scheme']};", "  background: var(--ground);"]
    return "\n".join([f"{selector} {{", *lines, "}"])


def _streamlit(look: Theme) -> dict[str, Any]:
    page = look.page
    return {
        "base": int(page["scheme"] == _DARK),
        "primaryColor": page["accent"],
        "linkColor": page["accent"],
        "backgroundColor": page["ground"],
        "secondaryBackgroundColor": look.background,
        "codeBackgroundColor": page["hair"],
        "codeTextColor": look.ink,
        "textColor": look.ink,
        "borderColor": page["line"],
        "dataframeBorderColor": page["line"],
        "showWidgetBorder": True,
        "baseRadius": "7px",
        "baseFontSize": round(_TYPE * float(page["zoom"])),
    }
